import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openVisit, openVisitAs, peopleByRole } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import { getLink, type WrongForm } from "./crawl-forms.ts";
import { lookAt, lookAtWrong } from "./crawl-look.ts";
import { openPageBook } from "./crawl-page-book.ts";

// Pages that no link leads to: the answers to forms with something wrong in them, and what stands over a page. They hold as
// all others do (crawl-practice.e2e.ts).

const book = openPageBook();
const patience = { timeout: 300_000 };
const uuid = "[0-9a-f-]{36}";

describe("the practice state", () => {
	it("holds before anybody has signed in", patience, async () => {
		const { page } = await openVisit();
		const paths = [
			"/sign-in",
			"/forgot-password",
			"/help",
			"/help/figures-file",
			"/help/extract-problems",
			"/sign-in/code",
		];
		const odd = ["/no-such-page", "/reset-password?token=spent"];
		const faults = [
			...(await lookAt(book, page, "a visitor", [...paths, ...odd])),
			...(await lookAtWrong(book, page, "a visitor", [
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
		expect(await lookAtWrong(book, page, "a planner", wrong)).toEqual([]);
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
		const step = await getLink(state, await getPlanThatIs("Submitted", state), /\/steps\/return$/u);
		const { page: director } = await openVisitAs(peopleByRole["child-welfare-director"]);
		const waiver = await getLink(director, await getDraft(director), /\/waive\?/u);
		const { page: administrator } = await openVisitAs(peopleByRole.administrator);
		const faults = [
			...(await lookAtWrong(book, state, "a state analyst", [{ name: "no reasons", path: step, form: "main form" }])),
			...(await lookAtWrong(book, director, "a director", [
				{ name: "no reason", path: waiver, form: "form[data-guard]" },
			])),
			...(await lookAtWrong(book, administrator, "an administrator", [
				{ name: "nobody", path: "/people/new", form: "main form" },
			])),
			...(await lookAt(book, administrator, "an administrator", [
				"/no-such-page",
				"/plans/new",
				await getDraft(director),
			])),
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

function getDraft(page: Page): Promise<string> {
	return getPlanThatIs("Drafting", page);
}

/** The address of the first plan in a state. */
async function getPlanThatIs(state: string, page: Page): Promise<string> {
	await page.goto("/plans");
	const row = page.locator("tbody tr").filter({ hasText: state }).first();
	return (await row.locator("a").getAttribute("href")) ?? "";
}
