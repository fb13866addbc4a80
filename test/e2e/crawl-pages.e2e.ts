import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVisit, openVisitAs, peopleByRole } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import type { RunningProgram } from "../support/running-program.ts";
import { choosePassword, getInvitation, signInByForm, startEmptyInstallation } from "./crawl-empty-installation.ts";
import { getLink, sendWrong, type WrongForm } from "./crawl-forms.ts";
import { openPageBook } from "./crawl-page-book.ts";
import { crawlSite } from "./crawl-site.ts";

// Every page, signed in as each role, empty and full, at 320, 768 and 1280 pixels: no axe violation with no rule switched
// off, no sideways scroll, one h1, a title of its own. The guard of the browser (test/support/browser-guard.ts) holds that
// no page asks another host, breaks the content policy or writes an error to the console.

const book = openPageBook();
const began = performance.now();
const people = Object.entries(peopleByRole);
const patience = { timeout: 300_000 };
const uuid = "[0-9a-f-]{36}";

/** Looks at pages that no link leads to. */
async function lookAt(page: Page, who: string, paths: readonly string[]): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const path of paths) {
		await page.goto(path);
		faults.push(...(await book.look(page, who)));
	}
	return faults;
}

async function lookAtWrong(page: Page, who: string, forms: readonly WrongForm[]): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const form of forms) {
		await sendWrong(page, form);
		faults.push(...(await book.look(page, `${who}, ${form.name},`, form.path)));
	}
	return faults;
}

afterAll(() => {
	const seconds = Math.round((performance.now() - began) / 1000);
	console.log(`Pages: ${people.length} roles, ${book.summary()}, ${seconds} s`);
});

describe("the practice state", () => {
	it.each(people)("holds on every page for the %s", patience, async (role, name) => {
		const { page } = await openVisitAs(name);
		expect(await crawlSite(page, book, role)).toEqual([]);
	});

	it("holds before anybody has signed in", patience, async () => {
		const { page } = await openVisit();
		const paths = ["/sign-in", "/forgot-password", "/help", "/help/figures-file", "/sign-in/code"];
		const odd = ["/no-such-page", "/reset-password?token=spent"];
		const faults = [
			...(await lookAt(page, "a visitor", [...paths, ...odd])),
			...(await lookAtWrong(page, "a visitor", [
				{ name: "empty sign-in", path: "/sign-in", form: "main form" },
				{ name: "empty address", path: "/forgot-password", form: "main form" },
			])),
		];
		expect(faults).toEqual([]);
	});

	it("holds where a planner's form comes back", patience, async () => {
		const { page } = await openVisitAs(peopleByRole["county-planner"]);
		const plan = await getDraft(page);
		const component = await getLink(page, `${plan}/sections/components`, new RegExp(`/components/${uuid}$`, "u"));
		const finding = await getLink(page, "/findings", new RegExp(`^/findings/${uuid}$`, "u"));
		const wrong: readonly WrongForm[] = [
			{
				name: "wrong date",
				path: `${plan}/sections/cover`,
				form: "#form-period",
				typed: { startsOn: "31/31/2026" },
			},
			{ name: "empty plan", path: "/plans/new", form: "main form" },
			{ name: "empty team member", path: `${plan}/team`, form: `form[action="${plan}/team"]` },
			{ name: "empty component", path: `${plan}/components/new`, form: "form[data-guard]" },
			{
				name: "wrong target",
				path: component,
				form: "form[id^=form-objective]",
				typed: { "target.value": "soon", "target.by": "never" },
			},
			{
				name: "moment that is none",
				path: `${plan}/compare`,
				form: "form[action$='/compare']",
				typed: { fromDate: "yesterday", fromTime: "noonish" },
			},
			{ name: "no file", path: "/figures", form: "form[enctype]" },
			{ name: "empty evidence", path: finding, form: "form[action$='/evidence']" },
			{ name: "wrong password", path: "/account", form: "form[action='/account/password']" },
		];
		expect(await lookAtWrong(page, "a planner", wrong)).toEqual([]);
	});

	it("holds where a file of figures is refused", patience, async () => {
		const { page } = await openVisitAs(peopleByRole["data-analyst"]);
		await page.goto("/figures");
		const buffer = Buffer.from("indicator,period,numerator,denominator\n1A,2026Q9,x,-4\nZZ,soon,5,3\n");
		await page.getByLabel("File of figures").setInputFiles({ name: "bad.csv", mimeType: "text/csv", buffer });
		await page.getByRole("button", { name: "Load figures" }).click();
		await page.locator("main .usa-alert--error").waitFor();
		expect(await book.look(page, "a data analyst, refused file,")).toEqual([]);
	});

	it("holds where other forms come back: a step, a check set aside, a person", patience, async () => {
		const { page: state } = await openVisitAs(peopleByRole["state-analyst"]);
		const step = await getLink(state, await getLink(state, "/", /^\/plans\/[0-9a-f-]{36}/u), /\/steps\/return$/u);
		const { page: director } = await openVisitAs(peopleByRole["child-welfare-director"]);
		const waiver = await getLink(director, await getDraft(director), /\/waive\?/u);
		const { page: administrator } = await openVisitAs(peopleByRole.administrator);
		const faults = [
			...(await lookAtWrong(state, "a state analyst", [{ name: "no reasons", path: step, form: "main form" }])),
			...(await lookAtWrong(director, "a director", [{ name: "no reason", path: waiver, form: "form[data-guard]" }])),
			...(await lookAtWrong(administrator, "an administrator", [
				{ name: "nobody", path: "/people/new", form: "main form" },
			])),
			...(await lookAt(administrator, "an administrator", ["/no-such-page", "/plans/new", await getDraft(director)])),
		];
		expect(faults).toEqual([]);
	});

	it("holds with the menu of a phone and the calendar of a date open", patience, async () => {
		const { page } = await openVisitAs(peopleByRole["county-planner"], { width: 320 });
		await page.goto("/plans/new");
		await page.getByRole("button", { name: "Menu" }).click();
		await page.getByRole("button", { name: "Close menu" }).waitFor();
		const menu = await findPageFaults(page, [320]);
		await page.getByRole("button", { name: "Close menu" }).click();
		await page.getByRole("button", { name: "Toggle calendar" }).first().click();
		await page.getByRole("button", { name: "Navigate forward one month" }).waitFor();
		const calendar = await findPageFaults(page);
		expect({ menu, calendar }).toEqual({ menu: [], calendar: [] });
	});
});

describe("an empty installation", () => {
	let program: RunningProgram;
	beforeAll(async () => {
		program = await startEmptyInstallation();
	}, 300_000);
	afterAll(() => program?.stop());

	it.each(people)("holds on every page for the %s", patience, async (role) => {
		const { page } = await openVisit({ url: program.url });
		await choosePassword(page, program, role);
		await signInByForm(page, role);
		expect(await crawlSite(page, book, `${role}, empty`)).toEqual([]);
	});

	it("holds from the mail to a plan of which nothing is written", patience, async () => {
		const { page } = await openVisit({ url: program.url });
		const path = await getInvitation(program, "newcomer");
		const short: WrongForm = { name: "short password", path, form: "main form", typed: { password: "herons" } };
		const faults = [...(await lookAt(page, "a newcomer", [path])), ...(await lookAtWrong(page, "a newcomer", [short]))];
		await choosePassword(page, program, "newcomer");
		await signInByForm(page, "newcomer");
		await page.goto("/plans/new");
		await page.getByLabel("Edition of the requirements").selectOption("ca-ccfsr-2004");
		await page.getByLabel("First day of the plan").fill("07/01/2027");
		await page.getByLabel("Last day of the plan").fill("06/30/2032");
		await page.locator("main form button[type=submit]").click();
		await page.waitForURL(new RegExp(`/plans/${uuid}`, "u"));
		expect([...faults, ...(await crawlSite(page, book, "a newcomer, plan just begun"))]).toEqual([]);
	});
});

async function getDraft(page: Page): Promise<string> {
	await page.goto("/plans");
	const row = page.locator("tbody tr").filter({ hasText: "Drafting" }).first();
	return (await row.locator("a").getAttribute("href")) ?? "";
}
