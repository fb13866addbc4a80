import { describe, expect, it } from "vitest";
import { collectExtract } from "./collect-extract.ts";
import { childFileLine, type Fields } from "./sample-extracts.ts";

async function report(values: Fields) {
	const { rows, ids, problems } = await collectExtract(childFileLine(values));
	return { row: rows.ncands[0], ids, problems };
}

describe("an NCANDS Child File", () => {
	it("gives a row a report and child, with every element where the layout has it", async () => {
		const { reading, rows, ids } = await collectExtract(`${childFileLine()}\r\n`, { number: 2 });
		expect(ids).toEqual([]);
		expect(reading).toMatchObject({ kind: "ncands", period: "2023", records: 1, usable: true });
		expect(rows.ncands).toEqual([
			{
				year: 2023,
				file: 2,
				line: 1,
				state: "CA",
				child: "CA-NCHILD000001",
				report: "REPORT000001",
				county: "06001",
				reportDate: "2022-12-31",
				incidentDate: "2022-12-30",
				age: 7,
				dob: "2015-03-15",
				sex: "male",
				raceEthnicity: "White",
				afcarsId: "CHILD0000001",
				victim: true,
				death: false,
			},
		]);
	});

	it("takes lines up to 400 characters, pads short ones and refuses longer ones", async () => {
		const lines = [
			childFileLine().padEnd(400, "1"),
			childFileLine({ IncidDt: "" }).trimEnd(),
			"",
			childFileLine().padEnd(500),
		];
		const { rows, ids } = await collectExtract(lines.join("\n"));
		expect(rows.ncands.map(({ line }) => line)).toEqual([1, 2, 4]);
		expect(ids).toEqual(["line-short"]);
		const long = await collectExtract(`${childFileLine()}\n${childFileLine().padEnd(401, "1")}`);
		expect(long.reading.usable).toBe(false);
		expect(long.problems).toMatchObject([{ id: "line-too-long", line: 2 }]);
	});

	it("refuses years that differ", async () => {
		const { reading, problems } = await collectExtract([childFileLine(), childFileLine({ SubYr: "2024" })].join("\n"));
		expect(reading.usable).toBe(false);
		expect(problems).toMatchObject([{ id: "mixed-periods", record: 2, element: { number: "1" }, value: "2024" }]);
	});

	it("reads dates as month, day, year", async () => {
		const { row, problems } = await report({ RptDt: "20221231" });
		expect(row?.reportDate).toBeNull();
		expect(problems).toMatchObject([{ id: "date-impossible", element: { number: "6" } }]);
		expect((await report({ RptDt: "" })).ids).toEqual(["report-date-missing"]);
		const { row: open, ids } = await report({ IncidDt: "99999999", ChBdate: "00000000" });
		expect([open?.incidentDate, open?.dob, ids]).toEqual([null, null, []]);
	});

	it.each([
		[{ Mal1Lev: "2 " }, true],
		[{ Mal1Lev: " 1" }, true],
		[{ Mal1Lev: "05", Mal4Lev: "01" }, true],
		[{ Mal1Lev: "03" }, false],
		[{ Mal1Lev: "88", Mal2Lev: "99" }, false],
		[{ Mal1Lev: "11" }, false],
		[{ Mal1Lev: "05", MalDeath: "1" }, true],
		[{ Mal1Lev: "" }, false],
	])("knows a victim of %j: %s (case 78)", async (values, victim) => {
		const { row } = await report(values);
		expect([row?.victim, row?.death]).toEqual([victim, "MalDeath" in values]);
	});

	it.each([
		["00", 0],
		["17", 17],
		[" 5", 5],
		["5 ", 5],
		["77", 77],
		["99", null],
		["  ", null],
		["XX", null],
	])("reads age %j as %s (settled reading 24)", async (text, age) => {
		const { row, ids } = await report({ ChAge: text });
		expect([row?.age, ids]).toEqual([age, age === null ? ["age-missing"] : []]);
	});

	it.each([
		[{ ChRacWh: "2" }, "Missing Race/Ethnicity Data"],
		[{ ChRacWh: "9" }, "Missing Race/Ethnicity Data"],
		[{ ChRacWh: "3" }, "Unknown/Unable to Determine"],
		[{ ChRacWh: "2", ChRacUd: "1" }, "Unknown/Unable to Determine"],
		[{ ChRacWh: "2", ChRacUd: "3" }, "Unknown/Unable to Determine"],
		[{ ChRacWh: "2", CEthn: "3" }, "Unknown/Unable to Determine"],
		[{ ChRacUd: "1" }, "White"],
		[{ ChRacBl: "1" }, "Two or More"],
		[{ CEthn: "1" }, "Hispanic (of any race)"],
		[{ ChRacWh: "2", ChRacAI: "1" }, "American Indian/Alaska Native"],
		[{ ChRacWh: "2", ChRacAs: "1" }, "Asian"],
		[{ ChRacWh: "2", ChRacNH: "1" }, "Native Hawaiian/Other Pacific Islander"],
	])("reads race %j as %s: 1 is yes and 2 is no (settled reading 5)", async (values, group) => {
		expect((await report(values)).row?.raceEthnicity).toBe(group);
	});

	it("puts the county together from state and county, else says unknown (settled reading 3)", async () => {
		expect((await report({ StaTerr: "pr", RptCnty: "127" })).row).toMatchObject({ county: "72127", state: "PR" });
		expect(await report({ StaTerr: "ZZ" })).toMatchObject({
			row: { county: "unknown" },
			ids: ["state-missing", "county-unknown"],
		});
		expect((await report({ RptCnty: "1" })).row?.county).toBe("unknown");
	});

	it("leaves out rows without child ID and keeps those without report or AFCARS ID (case 79)", async () => {
		expect(await report({ ChID: "" })).toMatchObject({ row: undefined, ids: ["child-id-missing"] });
		expect(await report({ RptID: "" })).toMatchObject({ row: { report: "" }, ids: ["report-id-missing"] });
		expect(await report({ AFCARSID: "" })).toMatchObject({ row: { afcarsId: null }, ids: [] });
		expect((await report({ AFCARSID: " AB 1" })).row?.afcarsId).toBe("AB 1");
	});

	it("says unknown for a sex that is none", async () => {
		expect(await report({ ChSex: "9" })).toMatchObject({ row: { sex: "unknown" }, ids: ["sex-unknown"] });
		expect((await report({ ChSex: "2" })).row?.sex).toBe("female");
	});
});
