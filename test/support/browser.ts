import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import type { Role } from "../../src/domain/people/roles.ts";
import type {} from "./browser-global-setup.ts";
import { watchContext } from "./browser-guard.ts";

/** A browser of one person: its own cookies, one page open. */
export type Visit = {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Lets a fault that the guard would find pass in this test, because the test brings it about. */
	allow(fault: RegExp): void;
};

export type VisitOptions = {
	/** Off: as a browser that runs no script. */
	readonly script?: boolean;
	readonly width?: number;
	/** Another installation than the practice one. */
	readonly url?: string;
};

/** The practice installation of this worker. */
export function practiceUrl(): string {
	const url = inject("practiceUrls")[Number(process.env.VITEST_POOL_ID) - 1];
	if (url === undefined) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no practice installation.`);
	return url;
}

let connected: Promise<Browser> | undefined;

/** The one Chromium of the run. */
export function getBrowser(): Promise<Browser> {
	connected ??= chromium.connect(inject("browserEndpoint"));
	return connected;
}

/**
 * Opens a browser of its own for the running test and closes it when the test ends. The test fails when a page asked
 * another host for anything, broke the content policy, or had an error in its script (design, invariant 10).
 */
export async function openVisit(options: VisitOptions = {}): Promise<Visit> {
	const baseUrl = options.url ?? practiceUrl();
	const settings: BrowserContextOptions = {
		baseURL: baseUrl,
		javaScriptEnabled: options.script ?? true,
		viewport: { width: options.width ?? 1280, height: 900 },
		acceptDownloads: true,
		locale: "en-US",
		timezoneId: "America/Los_Angeles",
	};
	const context = await (await getBrowser()).newContext(settings);
	context.setDefaultTimeout(10_000);
	const guard = watchContext(context, baseUrl);
	onTestFinished(async () => {
		await context.close();
		guard.check();
	});
	return { context, page: await context.newPage(), allow: guard.allow };
}

/** One of the practice people for each role: those of Alder County, and the State's consultant. */
export const peopleByRole: Readonly<Record<Exclude<Role, "installation">, string>> = {
	"county-planner": "Maribel Fontes",
	"probation-planner": "Desmond Achebe",
	"child-welfare-director": "Lorraine Whitcomb",
	"chief-probation-officer": "Victor Tran",
	"state-analyst": "Renata Osei",
	"state-planner": "Odalys Marchetti",
	"state-director": "Winifred Thorsby",
	"data-analyst": "Priyanka Sethi",
	"case-data-reader": "Priyanka Sethi",
	partner: "Jo Castellan",
	administrator: "Glenn Mabry",
};

/** Signs in as one of the practice people, by name, on the sign-in page. */
export async function signInAs(page: Page, name: string): Promise<void> {
	await page.goto("/sign-in");
	await page.getByRole("button", { name, exact: true }).click();
	await page.getByRole("button", { name: "Sign out" }).waitFor();
}

/** A browser in which somebody is signed in. */
export async function openVisitAs(name: string, options: VisitOptions = {}): Promise<Visit> {
	const visit = await openVisit(options);
	await signInAs(visit.page, name);
	return visit;
}
