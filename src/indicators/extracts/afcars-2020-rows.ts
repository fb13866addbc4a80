import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { getCodes2020, getElement2020 } from "./afcars-2020-elements.ts";
import type { ElementValues, RawRecord, RawRemoval } from "./afcars-2020-record.ts";
import type { AfcarsPeriod, AfcarsRow } from "./canonical-rows.ts";
import { checkCode, checkSigns } from "./check-code.ts";
import { checkStay, reportImpossible } from "./check-stay.ts";
import type { ExtractRows } from "./extract-rows.ts";
import { summarizeArrangements } from "./living-arrangements.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { raceEthnicityOf } from "./race-ethnicity.ts";
import { childKey, readCounty, readSex } from "./read-codes.ts";
import { readExitReason2020 } from "./read-exit-reason.ts";
import { readVisits } from "./read-visits.ts";

/** What rows of one file have in common. */
export type Afcars2020File = {
	readonly file: number;
	readonly period: AfcarsPeriod;
	readonly periodEnd: PlainDate;
	readonly state: string;
	readonly visits: boolean;
	readonly readDate: (text: string) => PlainDate | null;
	readonly tally: ProblemTally;
};

/** The longest record number that the other files have room for. */
const recordNumberLength = 12;

const races = [13, 14, 15, 16, 17];
const raceNotKnown = [18, 19, 20];
const coded = [...races, ...raceNotKnown, 21];
const hispanicNotKnown = ["7", "8", "9"];

/** Makes the rows of one child: one for each `removal_2020`, with its moves and, when asked for, its visits. */
export function addRecord(raw: RawRecord, file: Afcars2020File, rows: ExtractRows): void {
	const { tally } = file;
	const countyOf = (removal: RawRemoval | undefined) => readCounty(removal?.values.get(3) ?? "");
	tally.at(raw.record, raw.line, countyOf(raw.removals.find(({ full }) => full)));
	const recordNumber = raw.values.get(4) ?? "";
	if (recordNumber === "") {
		tally.report("record-number-missing", getElement2020(4));
		return;
	}
	if (recordNumber.length > recordNumberLength) tally.report("record-number-long", getElement2020(4), recordNumber);
	if (!raw.removals.some(({ full }) => full)) {
		tally.report("removal-missing", getElement2020(69));
		return;
	}
	checkSigns(recordNumber, getElement2020(4), tally);
	const child = childKey(file.state, recordNumber);
	const person = readPerson(raw.values, tally);
	const ranks = rankRemovals(raw.removals, file);
	for (const removal of raw.removals) {
		if (!removal.full) {
			checkEarlierRemoval(removal, file);
			continue;
		}
		const county = countyOf(removal);
		tally.at(raw.record, raw.line, county);
		const stay = readStay(raw.values, removal, file);
		if (county === "unknown") tally.report("county-unknown", getElement2020(3), removal.values.get(3));
		const { moves, countable, ...last } = summarizeArrangements(removal.arrangements, stay.exit, file.readDate);
		reportArrangements(removal, countable, file);
		rows.afcars.push({
			period: file.period,
			source: "AFCARS2020",
			file: file.file,
			record: raw.record,
			child,
			recordNumber,
			county,
			...stay,
			...person,
			totalRemovals: raw.removals.length,
			removalOrdinal: ranks.get(removal)?.ordinal ?? null,
			priorDischarge: ranks.get(removal)?.priorDischarge ?? null,
			placements: null,
			hasPlacements: countable,
			...last,
		});
		if (stay.removal !== null)
			for (const movedOn of moves) rows.moves.push({ period: file.period, child, removal: stay.removal, movedOn });
		if (file.visits) rows.visits.push(...readVisits(removal.visits, { ...file, child, county }));
	}
}

/** A removal from before AFCARS 2020 counts as a removal and tells when the one before ended: its dates are read too. */
function checkEarlierRemoval({ values }: RawRemoval, { readDate, tally }: Afcars2020File): void {
	for (const element of [69, 153]) {
		const text = values.get(element) ?? "";
		reportImpossible({ text, date: readDate(text), element: getElement2020(element) }, tally);
	}
	checkCode(values.get(155) ?? "", getCodes2020(155), getElement2020(155), tally);
}

function readPerson(values: ElementValues, tally: ProblemTally): Pick<AfcarsRow, "sex" | "raceEthnicity"> {
	const isYes = (element: number) => values.get(element) === "1";
	const sex = readSex(values.get(6) ?? "");
	if (sex === "unknown") tally.report("sex-unknown", getElement2020(6), values.get(6));
	for (const element of coded)
		checkCode(values.get(element) ?? "", getCodes2020(element), getElement2020(element), tally);
	const raceEthnicity = raceEthnicityOf({
		races: races.map(isYes),
		hispanic: isYes(21),
		unable: raceNotKnown.some(isYes) || hispanicNotKnown.includes(values.get(21) ?? ""),
	});
	return { sex, raceEthnicity };
}

function readStay(
	child: ElementValues,
	removal: RawRemoval,
	{ readDate, periodEnd, tally }: Afcars2020File,
): Pick<AfcarsRow, "dob" | "removal" | "exit" | "reason"> {
	const read = (values: ElementValues, element: number) => {
		const text = values.get(element) ?? "";
		return { text, date: readDate(text), element: getElement2020(element) };
	};
	const dates = { dob: read(child, 5), removal: read(removal.values, 69), exit: read(removal.values, 153) };
	checkStay({ ...dates, periodEnd }, tally);
	const exit = dates.exit.date;
	const code = removal.values.get(155) ?? "";
	const reason = readExitReason2020(code);
	if (exit === null && reason !== null) tally.report("reason-without-exit", getElement2020(155), code);
	const notCoded = !/^[09]?$/.test(code);
	if (reason === null && (exit !== null || notCoded))
		tally.report(notCoded ? "reason-unknown" : "reason-missing", getElement2020(155), code);
	return {
		dob: dates.dob.date,
		removal: dates.removal.date,
		exit,
		reason: exit === null ? null : reason,
	};
}

/** Which removal of the child each is, by date among all of both kinds, and when the one before it ended. */
function rankRemovals(
	removals: readonly RawRemoval[],
	{ readDate }: Afcars2020File,
): ReadonlyMap<RawRemoval, { ordinal: number; priorDischarge: PlainDate | null }> {
	const dated = removals
		.map((removal) => ({ removal, date: readDate(removal.values.get(69) ?? "") }))
		.filter(({ date }) => date !== null)
		.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : (a.date ?? "") > (b.date ?? "") ? 1 : 0));
	return new Map(
		dated.map(({ removal }, at) => [
			removal,
			{ ordinal: at + 1, priorDischarge: readDate(dated[at - 1]?.removal.values.get(153) ?? "") },
		]),
	);
}

function reportArrangements(removal: RawRemoval, countable: boolean, { readDate, tally }: Afcars2020File): void {
	for (const values of removal.arrangements) {
		const text = values.get(112) ?? "";
		const date = readDate(text);
		const wrong = reportImpossible({ text, date, element: getElement2020(112) }, tally);
		if (date === null && !wrong) tally.report("arrangement-date-missing", getElement2020(112));
		for (const element of [113, 120]) {
			checkCode(values.get(element) ?? "", getCodes2020(element), getElement2020(element), tally);
		}
	}
	if (removal.arrangements.length === 0) tally.report("arrangements-missing", getElement2020(112));
	else if (!countable) tally.report("arrangements-not-countable", getElement2020(120));
}
