import { getField } from "./fixed-width.ts";
import legacyLayout from "./layouts/afcars-legacy.json" with { type: "json" };
import childFileLayout from "./layouts/ncands-child-file.json" with { type: "json" };

// Small extracts for the tests of this folder. All children are invented.

/** Fields of a line by their names in the layout. */
export type Fields = Readonly<Record<string, string>>;

function lineOf(length: number, layout: Parameters<typeof getField>[0], values: Fields): string {
	const signs = Array.from({ length }, () => " ");
	for (const [name, value] of Object.entries(values)) {
		const { from, to } = getField(layout, name);
		for (let at = from; at < to; at++) signs[at] = value.padEnd(to - from).charAt(at - from);
	}
	return signs.join("");
}

const legacyChild: Fields = {
	STATE: "06",
	REPDATYR: "2022",
	REPDATMO: "09",
	FIPSCODE: "06001",
	RECNUMBR: "CHILD0000001",
	DOB: "20100704",
	SEX: "2",
	AMIAKN: "0",
	ASIAN: "0",
	BLKAFRAM: "1",
	HAWAIIPI: "0",
	WHITE: "0",
	UNTODETM: "0",
	HISORGIN: "2",
	TOTALREM: "02",
	DLstFCDt: "20150131",
	LatRemDt: "20220501",
	CurSetDt: "20220615",
	NUMPLEP: "03",
	CURPLSET: "3",
	DoDFCDt: "20220901",
	DISREASN: "1",
	FCMNTPAY: "00000",
};

/** A line of the foster care file up to period 22B: a child who was in care from May to September 2022. */
export function legacyLine(values: Fields = {}): string {
	return lineOf(legacyLayout.length, legacyLayout.fields, { ...legacyChild, ...values });
}

const reportedChild: Fields = {
	SubYr: "2023",
	StaTerr: "CA",
	RptID: "REPORT000001",
	ChID: "NCHILD000001",
	RptCnty: "001",
	RptDt: "12312022",
	RptDisp: "01",
	ChAge: "07",
	ChBdate: "03152015",
	ChSex: "1",
	ChRacAI: "2",
	ChRacAs: "2",
	ChRacBl: "2",
	ChRacNH: "2",
	ChRacWh: "1",
	ChRacUd: "2",
	CEthn: "2",
	ChMal1: "2",
	Mal1Lev: "01",
	MalDeath: "2",
	AFCARSID: "CHILD0000001",
	IncidDt: "12302022",
};

/** A line of an NCANDS Child File: a substantiated report of December 2022. */
export function childFileLine(values: Fields = {}): string {
	return lineOf(childFileLayout.length, childFileLayout.fields, { ...reportedChild, ...values });
}

/** An element of the XML file, or nothing when its value is undefined. */
export function element(tag: string, value: string | undefined): string {
	return value === undefined ? "" : `<${tag}>${value}</${tag}>\n`;
}

export function arrangement(values: {
	from?: string;
	foster?: string;
	type?: string;
	parent1?: string;
	parent2?: string;
}): string {
	return `<living_arrangement>
${element("E112_date_living_arrangement", values.from)}${element("E113_foster_family_home", values.foster ?? (values.type === undefined ? "1" : "0"))}${element("E120_other_living_arrangement_type", values.type)}<E114_E146_foster_family_home_type><E123_E146_foster_parent_information>
<E125_E135_first_foster_parent_information>${element("E125_foster_parent1_birth_year", values.parent1)}</E125_E135_first_foster_parent_information>
<E136_E146_second_foster_parent_information>${element("E136_foster_parent2_birth_year", values.parent2)}</E136_E146_second_foster_parent_information>
</E123_E146_foster_parent_information></E114_E146_foster_family_home_type>
</living_arrangement>
`;
}

export function visit(date: string, location: string): string {
	return `<case_worker_visit>${element("E151_case_worker_visit_date", date)}${element("E152_case_worker_visit_location", location)}</case_worker_visit>\n`;
}

export function removal2020(values: {
	removal?: string | undefined;
	county?: string;
	exit?: string | undefined;
	reason?: string | undefined;
	arrangements?: readonly string[];
	visits?: readonly string[];
}): string {
	const from = "removal" in values ? values.removal : "20221115";
	return `<removal_2020>
${element("E69_removal_date", from)}${element("E3_local_agency", values.county ?? "06001")}<E112_E146_living_arrangements>
${(values.arrangements ?? [arrangement({ from: "20221115", parent1: "1980" })]).join("")}</E112_E146_living_arrangements>
<E151_E152_case_worker_visits>${(values.visits ?? []).join("")}</E151_E152_case_worker_visits>
${element("E153_exit_date", values.exit)}${element("E155_exit_reason", values.reason ?? "9")}</removal_2020>
`;
}

export function removal1993(removal: string, exit: string): string {
	return `<removal_1993>${element("E69_removal_date", removal)}${element("E153_exit_date", exit)}${element("E155_exit_reason", "1")}</removal_1993>\n`;
}

/** Elements of the child by tag; "" leaves one out. */
export function record2020(values: Fields = {}, removals: readonly string[] = [removal2020({})]): string {
	const child: Fields = {
		E4_child_record_number: "CHILD0000001",
		E5_date_of_birth: "20100704",
		E6_sex: "2",
		E13_child_race_american_indian_alaska_native: "0",
		E14_child_race_asian: "0",
		E15_child_race_black: "1",
		E16_child_race_native_hawaiian_pacific_islander: "0",
		E17_child_race_white: "0",
		E18_child_race_unknown: "0",
		E19_child_race_abandoned: "0",
		E20_child_race_declined: "0",
		E21_child_hispanic_latino: "0",
		...values,
	};
	const elements = Object.entries(child).map(([tag, value]) => element(tag, value === "" ? undefined : value));
	return `<record>\n${elements.join("")}<E69_E186_removals>\n${removals.join("")}</E69_E186_removals>\n</record>\n`;
}

/** A whole AFCARS 2020 out-of-home care file of period 23A. */
export function file2020(records: readonly string[] = [record2020()], date = "202303"): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<acf:data xmlns:acf="http://www.acf.hhs.gov">
${element("E1_title_iv_agency", "06")}${element("E2_report_date", date)}<records>
${records.join("")}</records>
</acf:data>
`;
}

/** The bytes of a text (UTF-8), in chunks that end at the given places, or whole. */
export async function* chunksOf(file: string | Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
	const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
	const places = [...new Set(cuts.map((cut) => Math.min(cut, bytes.length)))].sort((a, b) => a - b);
	let from = 0;
	for (const place of [...places, bytes.length]) {
		yield bytes.slice(from, place);
		from = place;
	}
}
