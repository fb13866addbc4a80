import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteAnswer, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWorkbook } from "../../documents/excel/write-workbook.ts";

let site: TestSite;
let alder: string;
let analyst: SiteVisitor;
let planner: SiteVisitor;
let outsider: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	alder = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	const birch = await addPlace(site.storage, { kind: "county", code: "99003", name: "Birch County", parentId: state });
	analyst = await site.visitorAs(await addActor(site.storage, alder, "data-analyst"));
	planner = await site.visitorAs(await addActor(site.storage, alder, "county-planner"));
	outsider = await site.visitorAs(await addActor(site.storage, birch, "data-analyst"));
});
afterAll(() => site.end());

const headings = "indicator,vintage,period start,period end,numerator,denominator,population group,source,data as of";
const row = (period: readonly [string, string], numerator: number | string, group = "all") =>
	`3F,ccfsr-2004,${period.join(",")},${numerator},548,${group},CCWIP,2026-01-01`;
const lastYear = ["2024-07-01", "2025-06-30"] as const;
const yearBefore = ["2023-07-01", "2024-06-30"] as const;
const csv = (...rows: readonly string[]) => [headings, ...rows].join("\r\n");

function upload(visitor: SiteVisitor, content: string | Uint8Array, name = "figures.csv"): Promise<SiteAnswer> {
	const form = new FormData();
	form.append("jurisdictionId", alder);
	form.append("file", new File([typeof content === "string" ? content : new Uint8Array(content)], name));
	return visitor.post("/figures", form);
}

async function listed(): Promise<readonly string[]> {
	const page = await analyst.get("/figures");
	return [...page.document.querySelectorAll("tbody tr")].map((each) => each.textContent ?? "");
}

describe("files that are not taken", () => {
	test.each([
		["of no bytes", "", "There is nothing in it"],
		["that is a PDF", "%PDF-1.7\n%âãÏÓ", "it is a PDF document"],
		["that is a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), "it is a picture"],
		["that is a ZIP of something else", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "The file"],
		["without headings", "a,b\r\n1,2\r\n", "none of the first"],
		["of a future period", csv(row(["2030-07-01", "2031-06-30"], 40)), "Row 2"],
	])("a file %s is refused in plain words, and nothing is loaded", async (_, content, words) => {
		const answer = await upload(analyst, content);
		expect(answer.status).toBe(422);
		expect(answer.read).toContain("The file was not taken");
		expect(answer.read.toLowerCase()).toContain(words.toLowerCase());
		expect(await listed()).toEqual([]);
	});

	test("one bad row keeps the whole file out; the worst problems come first, each with place, value and remedy", async () => {
		const answer = await upload(analyst, csv(row(lastYear, 62), row(yearBefore, "=2+5"), row(yearBefore, 600)));
		expect(answer.status).toBe(422);
		const sections = [...answer.document.querySelectorAll("main section[aria-labelledby^=tier]")];
		expect(sections[0]?.querySelector("h2")?.textContent).toMatch(/^Cannot be read/);
		const cells = [...(sections[0]?.querySelector("tbody tr")?.children ?? [])].map((each) => each.textContent);
		expect(cells[0]).toBe("Row 3, column E (numerator)");
		expect(cells[1]).toBe("=2+5");
		expect(cells.slice(2).every((each) => (each ?? "").length > 10)).toBe(true);
		expect(await listed()).toEqual([]);
	});

	test("the list of problems can be kept as a file, in which nothing runs", async () => {
		const refused = await upload(analyst, csv(row(yearBefore, '"=HYPERLINK(""http://evil.example"")"')), "=cmd.csv");
		const file = await analyst.submit(refused, "/figures/problems.csv", {});
		expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
		expect(file.headers.get("content-disposition")).toBe('attachment; filename="problems-cmd-csv.csv"');
		expect(file.text).toContain("'=HYPERLINK");
		expect(file.text.split("\r\n")[0]).toBe("how bad,where,row,column,found,what was expected,how to mend it");
	});

	test("a forged list is refused", async () => {
		expect((await analyst.post("/figures/problems.csv", { problems: '[["reject"]]' })).status).toBe(422);
	});

	test("no file at all is told at the field, with a link to it", async () => {
		const form = new FormData();
		form.append("file", new File([], ""));
		const answer = await analyst.post("/figures", form);
		expect(answer.status).toBe(422);
		expect(answer.document.querySelector("#error-summary a")?.getAttribute("href")).toBe("#file");
	});

	test("a file of 26 MB is too large, with its size and what to do", async () => {
		const answer = await upload(analyst, new Uint8Array(25.5 * 1024 * 1024));
		expect(answer.status).toBe(413);
		expect(answer.document.querySelector("#file-error")?.textContent).toContain("has 25.5 MB. At most 25 MB");
		const huge = await upload(analyst, new Uint8Array(27 * 1024 * 1024));
		expect([huge.status, huge.document.title]).toEqual([413, "This is too large | Throughline"]);
	});

	test("a hostile name is shown as text and never as a path", async () => {
		const answer = await upload(analyst, "", "../../<img src=x onerror=alert(1)>.csv");
		expect(answer.document.querySelector("main img")).toBeNull();
		expect(answer.read).toContain("<img src=x onerror=alert(1)>.csv");
		expect(answer.read).not.toContain("..");
	});

	test("those without the right are told who has it", async () => {
		const partner = await site.visitorAs(await addActor(site.storage, alder, "partner"));
		expect((await partner.get("/figures")).document.querySelector("form[enctype]")).toBeNull();
		expect((await upload(partner, csv(row(lastYear, 62)))).status).toBe(403);
		expect((await upload(outsider, csv(row(lastYear, 62)))).status).toBe(403);
		expect(await listed()).toEqual([]);
	});
});

describe("files that are taken", () => {
	test("a file is taken, proposes a finding and is listed; the same file again leads to the first load", async () => {
		const file = csv(row(lastYear, 62), row(yearBefore, 60), row(lastYear, 4, "probation"));
		const taken = await upload(analyst, file, "alder.csv");
		expect(taken.status).toBe(200);
		expect(taken.read).toContain("alder.csv: 3 figures added, 0 replaced, 0 unchanged.");
		expect(taken.read).toContain("One finding is proposed");
		const link = taken.document.querySelector('a[href^="/figures/loads/"]')?.getAttribute("href") ?? "";
		const again = await upload(analyst, file, "renamed.csv");
		expect([again.status, again.location]).toEqual([303, link]);
		expect((await analyst.get(link)).read).toContain("This file was loaded before, so nothing was changed.");
		expect((await analyst.get(link)).read).toContain("3 figures: 3 added, 0 replaced, 0 unchanged");
		expect(await listed()).toHaveLength(1);
		expect((await outsider.get(link)).status).toBe(404);
	});

	test("a workbook with a newer figure replaces the older one", async () => {
		const columns = headings.split(",").map((header) => ({ header }));
		const rows = [["3F", "ccfsr-2004", ...yearBefore, 58, 548, "all", "CCWIP", "2026-02-01"]];
		const properties = { creator: "test", title: "Figures", created: "2026-02-01" };
		const bytes = await writeWorkbook([{ name: "Figures", columns, rows }], properties);
		const taken = await upload(analyst, bytes, "alder.xlsx");
		expect(taken.read).toContain("0 figures added, 1 replaced, 0 unchanged");
	});

	test("the template can be filled in and loaded", async () => {
		const template = await analyst.get("/figures/template.csv");
		expect(template.headers.get("content-disposition")).toContain("figures-template.csv");
		const filled = `${template.text}99001,4-P1,cfsr4,2024-07-01,2025-06-30,171,488,,all,CCWIP,2026-01-01\r\n`;
		expect((await upload(analyst, filled, "filled.csv")).read).toContain("1 figure added");
	});
});

describe("the thread from the figures on", () => {
	test("the outcome page shows figure, standard, verdict and source; the finding is confirmed on evidence", async () => {
		const outcome = await planner.get(`/outcomes/${alder}/ccfsr-2004/3F`);
		expect(outcome.read).toContain("11.3% in the 12 months ending June 30, 2025");
		expect(outcome.read).toContain("Falls short 11.3% falls short of the national standard of 8.6% or less.");
		expect(outcome.read).toContain("Source: CCWIP, data as of January 1, 2026.");
		expect(outcome.read).toContain("not yet confirmed in a published source");
		expect(outcome.document.querySelector("figure svg[role=img] desc")?.textContent).toContain("Line chart.");
		const finding = outcome.document.querySelector('main a[href^="/findings/0"]')?.getAttribute("href") ?? "";
		const page = await planner.get(finding);
		const evidence = await planner.submit(page, `${finding}/evidence`, {
			evidenceKind: "voices",
			text: "Parents: help ended on the day the case closed.",
			source: "Focus group",
		});
		expect(evidence.status).toBe(303);
		const settled = await planner.submit(await planner.get(finding), `${finding}/settle`, {
			summary: "Re-entry is high.",
		});
		expect([settled.status, settled.location]).toEqual([303, finding]);
		const after = await planner.get(finding);
		expect(after.read).toContain("The finding is confirmed.");
		expect(after.read).toContain("Confirmed Area Needing Improvement");
		expect(after.read).toContain("State: Proposed Confirmed");
	});

	test("a stale settling shows both texts and keeps mine in the form", async () => {
		const finding = await findingAddress();
		const other = await site.visitorAs(await addActor(site.storage, alder, "child-welfare-director"));
		const [mine, theirs] = [await planner.get(finding), await other.get(finding)];
		await other.submit(theirs, `${finding}/settle`, { summary: "Their words." });
		const clash = await planner.submit(mine, `${finding}/settle`, { summary: "My own words." });
		expect(clash.status).toBe(409);
		expect(clash.read).toContain("Their words.");
		expect(clash.document.querySelector<HTMLTextAreaElement>("#confirm-summary")?.value).toBe("My own words.");
		const saved = await planner.submit(clash, `${finding}/settle`, {});
		expect(saved.status).toBe(303);
		expect((await planner.get(finding)).read).toContain("My own words.");
	});

	test("dismissing needs a reason, told at its field", async () => {
		const finding = await findingAddress();
		const answer = await planner.post(`${finding}/settle`, {
			state: "dismissed",
			version: "1",
			judgement: "strength",
			summary: "x",
			reason: " ",
		});
		expect(answer.status).toBe(422);
		expect(answer.document.querySelector("#dismiss-reason-error")?.textContent).toContain("Say why");
		expect(answer.document.querySelector("#error-summary a")?.getAttribute("href")).toBe("#dismiss-reason");
	});

	test("national performance is shown and never judged", async () => {
		const outcome = await planner.get(`/outcomes/${alder}/cfsr4/4-P1`);
		expect(outcome.read).toContain("Not judged");
		expect(outcome.read).toContain("observed figures are never judged against national performance");
		expect(outcome.document.querySelector(".usa-tag")?.textContent).not.toBe("Falls short");
	});

	test("the file of an outcome masks counts of 1 to 10", async () => {
		const file = await planner.get(`/outcomes/${alder}/ccfsr-2004/3F/figures.csv`);
		const lines = file.text.trim().split("\r\n").slice(1);
		expect(lines).toHaveLength(3);
		const probation = lines.find((line) => line.includes("probation")) ?? "";
		expect(probation).toContain(",*,548,*,percent,");
		expect(lines.filter((line) => line.includes(",all,")).every((line) => !line.includes("*"))).toBe(true);
		expect(file.headers.get("content-disposition")).toBe('attachment; filename="Alder-County-ccfsr-2004-3F.csv"');
	});

	test("somebody of another county finds none of it", async () => {
		for (const path of [`/outcomes/${alder}`, `/outcomes/${alder}/ccfsr-2004/3F`, await findingAddress()]) {
			const answer = await outsider.get(path);
			expect([403, 404]).toContain(answer.status);
			expect(answer.read).not.toContain("11.3%");
		}
	});

	test.each(["/outcomes/x", "/findings/x", "/figures/loads/..%2f", "/findings/00000000-0000-4000-8000-00000000000f"])(
		"%s is a page that is not there",
		async (path) => {
			const answer = await planner.get(path);
			expect(answer.status).toBe(404);
			expect(answer.document.querySelector("h1")?.textContent).toMatch(/not found/i);
		},
	);
});

async function findingAddress(): Promise<string> {
	const outcome = await planner.get(`/outcomes/${alder}/ccfsr-2004/3F`);
	return outcome.document.querySelector('main a[href^="/findings/0"]')?.getAttribute("href") ?? "";
}
