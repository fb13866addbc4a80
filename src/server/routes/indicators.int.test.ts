import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepSampleRun, sampleBands, sampleCurves, sampleRiskCells } from "../../../test/support/keep-sample-run.ts";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";

let site: TestSite;
let state: string;
let alder: string;
let birch: string;
let analyst: SiteVisitor;
let planner: SiteVisitor;
let reader: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	alder = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	birch = await addPlace(site.storage, { kind: "county", code: "99003", name: "Birch County", parentId: state });
	analyst = await site.visitorAs(await addActor(site.storage, state, "state-analyst"));
	planner = await site.visitorAs(await addActor(site.storage, alder, "county-planner"));
	reader = await site.visitorAs(await addActor(site.storage, state, "case-data-reader"));
	// Alder County: P1 4 of 30 girls, 33 of 50 boys; Birch County: 20 of 60.
	await keepSampleRun(site.storage.performer, state, {
		groups: [
			{ county: "99001", sex: "female", numerator: 4, denominator: 30 },
			{ county: "99001", sex: "male", numerator: 33, denominator: 50 },
			{ county: "99003", sex: "male", numerator: 20, denominator: 60 },
		],
	});
});
afterAll(() => site.end());

const rowsOf = (document: Document, label: string) =>
	[...document.querySelectorAll(`[aria-label="${label}"] tbody tr`)].map((row) =>
		[...row.children].map((cell) => (cell.textContent ?? "").trim()),
	);

describe("the list", () => {
	test("has a row an indicator: number, what is missing, which check is over its limit, from which files", async () => {
		const page = await analyst.get("/indicators");
		expect(page.status).toBe(200);
		const rows = rowsOf(page.document, "Indicators");
		expect(rows).toHaveLength(7);
		expect(rows[2]?.slice(0, 5)).toEqual(["P1 Permanency in 12 months, entering care", "23A23B", "40.7%", "57", "140"]);
		expect(rows[2]?.[6]).toContain("1 check over the limit");
		expect(rows[0]?.[6]).toBe("23A23B needs NCANDS FY23.");
		expect(page.read).toContain("Unmasked, for the agency's own use");
		expect(page.read).toContain("afcars-23A.xml");
		expect(page.read).toContain("not held against national performance");
	});

	test("is of the person's own place, and says so where nothing was counted", async () => {
		const page = await planner.get("/indicators");
		expect(page.document.querySelector("h1")?.textContent).toContain("Alder County");
		expect((await planner.get(`/indicators?place=${state}`)).status).toBe(404);
		const outsider = await site.visitorAs(await addActor(site.storage, birch, "partner"));
		expect((await outsider.get(`/indicators/P1?place=${alder}`)).status).toBe(404);
		const place = await addPlace(site.storage, { kind: "state", code: "98", name: "Nowhere" });
		const other = await site.visitorAs(await addActor(site.storage, place, "state-analyst"));
		expect((await other.get("/indicators")).read).toContain("Nothing has been counted for Nowhere yet");
		expect((await other.get("/indicators/P1")).status).toBe(404);
	});
});

describe("an indicator", () => {
	test("stands by period and by groups, with chart, words, checks with limits, options and definitions", async () => {
		const page = await analyst.get("/indicators/P1?by=county&by2=sex");
		expect(rowsOf(page.document, "By group")).toEqual([
			["All", "–", "40.7%", "57", "140"],
			["Alder County", "female", "13.3%", "4", "30"],
			["Alder County", "male", "66.0%", "33", "50"],
			["Birch County", "male", "33.3%", "20", "60"],
		]);
		expect(page.document.querySelector("figure svg desc")?.textContent).toContain("Alder County, female 13.3%");
		expect(rowsOf(page.document, "Data-quality checks")[0]?.join(" ")).toContain(
			"at most 10% 11.0%11 of 100Over the limit",
		);
		expect(page.read).toContain("v1-00000000");
		const byPeriod = await analyst.get("/indicators/P1");
		expect(rowsOf(byPeriod.document, "By period")[0]?.slice(1, 4)).toEqual(["40.7%", "57", "140"]);
	});

	test("as the public would see it: page, drawing and files hide what is small and what would give it away", async () => {
		for (const [who, path] of [
			[analyst, "by=sex&public=1"],
			[planner, "by=sex"],
		] as const) {
			const page = await who.get(`/indicators/P1?place=${alder}&${path}`);
			expect(rowsOf(page.document, "By group").slice(1)).toEqual([
				["female", "*", "*", "30"],
				["male", "*", "*", "50"],
			]);
			const file = await who.get(`/indicators/P1/table.csv?place=${alder}&${path}`);
			const drawing = await who.get(`/indicators/P1/chart.svg?place=${alder}&${path}`);
			for (const text of [page.read, drawing.text, file.text]) expect(text).not.toMatch(/13\.3|66\.0|\b33\b/);
			expect(file.text).toContain("female,female,observed,*,30,*");
		}
	});

	test("keeps a file of what is shown; its name says when numbers are unmasked", async () => {
		const file = await analyst.get("/indicators/P1/table.csv?by=sex");
		expect(file.headers.get("content-disposition")).toBe(
			'attachment; filename="Halcyon-P1-23A23B-by-sex-unmasked.csv"',
		);
		expect(file.text).toContain(',observed,4,30,13.333333333333334,percent,"unmasked, for the agency\'s own use"');
		const excel = await analyst.get("/indicators/P1/table.xlsx?by=sex");
		expect([excel.status, excel.text.slice(0, 2)]).toEqual([200, "PK"]);
		const drawing = await analyst.get("/indicators/P1/chart.svg");
		expect(drawing.headers.get("content-type")).toContain("image/svg+xml");
		expect(drawing.text).toMatch(/^<svg /);
	});

	test("that is not counted says what it needs; what does not exist is not found", async () => {
		expect((await analyst.get("/indicators/S1?by=county")).read).toContain("not counted. It needs NCANDS FY23.");
		expect((await analyst.get("/indicators/X9")).status).toBe(404);
		expect((await analyst.get("/indicators/P1?window=19A19B")).read).toContain("Choose one of its windows");
		expect((await analyst.get("/indicators/P1?by=shoe&by2=sex")).status).toBe(200);
	});
});

describe("the counties compared", () => {
	const window = "23A23B";
	let far: SiteVisitor;
	let farState: string;
	beforeAll(async () => {
		farState = await addPlace(site.storage, { kind: "state", code: "97", name: "Farland" });
		const counties = ["97001", "97003", "97005", "97007", "97009", "97011"];
		for (const code of counties) {
			await addPlace(site.storage, { kind: "county", code, name: `County ${code}`, parentId: farState });
		}
		far = await site.visitorAs(await addActor(site.storage, farState, "state-analyst"));
		// Two ages; the first county does far better, the second far worse, the last has 20 children.
		const rates = [0.7, 0.2, 0.45, 0.45, 0.45, 0.5];
		const riskCells = sampleRiskCells(
			counties.map((county, index) => ({ county, share: rates[index] ?? 0, children: index === 5 ? 10 : 200 })),
		);
		await keepSampleRun(site.storage.performer, farState, {
			...{ county: "97001", riskCells, curves: sampleCurves("97001") },
		});
	});

	test("stand with observed and adjusted figures, intervals and words, named as local, with chart and file", async () => {
		const path = `/indicators/P1/compare?place=${farState}&window=${window}`;
		const page = await far.get(path);
		expect(page.status).toBe(200);
		expect(page.read).toContain("Local approximation, not federal. It is not risk-standardized performance");
		const rows = rowsOf(page.document, "Counties compared");
		expect(rows.map(([county, children, , , , words]) => [county, children, words])).toEqual([
			["County 97001", "400", "Better"],
			["County 97003", "400", "Worse"],
			["County 97005", "400", "No different"],
			["County 97007", "400", "No different"],
			["County 97009", "400", "No different"],
			["County 97011", "20", "Not judged: too few children"],
		]);
		expect(rows[0]?.[4]).toMatch(/^\d+\.\d% to \d+\.\d%$/u);
		expect(rows[5]?.slice(3, 5)).toEqual(["–", "–"]);
		expect(page.read).toContain("Of 5 counties that could be judged, 1 better, 3 no different, 1 worse.");
		expect(page.document.querySelector("figure svg desc")?.textContent).toContain("95 percent intervals");
		const file = await far.get(`/indicators/P1/compare/table.csv?place=${farState}&window=${window}`);
		expect(file.headers.get("content-disposition")).toContain("Farland-P1-23A23B-counties-compared-local-unmasked.csv");
		expect(file.text.split("\r\n")[1]).toContain('Better,"Local approximation, not federal');
		const chart = await far.get(`/indicators/P1/compare/chart.svg?place=${farState}&window=${window}`);
		expect(chart.text).toMatch(/^<svg /);
		const linkOf = (document: Document) => document.querySelector('a[href*="/compare"]')?.getAttribute("href");
		expect(linkOf((await far.get("/indicators/P1")).document)).toBe(path);
		expect(linkOf((await far.get("/indicators/P1?public=1")).document)).toBeUndefined();
	});

	test("are refused to whoever may not see all of the State's numbers, and where they were not kept", async () => {
		const page = await planner.get(`/indicators/P1/compare?place=${alder}`);
		expect(page.status).toBe(403);
		expect(page.read).toContain("Ask a State analyst about your county");
		expect((await planner.get(`/indicators/P1/compare/table.csv?place=${alder}`)).status).toBe(403);
		expect((await planner.get("/indicators/P1")).document.querySelector('a[href*="compare"]')).toBeNull();
		expect((await analyst.get("/indicators/P1/compare")).read).toContain("before counties could be compared");
		expect((await analyst.get("/indicators/S1/compare")).read).toContain("still needs FY23");
	});
});

describe("cohorts by month", () => {
	let far: SiteVisitor;
	let place: string;
	beforeAll(async () => {
		place = await addPlace(site.storage, { kind: "state", code: "96", name: "Nearland" });
		await addPlace(site.storage, { kind: "county", code: "96001", name: "Oak County", parentId: place });
		far = await site.visitorAs(await addActor(site.storage, place, "state-analyst"));
		await keepSampleRun(site.storage.performer, place, {
			...{ county: "96001", curves: sampleCurves("96001"), bands: sampleBands("96001") },
		});
	});

	test("stand as a chart of steps beside their table with children at risk, and as a file", async () => {
		const page = await far.get(`/indicators/curves?place=${place}`);
		expect(page.status).toBe(200);
		expect(rowsOf(page.document, "By month")).toEqual([
			["1", "40", "0.0%", "0.0%", "0.0%", "0.0%", "0.0%", "0.0%", "100.0%"],
			["2", "30", "25.0%", "25.0%", "0.0%", "0.0%", "0.0%", "0.0%", "75.0%"],
		]);
		expect(page.read).toContain("All children: 40 children followed to March 31, 2025.");
		expect(page.read).toContain("Unmasked, for the agency's own use.");
		expect(page.document.querySelector("figure svg desc")?.textContent).toContain("Permanency 25.0% by month 2");
		const options = [...page.document.querySelectorAll("select[name=group] option")].map((each) => each.textContent);
		expect(options).toEqual(["All children", "County: Oak County", "Sex: female"]);
		const file = await far.get(`/indicators/curves/table.csv?place=${place}&group=county:96001`);
		expect(file.headers.get("content-disposition")).toContain("Nearland-entry-cohort-23A23B-county-96001-unmasked.csv");
		expect(file.text.split("\r\n")[2]).toContain("entry,23A23B,County: Oak County,2,30,25.0%");
		expect((await far.get(`/indicators/curves/chart.svg?place=${place}`)).text).toMatch(/^<svg /);
		expect((await far.get("/indicators")).document.querySelector('a[href*="/indicators/curves"]')).not.toBeNull();
	});

	test("of those who left say how long they had stayed and who came back", async () => {
		const page = await far.get(`/indicators/curves?place=${place}&cohort=exit&group=sex:female`);
		expect(rowsOf(page.document, "By month")).toEqual([
			["1", "10", "0.0%", "0.0%"],
			["2", "9", "10.0%", "10.0%"],
		]);
		expect(rowsOf(page.document, "Days in care")[0]).toEqual([
			...["All", "10", "40", "45", "50", "100.0%", "100.0%", "100.0%"],
		]);
	});

	test("are in steps of six months, masked, for everybody else, and for whoever asks what the public sees", async () => {
		const partner = await site.visitorAs(await addActor(site.storage, place, "partner"));
		for (const [who, more] of [
			[partner, ""],
			[far, "&public=1"],
		] as const) {
			const page = await who.get(`/indicators/curves?place=${place}${more}`);
			expect(rowsOf(page.document, "In steps of six months")).toEqual([
				["Left to permanency within 6 months", "20", "25.0%"],
				["Left to permanency within 12 months (P1)", "31", "38.8%"],
				["Left to permanency within 18 months", "45", "56.3%"],
				["Left otherwise within 18 months", "15", "18.8%"],
				["In care after 18 months", "20", "25.0%"],
			]);
			expect(page.document.querySelector("figure svg desc")?.textContent).toContain("Permanency 56.3% by month 18");
			const file = await who.get(`/indicators/curves/table.csv?place=${place}${more}`);
			expect(file.headers.get("content-disposition")).toContain("Nearland-entry-cohort-23A23B-masked.csv");
			expect(file.text.split("\r\n")[2]).toContain(
				"All children,Left to permanency within 12 months (P1),31,38.75,counts of 1",
			);
			expect((await who.get(`/indicators/curves/chart.svg?place=${place}${more}`)).text).toMatch(/^<svg /);
			const list = await who.get(`/indicators?place=${place}${more}`);
			expect(list.document.querySelector('a[href*="/indicators/curves"]')?.textContent).toContain(
				"in steps of six months",
			);
		}
	});

	test("that are not kept are not found", async () => {
		expect((await planner.get(`/indicators/curves?place=${alder}`)).read).toContain("before steps were kept");
		expect((await far.get(`/indicators/curves?place=${place}&group=county:1`)).status).toBe(404);
		expect((await far.get(`/indicators/curves?place=${place}&window=19A19B`)).status).toBe(404);
		expect((await analyst.get("/indicators/curves")).read).toContain("before cohorts were kept");
	});
});

describe("the child population", () => {
	const csv = (text: string) => {
		const form = new FormData();
		form.append("jurisdictionId", alder);
		form.append("source", "State demographer");
		form.append("dataAsOf", "06/27/2024");
		form.append("file", new File([text], "children.csv"));
		return form;
	};

	test("is loaded whole or not at all by those who may, with its source, day and checksum", async () => {
		const path = `/indicators/population?place=${alder}`;
		expect(
			(await analyst.get(`/indicators/population?place=${state}`)).document.querySelector("form[enctype]"),
		).toBeNull();
		expect((await planner.get(path)).read).toContain("No child population of Alder County has been loaded yet");
		const refused = await planner.post(path, csv("county,year,population\n99001,2023,many\n"));
		expect(refused.status).toBe(422);
		expect(refused.read).toContain('Row 2, column C (population): population is "many"');
		expect(refused.read).toContain("Nothing of the file was taken");
		expect((await planner.get(path)).read).toContain("No child population");
		const noDate = csv("county,year,population\n99001,2023,30000\n");
		noDate.set("dataAsOf", "soon");
		expect((await planner.post(path, noDate)).document.querySelector("#dataAsOf-error")).not.toBeNull();
		const taken = await planner.post(path, csv("county,year,population\n99001,2023,30000\n99001,2022,29000\n"));
		expect([taken.status, taken.read.includes("2 numbers added, 0 changed, 0 unchanged.")]).toEqual([200, true]);
		const page = await planner.get(path);
		expect(rowsOf(page.document, "Child population")).toEqual([["Alder County", "30,000", "29,000"]]);
		expect(rowsOf(page.document, "Sources")[0]?.slice(0, 4)).toEqual([
			...["State demographer", "June 27, 2024", "2023, 2022", "children.csv"],
		]);
		const file = await planner.get(`/indicators/population/table.csv?place=${alder}`);
		expect(file.text.split("\r\n")[1]).toMatch(
			/^99001,2023,30000,State demographer,2024-06-27,children.csv,[0-9a-f]{64}$/,
		);
		expect((await analyst.post(path, csv("county,year,population\n99001,2023,1\n"))).status).toBe(403);
		expect((await planner.get("/indicators/population/template.csv")).text).toBe("county,year,population\r\n");
	});

	test("is linked from the indicators, and what is not counted yet says what it needs", async () => {
		const list = await analyst.get("/indicators");
		expect(list.document.querySelector('a[href*="/indicators/population"]')).not.toBeNull();
		expect(rowsOf(list.document, "Beside the indicators").map(([name]) => name)).toEqual([
			"Foster care entry rateper 1,000 children",
			"Months with a caseworker visit",
			"Visited months with a visit where the child lives",
		]);
		expect((await analyst.get("/indicators/ENTRY?by=sex")).status).toBe(200);
	});
});

describe("the records behind a number", () => {
	test("are for case-level data readers, who are told that the look is written down", async () => {
		const page = await reader.get("/indicators/P1/records?sex=female&outcome=left-out");
		expect(page.status).toBe(200);
		expect(page.read).toContain("This look has been written down");
		expect(page.read).toContain("sex female");
		const file = await reader.get("/indicators/P1/records/records.csv");
		expect(file.headers.get("content-disposition")).toContain("records-P1-23A23B.csv");
	});

	test.each([
		["State analyst", () => analyst],
		["county planner", () => planner],
	])("are refused to a %s in plain words, on the page and as a file", async (_, who) => {
		for (const path of ["records", "records/records.csv"]) {
			const page = await who().get(`/indicators/P1/${path}`);
			expect(page.status).toBe(403);
			expect(page.read).toContain("Case-level data reader");
		}
		expect((await who().get("/indicators/P1")).document.querySelector('a[href*="records"]')).toBeNull();
	});

	test("are looked at in the open: the place's administrator lists every look, a reader their own, others none", async () => {
		await reader.get("/indicators/P1/records?sex=female");
		const administrator = await site.visitorAs(await addActor(site.storage, state, "administrator"));
		for (const who of [administrator, reader]) {
			const page = await who.get("/indicators/looks");
			expect(page.status).toBe(200);
			const asked = rowsOf(page.document, "Looks at case-level data").map((row) => row.slice(2).join(" "));
			expect(asked).toContainEqual(expect.stringMatching(/^P1 .*sex female/));
		}
		expect((await analyst.get("/indicators/looks")).read).toContain("No look is on record that you may see");
	});
});

describe("every measure by groups", () => {
	test("is masked for whoever asks, names whom it compares with, and says what cannot be said", async () => {
		for (const visitor of [analyst, planner]) {
			const page = await visitor.get(`/equity/${visitor === planner ? alder : state}`);
			expect(page.status).toBe(200);
			const bySex = rowsOf(page.document, "P1: By sex");
			// 4 girls are masked, and the boys beside them, for the whole is shown.
			expect(bySex.find(([group]) => group === "female")?.slice(1, 3)).toContain("*");
			expect(JSON.stringify(bySex)).not.toContain('"4"');
		}
		const whole = await analyst.get(`/equity/${state}?measure=P1`);
		expect(rowsOf(whole.document, "P1: By county").map(([group]) => group)).toEqual([
			...["Alder County", "Birch County", "All children"],
		]);
		expect(whole.read).toContain("compared with");
		expect(whole.read).toContain("It holds no race, Hispanic origin, age or sex of a child");
		expect((await planner.get(`/equity/${birch}`)).status).toBe(403);
	});

	test("tells how groups are given where a measure has none", async () => {
		const [measure] = (await analyst.get(`/equity/${birch}?measure=P1`)).document.querySelectorAll("h2");
		expect(measure?.textContent).toBeTruthy();
		expect((await analyst.get(`/indicators/P1?place=${alder}`)).read).toContain("This measure by every group");
	});
});
