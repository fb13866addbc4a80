import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";

let site: TestSite;
let state: string;
let analyst: SiteVisitor;
let county: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "28", name: "State of Mississippi" });
	const place = await addPlace(site.storage, { kind: "county", code: "28001", name: "County", parentId: state });
	analyst = await site.visitorAs(await addActor(site.storage, state, "state-analyst"));
	county = await site.visitorAs(await addActor(site.storage, place, "county-planner"));
});
afterAll(() => site.end());

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries({ jurisdictionId: state, ...fields })) data.append(name, value);
	return data;
}

describe("due dates", () => {
	test("everybody sees what is due in a year to 2040; only the State says how days are reckoned", async () => {
		const page = await county.get("/due-dates?year=2029");
		expect(page.read).toContain("Due dates of State of Mississippi");
		expect(page.read).toContain("FFY2030-2034");
		expect(page.read).toContain("A Saturday: send it on the working day before.");
		expect(page.document.querySelector("form[method=post][action^='/due-dates']")).toBeNull();
		expect(
			(await county.post("/due-dates/occasions", form({ eventKind: "pip-approved", on: "06/01/2026" }))).status,
		).toBe(403);
		expect((await county.get("/due-dates?year=2040")).read).toContain("June 30, 2040");
		expect((await county.get("/due-dates?year=2041")).status).toBe(200);
	});

	test("a notice starts the clock of the PIP (pip-submit); taken out, it stops", async () => {
		const answer = await analyst.post(
			"/due-dates/occasions",
			form({ eventKind: "nonconformity-notice-received", on: "11/30/2026", note: "Letter 12" }),
		);
		expect(answer.status).toBe(303);
		const page = await analyst.get("/due-dates?year=2027");
		expect(page.read).toContain("Notice received on November 30, 2026");
		expect(page.read).toContain("February 28, 2027");
		const remove = page.document.querySelector<HTMLFormElement>("form[action*='calendar-occasion']");
		const version = remove?.querySelector<HTMLInputElement>("input[name=version]")?.value ?? "";
		expect((await analyst.post(remove?.getAttribute("action") ?? "", form({ version }))).status).toBe(303);
		expect((await analyst.get("/due-dates?year=2027")).read).not.toContain("Notice received on November 30, 2026");
	});

	test("the State's own steps lead back from a due day, and its weekend policy moves days", async () => {
		await analyst.post("/due-dates/steps", form({ ruleId: "apsr", label: "To the Governor", daysBefore: "30" }));
		expect((await analyst.get("/due-dates?year=2027")).read).toContain(
			"May 31, 2027: To the Governor (30 days before)",
		);
		const saved = await analyst.post(
			"/due-dates/setting",
			form({ weekendPolicy: "following-monday", stateFiscalYearStart: "10-01", version: "0" }),
		);
		expect(saved.status).toBe(303);
		const csv = await analyst.get("/due-dates/due-dates.csv?year=2029");
		expect(csv.text).toContain("2029-07-02");
		expect(csv.text).not.toContain("2029-06-30,");
	});

	test("what is wrong in a form stands beside its field, and nothing is saved", async () => {
		const noDate = await analyst.post("/due-dates/occasions", form({ eventKind: "pip-approved", on: "soon" }));
		expect(noDate.status).toBe(422);
		expect(noDate.document.querySelector("#on-error")?.textContent).toContain("date that exists");
		const noRule = await analyst.post("/due-dates/steps", form({ ruleId: "", label: "x", daysBefore: "many" }));
		expect(noRule.status).toBe(422);
		expect(noRule.document.querySelector("#daysBefore-error")).not.toBeNull();
		const stale = await analyst.post(
			"/due-dates/setting",
			form({ weekendPolicy: "literal", stateFiscalYearStart: "07-01", version: "0" }),
		);
		expect(stale.status).toBe(409);
	});
});
