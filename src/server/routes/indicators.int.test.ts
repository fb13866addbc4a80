import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { installationActor } from "../../domain/people/installation.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { keepIndicatorRun } from "../../operations/keep-indicator-run.ts";
import { perform } from "../../operations/operation.ts";

// The pages over a run that was kept: 200 children of Alder County, of whom 4 boys reached permanency.

let site: TestSite;
let state: string;
let alder: string;
let analyst: SiteVisitor;
let partner: SiteVisitor;
let outsider: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	alder = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	const birch = await addPlace(site.storage, { kind: "county", code: "99003", name: "Birch County", parentId: state });
	analyst = await site.visitorAs(await addActor(site.storage, state, "state-analyst"));
	partner = await site.visitorAs(await addActor(site.storage, alder, "partner"));
	outsider = await site.visitorAs(await addActor(site.storage, birch, "partner"));
	const value = (sex: string, numerator: number, denominator: number) => ({
		indicator: "P1" as const,
		group: { county: "99001", ageGroup: "1-5 yrs", raceEthnicity: "White", sex },
		...{ numerator, denominator, observed: (numerator / denominator) * 100 },
	});
	await perform(site.storage.performer, keepIndicatorRun, installationActor, {
		...{ jurisdictionId: state, files: [], dataAsOf: "2025-01-02", definitionVersion: "v1-test", key: "k" },
		options: readOptions(),
		results: {
			window: "23A23B",
			results: [
				{ ...value("all", 44, 200), group: {} },
				value("female", 40, 100),
				value("male", 4, 100),
				{ indicator: "P4", status: "needs-files", missing: ["24A"] },
			],
			quality: [
				{
					check: "dropped-records",
					system: "AFCARS",
					period: "23A",
					failed: 12,
					of: 100,
					percent: 12,
					limit: 10,
					exceeded: true,
				},
			],
		},
	});
});
afterAll(() => site.end());

const address = (place: string, more = "") => `/indicators/P1?place=${place}&window=23A23B${more}`;

describe("pages of indicators", () => {
	it("show the analyst numbers as they are, what is missing, and the data-quality checks", async () => {
		const page = await analyst.get("/indicators");
		expect(page.status).toBe(200);
		expect(page.read).toContain("Federal data indicators of Halcyon");
		expect(page.read).toContain("Unmasked, for the agency’s own use.");
		expect(page.read).toContain("Needs the files 24A for 23A23B");
		expect(page.read).toContain("Over the limit");
		const table = await analyst.get(address(state, "&by=county&by2=sex"));
		expect([...table.document.querySelectorAll("tbody tr")].map((row) => row.textContent)).toEqual([
			"All4420022.0%",
			"Alder Countyfemale4010040.0%",
			"Alder Countymale41004.0%",
		]);
	});

	it("show others, and the analyst who asks for it, what the public may see: in the page and in its file", async () => {
		for (const [visitor, place, more] of [
			[partner, alder, "&by=sex"],
			[analyst, alder, "&by=sex&public=1"],
		] as const) {
			const page = await visitor.get(address(place, more));
			expect(page.status).toBe(200);
			expect([...page.document.querySelectorAll("tbody tr")].map((row) => row.textContent)).toEqual([
				"All4420022.0%",
				"female*100*",
				"male*100*",
			]);
			const file = await visitor.get(address(place, more).replace("/P1?", "/P1/table.csv?"));
			expect(file.text).toContain("female,*,100,*");
			expect(file.text).not.toContain(",4,");
		}
	});

	it("are closed to other counties, and say so when there is no such indicator or window", async () => {
		expect((await outsider.get(address(alder))).status).toBe(404);
		expect((await analyst.get(`/indicators/P9?place=${state}&window=23A23B`)).status).toBe(404);
		expect((await analyst.get(`/indicators/P1?place=${state}&window=nonsense`)).status).toBe(404);
		expect((await analyst.get(address(state, "&by=nonsense"))).status).toBe(422);
	});

	it("say what to do where nothing has been counted", async () => {
		const page = await outsider.get("/indicators");
		expect(page.status).toBe(200);
	});
});
