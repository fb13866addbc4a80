import { describe, expect, it } from "vitest";
import { collectExtract } from "./collect-extract.ts";
import type { Fields } from "./sample-extracts.ts";
import { legacyLine } from "./sample-extracts.ts";

/** The row and problems of one child whose fields are as given. */
async function child(values: Fields) {
	const { rows, ids, problems } = await collectExtract(legacyLine(values));
	return { row: rows.afcars[0], ids, problems };
}

describe("a foster care file up to period 22B", () => {
	it("gives a row a child, with every element where the layout has it", async () => {
		const { reading, rows, ids } = await collectExtract(`${legacyLine()}\n`, { number: 3 });
		expect(ids).toEqual([]);
		expect(reading).toMatchObject({ kind: "afcars-legacy", period: "22B", records: 1, usable: true });
		expect(rows.afcars).toEqual([
			{
				period: "22B",
				source: "LEGACY",
				file: 3,
				record: 1,
				child: "06-CHILD0000001",
				recordNumber: "CHILD0000001",
				county: "06001",
				removal: "2022-05-01",
				exit: "2022-09-01",
				reason: "REUNIFICATION",
				dob: "2010-07-04",
				sex: "female",
				raceEthnicity: "Black or African American",
				totalRemovals: 2,
				removalOrdinal: 2,
				priorDischarge: "2015-01-31",
				placements: 3,
				hasPlacements: true,
				lastIsTrialHomeVisit: false,
				lastSettingStart: "2022-06-15",
			},
		]);
		expect(rows.moves).toEqual([]);
	});

	it("skips @ lines and summaries of 174 characters, ends at # or $, allows CRLF and short lines (settled reading 27)", async () => {
		const second = legacyLine({ RECNUMBR: "SECOND" }).slice(0, 190).trimEnd();
		const file = ["@", `@${"9".repeat(80)}`, "1".repeat(174), legacyLine(), "", second, "#", legacyLine(), "rubbish"];
		const { reading, rows, ids } = await collectExtract(file.join("\r\n"));
		expect(rows.afcars.map(({ record, recordNumber }) => [record, recordNumber])).toEqual([
			[1, "CHILD0000001"],
			[2, "SECOND"],
		]);
		expect(reading).toMatchObject({ records: 2, usable: true });
		expect(ids).toEqual(["line-short"]);
		const dollar = await collectExtract([legacyLine(), "$ADOPTION", legacyLine()].join("\n"));
		expect(dollar.rows.afcars).toHaveLength(1);
	});

	it("reads a last line without an end, a mark at the start and a control-Z at the end", async () => {
		expect((await collectExtract(`\ufeff${legacyLine()}\n${legacyLine()}`)).rows.afcars).toHaveLength(2);
		const { rows, ids } = await collectExtract(`${legacyLine()}\n\u001a`);
		expect([rows.afcars.length, ids]).toEqual([1, []]);
	});

	it("says when the last line is cut off, unless lines are short throughout", async () => {
		const cut = await collectExtract(`${legacyLine()}\n${legacyLine().slice(0, 98)}`);
		expect(cut.problems[0]).toMatchObject({ id: "last-line-cut", tier: "mend", record: 2, value: "98 characters" });
		expect(cut.rows.afcars[1]).toMatchObject({ removal: "2022-05-01", exit: null });
		const short = legacyLine().slice(0, 195);
		expect((await collectExtract(`${short}\n${short}`)).ids).toEqual(["line-short", "line-short"]);
		expect((await collectExtract(`${legacyLine()}\n${short}\n`)).ids).toEqual(["line-short"]);
	});

	it("counts bytes, not characters, where a file has letters beyond ASCII", async () => {
		const line = new TextEncoder().encode(legacyLine());
		line.set([0xc3, 0xa9], 13);
		const { rows, ids } = await collectExtract(line);
		expect(rows.afcars[0]).toMatchObject({ county: "06001", removal: "2022-05-01", recordNumber: "Ã©ILD0000001" });
		expect(ids).toEqual([]);
	});

	it("takes the period from the first record and refuses records of another", async () => {
		expect((await collectExtract(legacyLine({ REPDATMO: "03" }))).reading.period).toBe("22A");
		const mixed = await collectExtract([legacyLine(), legacyLine({ REPDATMO: "03" })].join("\n"));
		expect(mixed.reading).toMatchObject({ usable: false, period: "22B" });
		expect(mixed.problems).toMatchObject([
			{ id: "mixed-periods", tier: "reject", record: 2, line: 2, value: "202203" },
		]);
		const unreadable = await collectExtract([legacyLine(), legacyLine({ REPDATMO: "  " })].join("\n"));
		expect(unreadable.reading.usable).toBe(true);
		expect(unreadable.ids).toEqual(["period-unreadable"]);
		expect(unreadable.rows.afcars[1]?.period).toBe("22B");
	});

	it("refuses lines that are longer than the layout, not ones with blanks at the end", async () => {
		expect((await collectExtract(`${legacyLine()}    \n`)).ids).toEqual([]);
		const { reading, problems } = await collectExtract(`${legacyLine()}\n${legacyLine()}77\n${legacyLine()}\n`);
		expect(reading).toMatchObject({ usable: false, records: 3 });
		expect(problems).toMatchObject([{ id: "line-too-long", record: 2, line: 2, value: "199 characters" }]);
	});

	it("trims record numbers and leaves out records without one (settled reading 7)", async () => {
		expect((await child({ RECNUMBR: "  AB12" })).row).toMatchObject({ recordNumber: "AB12", child: "06-AB12" });
		const { reading, rows, ids } = await collectExtract([legacyLine({ RECNUMBR: "" }), legacyLine()].join("\n"));
		expect(reading.records).toBe(2);
		expect(rows.afcars.map(({ record }) => record)).toEqual([2]);
		expect(ids).toEqual(["record-number-missing"]);
	});

	it("hands on every copy of a record number", async () => {
		const { rows } = await collectExtract([legacyLine(), legacyLine(), legacyLine()].join("\n"));
		expect(rows.afcars.map(({ record }) => record)).toEqual([1, 2, 3]);
	});

	it.each(["00000000", "99999999", "        "])("reads the date %j as missing (settled reading 4)", async (text) => {
		const { row, ids } = await child({
			DOB: text,
			LatRemDt: text,
			DoDFCDt: text,
			DISREASN: "0",
			CurSetDt: text,
			DLstFCDt: text,
		});
		expect(row).toMatchObject({ dob: null, removal: null, exit: null, lastSettingStart: null, priorDischarge: null });
		expect(ids).toEqual(["birth-date-missing", "removal-date-missing"]);
	});

	it.each(["20101399", "20100230", "2010 704", "2010070", "ABCDEFGH", "20230229"])(
		"reads the date %j as impossible (settled reading 4)",
		async (text) => {
			const { row, problems } = await child({ DOB: text });
			expect(row?.dob).toBeNull();
			expect(problems).toMatchObject([
				{ id: "date-impossible", tier: "mend", record: 1, line: 1, element: { number: "6" }, value: text.trim() },
			]);
		},
	);

	it("reads 29 February of leap years", async () => {
		expect((await child({ DOB: "20120229" })).row?.dob).toBe("2012-02-29");
		expect((await child({ DOB: "19000229" })).row?.dob).toBeNull();
	});

	it.each([
		["1", "REUNIFICATION"],
		["2", "RELATIVE"],
		["3", "ADOPTION"],
		["4", "EMANCIPATION"],
		["5", "GUARDIANSHIP"],
		["6", "TRANSFER"],
		["7", "RUNAWAY"],
		["8", "DEATH"],
	])("reads exit reason %s as %s (case 57)", async (code, reason) => {
		expect((await child({ DISREASN: code })).row?.reason).toBe(reason);
	});

	it.each([
		["0", "reason-missing"],
		[" ", "reason-missing"],
		["9", "reason-unknown"],
		["X", "reason-unknown"],
	])("has no reason for %j at an exit (settled reading 6)", async (code, id) => {
		const { row, ids } = await child({ DISREASN: code });
		expect([row?.reason, row?.exit, ids]).toEqual([null, "2022-09-01", [id]]);
	});

	it("has no reason while the child is in care", async () => {
		const { row, ids } = await child({ DoDFCDt: "", DISREASN: "3" });
		expect([row?.reason, row?.exit, ids]).toEqual([null, null, ["reason-without-exit"]]);
	});

	it.each([
		[{ BLKAFRAM: "0" }, "Missing Race/Ethnicity Data"],
		[{ BLKAFRAM: "0", UNTODETM: "1" }, "Unknown/Unable to Determine"],
		[{ BLKAFRAM: "0", HISORGIN: "3" }, "Unknown/Unable to Determine"],
		[{ UNTODETM: "1", HISORGIN: "3" }, "Black or African American"],
		[{ WHITE: "1" }, "Two or More"],
		[{ WHITE: "1", HISORGIN: "1" }, "Hispanic (of any race)"],
		[{ BLKAFRAM: "0", AMIAKN: "1" }, "American Indian/Alaska Native"],
		[{ BLKAFRAM: "0", ASIAN: "1" }, "Asian"],
		[{ BLKAFRAM: "0", HAWAIIPI: "1" }, "Native Hawaiian/Other Pacific Islander"],
		[{ BLKAFRAM: "0", WHITE: "1" }, "White"],
	])("reads race %j as %s (settled reading 5)", async (values, group) => {
		expect((await child(values)).row?.raceEthnicity).toBe(group);
	});

	it("says unknown for a county or sex that is none (settled reading 3)", async () => {
		const { row, ids } = await child({ FIPSCODE: "00008".slice(4), SEX: "3" });
		expect([row?.county, row?.sex, ids]).toEqual(["unknown", "unknown", ["county-unknown", "sex-unknown"]]);
		expect((await child({ SEX: "1" })).row?.sex).toBe("male");
	});

	it("reads numbers of removals and placements; blank is missing and 00 placements are a number (settled reading 29)", async () => {
		expect((await child({ NUMPLEP: "00" })).row).toMatchObject({ placements: 0, hasPlacements: true });
		expect((await child({ NUMPLEP: " 7" })).row).toMatchObject({ placements: 7 });
		const { row, ids } = await child({ NUMPLEP: "", TOTALREM: "" });
		expect(row).toMatchObject({ placements: null, hasPlacements: false, totalRemovals: null, removalOrdinal: null });
		expect(ids).toEqual(["removals-missing", "placements-missing"]);
		expect((await child({ TOTALREM: "00" })).row).toMatchObject({ totalRemovals: null, removalOrdinal: null });
	});

	it("knows a trial home visit by element 41", async () => {
		expect((await child({ CURPLSET: "8" })).row?.lastIsTrialHomeVisit).toBe(true);
	});

	it.each([
		[{ DOB: "20220601" }, ["birth-after-removal"]],
		[{ DOB: "20220902" }, ["birth-after-removal", "birth-after-exit"]],
		[{ DoDFCDt: "20220430" }, ["exit-before-removal"]],
		[{ DoDFCDt: "20220501" }, ["exit-same-day"]],
		[{ DoDFCDt: "20221001" }, ["date-after-period"]],
		[{ LatRemDt: "20221001", DoDFCDt: "", DISREASN: "0" }, ["date-after-period"]],
	])("reports dates that cannot be true together: %j", async (values, expected) => {
		const { row, ids } = await child(values);
		expect(ids).toEqual(expected);
		expect(row).toBeDefined();
	});

	it("takes the state of the file for a record without one", async () => {
		const { rows, ids } = await collectExtract(
			[legacyLine(), legacyLine({ STATE: "" }), legacyLine({ STATE: " 6" })].join("\n"),
		);
		expect(rows.afcars.map((row) => row.child)).toEqual(Array(3).fill("06-CHILD0000001"));
		expect(ids).toEqual(["state-missing"]);
	});

	it("reports a line of 174 characters among the records", async () => {
		const { rows, problems } = await collectExtract([legacyLine(), "1".repeat(174), legacyLine()].join("\n"));
		expect(rows.afcars).toHaveLength(2);
		expect(problems).toMatchObject([{ id: "summary-between-records", tier: "look", record: null, line: 2 }]);
	});
});
