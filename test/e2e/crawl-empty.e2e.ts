import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVisit, peopleByRole } from "../support/browser.ts";
import type { RunningProgram } from "../support/running-program.ts";
import { choosePassword, getInvitation, signInByForm, startEmptyInstallation } from "./crawl-empty-installation.ts";
import type { WrongForm } from "./crawl-forms.ts";
import { lookAt, lookAtWrong } from "./crawl-look.ts";
import { openPageBook } from "./crawl-page-book.ts";
import { crawlSite } from "./crawl-site.ts";

// Every page of an installation in which nothing is written yet, as each role (crawl-practice.e2e.ts).

const book = openPageBook();
const people = Object.entries(peopleByRole);
const patience = { timeout: 300_000 };
const uuid = "[0-9a-f-]{36}";

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
		const faults = [
			...(await lookAt(book, page, "a newcomer", [path])),
			...(await lookAtWrong(book, page, "a newcomer", [short])),
		];
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
