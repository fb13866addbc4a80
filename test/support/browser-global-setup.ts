import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "./find-chromium.ts";
import { buildProgram, startProgram } from "./running-program.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the practice installation of this run answers. */
		practiceUrl: string;
		/** Its data folder. */
		practiceDataDir: string;
		/** Where the one Chromium of this run takes commands. */
		browserEndpoint: string;
	}
}

/** No request to the makers of the browser, and no host but this machine can be reached at all. */
const chromiumFlags = [
	"--no-sandbox",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-quic",
	"--disable-gpu",
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
];

/** One installation with the practice state and one Chromium for all browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	await buildProgram();
	const [program, browser] = await Promise.all([
		startProgram({ practice: true }),
		chromium.launchServer({ executablePath: findChromium(process.env), args: chromiumFlags }),
	]);
	project.provide("practiceUrl", program.url);
	project.provide("practiceDataDir", program.dataDir);
	project.provide("browserEndpoint", browser.wsEndpoint());
	return async () => {
		await browser.close();
		await program.stop();
	};
}
