import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteAnswer, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";

let site: TestSite;
let maryland: string;
let analyst: SiteVisitor;
let reader: SiteVisitor;
let countyReader: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	maryland = await addPlace(site.storage, { kind: "state", code: "24", name: "State of Maryland" });
	const county = await addPlace(site.storage, { kind: "county", code: "24001", name: "County", parentId: maryland });
	analyst = await site.visitorAs(await addActor(site.storage, maryland, "data-analyst"));
	reader = await site.visitorAs(await addActor(site.storage, maryland, "state-analyst"));
	countyReader = await site.visitorAs(await addActor(site.storage, county, "county-planner"));
});
afterAll(() => site.end());

const published = readFileSync(
	path.resolve(import.meta.dirname, "../../indicators/profile/published-results.csv"),
	"utf8",
);

function upload(
	visitor: SiteVisitor,
	content: string,
	more: Readonly<Record<string, string>> = {},
): Promise<SiteAnswer> {
	const form = new FormData();
	form.append("jurisdictionId", maryland);
	for (const [name, value] of Object.entries(more)) form.append(name, value);
	form.append("file", new File([content], "profile.csv"));
	return visitor.post("/federal-results", form);
}

describe("federal results", () => {
	test("nothing is there at first, and the way to load is shown to those who may", async () => {
		expect((await reader.get("/federal-results")).read).toContain(
			"No state data profile of State of Maryland has been loaded",
		);
		expect((await analyst.get("/federal-results")).document.querySelector("form[enctype]")).not.toBeNull();
		expect((await reader.get("/federal-results")).document.querySelector("form[enctype]")).toBeNull();
	});

	test("a refused file says where and how, and nothing is taken", async () => {
		const answer = await upload(analyst, "Indicator,Period,RSP,Lower,Upper\nP1,23A23B,40,41,42\n", {
			profile: "2025-02",
		});
		expect(answer.status).toBe(422);
		expect(answer.read).toContain("Row 2, column C (RSP): RSP 40 does not lie in its interval from 41 to 42");
		const noRelease = await upload(analyst, "Indicator,Period,RSP,Lower,Upper\nP1,23A23B,40,39,42\n", {
			profile: "soon",
		});
		expect(noRelease.status).toBe(422);
		expect(noRelease.document.querySelector("#profile-error")?.textContent).toContain("such as 2025-08");
	});

	test("a profile is taken and its results are shown with interval, words and colour; observed has neither", async () => {
		const taken = await upload(analyst, published);
		expect([taken.status, taken.read.includes("24 federal results added, 0 changed, 0 unchanged")]).toEqual([
			200,
			true,
		]);
		const page = await reader.get(`/federal-results?place=${maryland}`);
		expect(page.read).toContain(
			"Observed performance is shown beside it and is never compared with national performance",
		);
		expect(page.read).toContain("Safety Outcome 1");
		const tables = [...page.document.querySelectorAll("table")];
		expect(tables).toHaveLength(7);
		const s2 = [...(tables[1]?.querySelectorAll("tbody tr")[0]?.children ?? [])];
		expect(s2.map((cell) => cell.textContent)).toEqual([
			...["FY21-22", "11.5%", "10.6% to 12.4%", "Worse", "8.5%", "511", "5,998", "2025-02"],
		]);
		expect(s2[4]?.querySelector("*")).toBeNull();
		expect(s2[4]?.className).toBe("data-table-number");
		const chart = page.document.querySelectorAll("svg[role=img]")[1];
		expect(chart?.querySelector("desc")?.textContent).toContain("FY21-22: 10.6% to 12.4%, worse");
		expect(chart?.textContent).not.toContain("8.5%");
	});

	test("case 99 to 101 on the page: no different where the interval touches", async () => {
		const page = await reader.get("/federal-results");
		const p5 = [...page.document.querySelectorAll("table")][6];
		const statuses = [...(p5?.querySelectorAll("tbody .usa-tag") ?? [])].map((each) => each.textContent);
		expect(statuses).toEqual(["No different", "Worse", "No different", "No different"]);
	});

	test("people of a county see the published results of their State and load none", async () => {
		const page = await countyReader.get(`/federal-results?place=${maryland}`);
		expect([page.status, page.read.includes("11.5%")]).toEqual([200, true]);
		expect(page.document.querySelector("form[enctype]")).toBeNull();
		expect((await upload(countyReader, published)).status).toBe(403);
		expect((await upload(reader, published)).status).toBe(403);
	});

	test("the template can be filled in and loaded", async () => {
		const template = await analyst.get("/federal-results/template.csv");
		const filled = `${template.text}MD,P1,24A24B,1000,300,30.0%,32.0%,31.0%,33.0%,worse,,2026-02\r\n`;
		expect((await upload(analyst, filled)).read).toContain("1 federal results added");
	});
});
