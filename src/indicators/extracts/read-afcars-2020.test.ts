import { describe, expect, it } from "vitest";
import { collectExtract } from "./collect-extract.ts";
import { extractLimits } from "./extract-limits.ts";
import { arrangement, type Fields, file2020, record2020, removal1993, removal2020, visit } from "./sample-extracts.ts";

async function child(values: Fields, removals?: readonly string[]) {
	const { rows, ids, problems } = await collectExtract(file2020([record2020(values, removals)]));
	return { rows: rows.afcars, row: rows.afcars[0], moves: rows.moves, ids, problems };
}

describe("an AFCARS 2020 out-of-home care file", () => {
	it("gives a row a removal, with every element", async () => {
		const { reading, rows, ids } = await collectExtract(file2020(), { number: 4 });
		expect(ids).toEqual([]);
		expect(reading).toMatchObject({ kind: "afcars-2020", period: "23A", records: 1, usable: true });
		expect(rows.afcars).toEqual([
			{
				period: "23A",
				source: "AFCARS2020",
				file: 4,
				record: 1,
				child: "06-CHILD0000001",
				recordNumber: "CHILD0000001",
				county: "06001",
				removal: "2022-11-15",
				exit: null,
				reason: null,
				dob: "2010-07-04",
				sex: "female",
				raceEthnicity: "Black or African American",
				totalRemovals: 1,
				removalOrdinal: 1,
				priorDischarge: null,
				placements: null,
				hasPlacements: true,
				lastIsTrialHomeVisit: false,
				lastSettingStart: "2022-11-15",
			},
		]);
	});

	it("ranks removals by date among both kinds; removal_1993 gives no row (settled readings 10 and 23)", async () => {
		const { rows, ids } = await child({}, [
			removal2020({ removal: "20230201" }),
			removal1993("20150101", "20151231"),
			removal2020({ removal: "20221015", exit: "20221201", reason: "1" }),
		]);
		expect(ids).toEqual([]);
		expect(
			rows.map((row) => [row.removal, row.removalOrdinal, row.totalRemovals, row.priorDischarge, row.reason]),
		).toEqual([
			["2023-02-01", 3, 3, "2022-12-01", null],
			["2022-10-15", 2, 3, "2015-12-31", "REUNIFICATION"],
		]);
	});

	it("counts removals without a date but does not rank them", async () => {
		const { rows, ids } = await child({}, [removal2020({ removal: undefined }), removal2020({})]);
		expect(rows.map((row) => [row.removal, row.removalOrdinal, row.totalRemovals])).toEqual([
			[null, null, 2],
			["2022-11-15", 1, 2],
		]);
		expect(ids).toEqual(["removal-date-missing"]);
	});

	it.each([
		["1", "REUNIFICATION"],
		["2", "RELATIVE"],
		["3", "ADOPTION"],
		["4", "EMANCIPATION"],
		["5", "GUARDIANSHIP"],
		["6", "RUNAWAY"],
		["7", "DEATH"],
		["8", "TRANSFER"],
	])("reads exit reason %s as %s (case 57)", async (code, reason) => {
		expect((await child({}, [removal2020({ exit: "20230301", reason: code })])).row?.reason).toBe(reason);
	});

	it("knows a missing reason from a child in care (settled reading 6, case 58)", async () => {
		expect(await child({}, [removal2020({ reason: "9" })])).toMatchObject({ row: { reason: null }, ids: [] });
		expect((await child({}, [removal2020({ exit: "20230301", reason: "9" })])).ids).toEqual(["reason-missing"]);
		expect((await child({}, [removal2020({ exit: "20230301", reason: "12" })])).ids).toEqual(["reason-unknown"]);
		expect(await child({}, [removal2020({ reason: "3" })])).toMatchObject({
			row: { reason: null },
			ids: ["reason-without-exit"],
		});
	});

	it.each([
		[{ E15_child_race_black: "0" }, "Missing Race/Ethnicity Data"],
		[{ E15_child_race_black: "0", E18_child_race_unknown: "1" }, "Unknown/Unable to Determine"],
		[{ E15_child_race_black: "0", E19_child_race_abandoned: "1" }, "Unknown/Unable to Determine"],
		[{ E15_child_race_black: "0", E20_child_race_declined: "1" }, "Unknown/Unable to Determine"],
		[{ E15_child_race_black: "0", E21_child_hispanic_latino: "7" }, "Unknown/Unable to Determine"],
		[{ E15_child_race_black: "0", E21_child_hispanic_latino: "9" }, "Unknown/Unable to Determine"],
		[{ E21_child_hispanic_latino: "8", E20_child_race_declined: "1" }, "Black or African American"],
		[{ E17_child_race_white: "1" }, "Two or More"],
		[{ E21_child_hispanic_latino: "1" }, "Hispanic (of any race)"],
	])("reads race %j as %s (settled reading 5)", async (values, group) => {
		expect((await child(values)).row?.raceEthnicity).toBe(group);
	});

	it("trims values, reads entities, CDATA, comments, attributes, empty tags and prefixes", async () => {
		const file = `\ufeff<?xml version='1.0'?>\r\n<!-- made > by hand --><a:data xmlns:a="http://www.acf.hhs.gov" note="a>b">
			<a:E1_title_iv_agency> 6 </a:E1_title_iv_agency><E2_report_date>\n202309\n</E2_report_date><records n='1'>
			<record id="1"><E4_child_record_number> A&amp;<!-- x --><![CDATA[B<]]>&#67; </E4_child_record_number><E5_date_of_birth/>
			<E6_sex xsi:nil="true"></E6_sex><E69_E186_removals><removal_2020 ><E69_removal_date\n>20230701</E69_removal_date ><E3_local_agency>06037</E3_local_agency>
			<E112_E146_living_arrangements/></removal_2020></E69_E186_removals></record></records></a:data>\n<!-- end -->`;
		const { reading, rows, ids } = await collectExtract(file);
		expect(reading).toMatchObject({ usable: true, period: "23B" });
		expect(rows.afcars).toMatchObject([
			{
				recordNumber: "A&B<C",
				child: "06-A&B<C",
				removal: "2023-07-01",
				county: "06037",
				dob: null,
				sex: "unknown",
				hasPlacements: false,
			},
		]);
		expect(ids).toEqual(["sex-unknown", "birth-date-missing", "arrangements-missing"]);
	});

	it("gives moves with the removal they belong to", async () => {
		const { moves } = await child({}, [
			removal2020({
				arrangements: [
					arrangement({ from: "20221115", parent1: "1980" }),
					arrangement({ from: "20230110", parent1: "1970" }),
				],
			}),
			removal2020({
				removal: undefined,
				arrangements: [arrangement({ from: "20220101" }), arrangement({ from: "20220201" })],
			}),
		]);
		expect(moves).toEqual([{ period: "23A", child: "06-CHILD0000001", removal: "2022-11-15", movedOn: "2023-01-10" }]);
	});

	it("knows a trial home visit by the last living arrangement", async () => {
		const { row } = await child({}, [
			removal2020({ arrangements: [arrangement({ from: "20221115" }), arrangement({ from: "20230110", type: "14" })] }),
		]);
		expect(row).toMatchObject({ lastIsTrialHomeVisit: true, lastSettingStart: "2023-01-10", hasPlacements: true });
	});

	it("reports living arrangements that cannot be counted", async () => {
		const arrangements = [
			arrangement({ from: "20221399" }),
			arrangement({}),
			arrangement({ from: "20221115", type: "12" }),
		];
		const { row, ids } = await child({}, [removal2020({ arrangements })]);
		expect(row?.hasPlacements).toBe(false);
		expect(ids).toEqual(["date-impossible", "arrangement-date-missing", "arrangements-not-countable"]);
	});

	it("gives visits when asked for", async () => {
		const visits = [visit("20221201", "1"), visit("20230105", "2"), visit("", "1"), visit("2023", "1")];
		const file = file2020([record2020({}, [removal2020({ visits })])]);
		const { rows, ids } = await collectExtract(file, { visits: true });
		const row = { period: "23A", child: "06-CHILD0000001", county: "06001" };
		expect(rows.visits).toEqual([
			{ ...row, visitedOn: "2022-12-01", inResidence: true },
			{ ...row, visitedOn: "2023-01-05", inResidence: false },
		]);
		expect(ids).toEqual(["visit-date-missing", "date-impossible"]);
		const without = await collectExtract(file);
		expect([without.rows.visits, without.ids]).toEqual([[], []]);
	});

	it("leaves out records without a number or a removal of the period, and numbers the others as they stand", async () => {
		const { reading, rows, problems } = await collectExtract(
			file2020([
				record2020({ E4_child_record_number: "" }),
				record2020({}, [removal1993("20150101", "20151231")]),
				record2020(),
				record2020(),
			]),
		);
		expect(reading.records).toBe(4);
		expect(rows.afcars.map(({ record }) => record)).toEqual([3, 4]);
		expect(problems).toMatchObject([
			{ id: "record-number-missing", record: 1, line: 6, element: { number: "4", name: "E4_child_record_number" } },
			{ id: "removal-missing", record: 2 },
		]);
	});

	it("takes the first of an element that stands twice and says so when they differ", async () => {
		const twice = (second: string) => record2020().replace("</E6_sex>", `</E6_sex><E6_sex>${second}</E6_sex>`);
		const { rows, problems } = await collectExtract(file2020([twice("1"), twice("2")]));
		expect(rows.afcars.map(({ sex }) => sex)).toEqual(["female", "female"]);
		expect(problems).toMatchObject([{ id: "element-twice", record: 1, element: { number: "6" }, value: "1" }]);
	});

	it("says unknown for a county or sex that is none, and reports long record numbers", async () => {
		const { row, ids } = await child({ E6_sex: "3", E4_child_record_number: "A".repeat(13) }, [
			removal2020({ county: "6001" }),
		]);
		expect([row?.county, row?.sex]).toEqual(["unknown", "unknown"]);
		expect(ids).toEqual(["record-number-long", "sex-unknown", "county-unknown"]);
	});

	it.each([
		["no period", file2020(undefined, "202304"), "period-missing"],
		[
			"two periods",
			file2020().replace("<records>", "<E2_report_date>202309</E2_report_date><records>"),
			"mixed-periods",
		],
		["no records", file2020([]), "no-records"],
		["a cut end", file2020().slice(0, -30), "xml-truncated"],
		["a record in a record", file2020([record2020().replace("<E6", "<record><E6")]), "xml-not-well-formed"],
		[
			"a removal in a removal",
			file2020([record2020({}, ["<removal_2020>", removal2020({}), "</removal_2020>"])]),
			"xml-not-well-formed",
		],
		["another encoding", file2020().replace("UTF-8", "UTF-32"), "text-encoding"],
		[
			"a record that is too large",
			file2020([record2020({}, [`${"<a>1234567890</a>\n".repeat(240_000)}`])]),
			"record-too-large",
		],
		[
			"too many removals",
			file2020([record2020({}, ["<removal_2020/>".repeat(extractLimits.listLength + 1)])]),
			"record-too-large",
		],
	])("refuses a file with %s", async (_, file, id) => {
		const { reading, ids } = await collectExtract(file);
		expect(reading.usable).toBe(false);
		expect(ids.at(-1)).toBe(id);
	});

	it("refuses bytes that are not UTF-8, and reads Latin-1 that says so", async () => {
		const bytes = new TextEncoder().encode(file2020([record2020({ E4_child_record_number: "AéB" })]));
		const latin = bytes.filter((byte) => byte !== 0xc3).map((byte) => (byte === 0xa9 ? 0xe9 : byte));
		const refused = await collectExtract(latin);
		expect(refused.ids).toEqual(["text-encoding"]);
		const named = Uint8Array.from(
			[...new TextDecoder("latin1").decode(latin).replace("UTF-8", "ISO-8859-1")].map((sign) => sign.charCodeAt(0)),
		);
		expect((await collectExtract(named)).rows.afcars).toMatchObject([{ recordNumber: "AéB" }]);
		expect((await collectExtract(bytes)).rows.afcars).toMatchObject([{ recordNumber: "AéB" }]);
	});

	it("says in which record and line reading stopped", async () => {
		const file = file2020([record2020(), record2020({ E6_sex: "&who;" })]);
		const line = file.slice(0, file.indexOf("&who;")).split("\n").length;
		const { problems } = await collectExtract(file);
		expect(problems).toMatchObject([{ id: "xml-entity", tier: "reject", record: 2, line, value: "&who;" }]);
	});
});
