import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "./find-chromium.ts";
import { buildProgram, startProgram } from "./running-program.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the practice installations of this run answer, one for each worker. */
		practiceUrls: readonly string[];
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

/**
 * One Chromium for all browser tests, and an installation with the practice state for each of the two workers: what a test
 * writes is seen only by those that run after it in the same worker.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	await buildProgram();
	const [first, browser] = await Promise.all([
		startProgram({ practice: true }),
		chromium.launchServer({ executablePath: findChromium(process.env), args: chromiumFlags }),
	]);
	const programs = [first, await first.copy()];
	project.provide(
		"practiceUrls",
		programs.map(({ url }) => url),
	);
	project.provide("browserEndpoint", browser.wsEndpoint());
	return async () => {
		await browser.close();
		await Promise.all(programs.map((program) => program.stop()));
	};
}
