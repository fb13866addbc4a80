import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { AfcarsPeriod, AfcarsRow } from "./canonical-rows.ts";
import { checkCode, checkSigns } from "./check-code.ts";
import { checkStay, isSoundStay, reportImpossible } from "./check-stay.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader, ExtractRows } from "./extract-rows.ts";
import { cut, type Field, getField, isBlankIn, makeLengthCheck } from "./fixed-width.ts";
import layout from "./layouts/afcars-legacy.json" with { type: "json" };
import { type LineFormat, LineReader } from "./line-reader.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { raceEthnicityOf } from "./race-ethnicity.ts";
import { readAfcarsPeriod, readAfcarsPeriodEnd } from "./read-afcars-period.ts";
import { childKey, readCount, readCounty, readSex } from "./read-codes.ts";
import { readLegacyExitReason } from "./read-exit-reason.ts";
import { dateOfDigits, makeDateReader } from "./read-extract-date.ts";
import {
	countAt,
	countyOfDigits,
	dateDigitsAt,
	digitsAt,
	makeSoundCodes,
	noDate,
	notSound,
	otherDateOf,
	plainTextAt,
} from "./sound-fields.ts";

const field = (name: string): Field => getField(layout.fields, name);
const fields = {
	state: field("STATE"),
	year: field("REPDATYR"),
	month: field("REPDATMO"),
	county: field("FIPSCODE"),
	recordNumber: field("RECNUMBR"),
	dob: field("DOB"),
	sex: field("SEX"),
	unable: field("UNTODETM"),
	hispanic: field("HISORGIN"),
	removals: field("TOTALREM"),
	priorDischarge: field("DLstFCDt"),
	removal: field("LatRemDt"),
	settingStart: field("CurSetDt"),
	placements: field("NUMPLEP"),
	setting: field("CURPLSET"),
	exit: field("DoDFCDt"),
	reason: field("DISREASN"),
};
const races = ["AMIAKN", "ASIAN", "BLKAFRAM", "HAWAIIPI", "WHITE"].map(field);
const personal = [fields.sex, ...races, fields.unable, fields.hispanic];
const period: Field = { ...fields.year, to: fields.month.to };

/** Element 41: the child is at home on trial. */
const trialHomeVisit = "8";
/** The summary that comes before the records of children (AFCARS Technical Bulletin #2). */
const summaryLength = 174;

type Person = Pick<AfcarsRow, "sex" | "raceEthnicity">;
type Months = {
	readonly text: string;
	readonly number: number;
	readonly period: AfcarsPeriod;
	readonly end: PlainDate;
};

const readDate = makeDateReader("YYYYMMDD");
const dateOf = (digits: number) => dateOfDigits(digits, "YYYYMMDD");

/**
 * Reads an AFCARS foster care file of the periods up to 22B: one line of 197 characters a child (AFCARS Technical Bulletin #2).
 * Lines that begin with @ and the summary of 174 characters are skipped, # or $ ends the foster care part (settled reading 27).
 */
export function makeLegacyAfcarsReader(options: {
	readonly file: number;
	readonly tally: ProblemTally;
}): ExtractReader {
	return new LineReader(new LegacyAfcarsLines(options));
}

/** What is read of the lines of such a file. */
export class LegacyAfcarsLines implements LineFormat {
	readonly #file: number;
	readonly #tally: ProblemTally;
	readonly #checkLength: (line: string, ended: boolean) => string;
	#records = 0;
	#state = "";
	#stateNumber = notSound;
	#months: Months | null = null;
	/** The sound line that was read last, until the tally is told. */
	#line = 0;
	#county = "";

	constructor({ file, tally }: { readonly file: number; readonly tally: ProblemTally }) {
		this.#file = file;
		this.#tally = tally;
		this.#checkLength = makeLengthCheck({ whole: layout.length, longest: layout.length }, tally);
	}

	get period(): string | null {
		return this.#months?.period ?? null;
	}

	get records(): number {
		return this.#records;
	}

	settle(): void {
		if (this.#line === 0) return;
		this.#tally.at(this.#records, this.#line, this.#county);
		this.#line = 0;
	}

	readSoundLine(bytes: Uint8Array, line: number, to: number, number: number, rows: ExtractRows): boolean {
		const months = this.#months;
		if (to - line !== layout.length || months === null || !this.#isOfFile(bytes, line, months)) return false;
		const countyDigits = digitsAt(bytes, line + fields.county.from, 5);
		const stay = soundStay(bytes, line, months.end);
		const person = soundPerson(bytes, line);
		const setting = soundSetting(bytes, line);
		if (countyDigits === notSound || stay === null || person === null || setting === null) return false;
		const counts = soundCounts(bytes, line);
		if (counts === null) return false;
		const recordNumber = plainTextAt(bytes, line + fields.recordNumber.from, line + fields.recordNumber.to);
		if (recordNumber === "") return false;
		const county = countyOfDigits(countyDigits);
		this.#records++;
		this.#line = number;
		this.#county = county;
		rows.afcars.push({
			period: months.period,
			source: "LEGACY",
			file: this.#file,
			record: this.#records,
			child: childKey(this.#state, recordNumber),
			recordNumber,
			county,
			removal: stay.removal,
			exit: stay.exit,
			reason: stay.reason,
			dob: stay.dob,
			sex: person.sex,
			raceEthnicity: person.raceEthnicity,
			totalRemovals: counts.removals,
			removalOrdinal: counts.removals,
			priorDischarge: stay.prior,
			placements: counts.placements,
			hasPlacements: true,
			lastIsTrialHomeVisit: setting.lastIsTrialHomeVisit,
			lastSettingStart: stay.settingStart,
		});
		return true;
	}

	/** Is the line of the file's period and State? */
	#isOfFile(bytes: Uint8Array, line: number, months: Months): boolean {
		return (
			digitsAt(bytes, line + period.from, 6) === months.number &&
			digitsAt(bytes, line + fields.state.from, 2) === this.#stateNumber
		);
	}

	readLine(line: string, number: number, ended: boolean, rows: ExtractRows): boolean {
		const first = line.charAt(0);
		if (first === "#" || first === "$") return false;
		if (first === "@" || line.trim() === "") return true;
		if (line.length === summaryLength) {
			this.#tally.at(null, number);
			if (this.#records > 0) this.#tally.report("summary-between-records", null, `${summaryLength} characters`);
			return true;
		}
		this.#readRecord(line, number, ended, rows);
		return true;
	}

	#readRecord(line: string, number: number, ended: boolean, rows: ExtractRows): void {
		const tally = this.#tally;
		const record = ++this.#records;
		const county = readCounty(cut(line, fields.county));
		tally.at(record, number, county);
		const whole = this.#checkLength(line, ended);
		const { period: filePeriod, end } = this.#readPeriod(whole);
		const recordState = this.#readState(whole);
		const recordNumber = cut(whole, fields.recordNumber).trim();
		if (recordNumber === "") {
			tally.report("record-number-missing", fields.recordNumber.element);
			return;
		}
		checkSigns(recordNumber, fields.recordNumber.element, tally);
		if (county === "unknown") tally.report("county-unknown", fields.county.element, cut(whole, fields.county));
		const person = readPerson(whole, tally);
		const setting = readSetting(whole, tally);
		const stay = readStay(whole, end, tally);
		const removals = readRemovals(whole, tally);
		const placements = readPlacements(whole, tally);
		rows.afcars.push({
			period: filePeriod,
			source: "LEGACY",
			file: this.#file,
			record,
			child: childKey(recordState, recordNumber),
			recordNumber,
			county,
			removal: stay.removal,
			exit: stay.exit,
			reason: stay.reason,
			dob: stay.dob,
			sex: person.sex,
			raceEthnicity: person.raceEthnicity,
			totalRemovals: removals,
			removalOrdinal: removals,
			priorDischarge: readOther(whole, fields.priorDischarge, tally),
			placements,
			hasPlacements: placements !== null,
			lastIsTrialHomeVisit: setting.lastIsTrialHomeVisit,
			lastSettingStart: readOther(whole, fields.settingStart, tally),
		});
	}

	/** The period of the file is that of its first record; a record of another period makes the file unusable. */
	#readPeriod(line: string): Months {
		const text = cut(line, period);
		const months = this.#months;
		if (months?.text === text) return months;
		const [found, end] = [readAfcarsPeriod(text), readAfcarsPeriodEnd(text)];
		if (months !== null) {
			this.#tally.report(found === null ? "period-unreadable" : "mixed-periods", period.element, text);
			return months;
		}
		if (found === null || end === null) throw new ExtractRefusal("period-missing", text);
		this.#months = { text, number: Number(text), period: found, end };
		return this.#months;
	}

	#readState(line: string): string {
		const written = cut(line, fields.state);
		if (written === this.#state) return written;
		const found = written.trim().padStart(2, "0");
		const known = /^(?!00)\d\d$/.test(found);
		if (!known) this.#tally.report("state-missing", fields.state.element, written);
		if (this.#state === "" && known) {
			this.#state = found;
			this.#stateNumber = Number(found);
		}
		return known ? found : this.#state;
	}
}

/** How often the child was removed; none (0) is as good as no answer. */
function readRemovals(line: string, tally: ProblemTally): number | null {
	const removals = readCount(cut(line, fields.removals)) || null;
	if (removals === null) tally.report("removals-missing", fields.removals.element, cut(line, fields.removals));
	return removals;
}

function readPlacements(line: string, tally: ProblemTally): number | null {
	const placements = readCount(cut(line, fields.placements));
	if (placements === null) tally.report("placements-missing", fields.placements.element, cut(line, fields.placements));
	return placements;
}

function readSetting(line: string, tally: ProblemTally): Pick<AfcarsRow, "lastIsTrialHomeVisit"> {
	const code = cut(line, fields.setting);
	checkCode(code, fields.setting.codes, fields.setting.element, tally);
	return { lastIsTrialHomeVisit: code === trialHomeVisit };
}

function readReason(line: string, hasExit: boolean, tally: ProblemTally): AfcarsRow["reason"] {
	const code = cut(line, fields.reason);
	const reason = readLegacyExitReason(code);
	const { element } = fields.reason;
	if (!hasExit) {
		if (reason !== null) tally.report("reason-without-exit", element, code);
		else if (!/^[\s0]*$/.test(code)) tally.report("reason-unknown", element, code);
		return null;
	}
	if (reason === null) tally.report(/^[\s0]*$/.test(code) ? "reason-missing" : "reason-unknown", element, code);
	return reason;
}

function readStay(
	line: string,
	periodEnd: PlainDate,
	tally: ProblemTally,
): Pick<AfcarsRow, "dob" | "removal" | "exit" | "reason"> {
	const dob = readDateOf(line, fields.dob);
	const removal = readDateOf(line, fields.removal);
	const exit = readDateOf(line, fields.exit);
	if (!isSoundStay(dob, removal, exit, periodEnd) || (exit === null && !isBlankIn(line, fields.exit))) {
		const asWritten = (each: Field, date: PlainDate | null) => ({
			...{ text: cut(line, each), date, element: each.element },
		});
		const dates = {
			dob: asWritten(fields.dob, dob),
			removal: asWritten(fields.removal, removal),
			exit: asWritten(fields.exit, exit),
		};
		checkStay({ ...dates, periodEnd }, tally);
	}
	return { dob, removal, exit, reason: readReason(line, exit !== null, tally) };
}

function readDateOf(line: string, each: Field): PlainDate | null {
	return readDate(line, each.from, each.to);
}

/** A date that may be missing, and not wrong. */
function readOther(line: string, each: Field, tally: ProblemTally): PlainDate | null {
	const date = readDateOf(line, each);
	if (date === null && !isBlankIn(line, each))
		reportImpossible({ text: cut(line, each), date, element: each.element }, tally);
	return date;
}

function readPerson(line: string, tally: ProblemTally): Person {
	const sex = readSex(cut(line, fields.sex));
	if (sex === "unknown") tally.report("sex-unknown", fields.sex.element, cut(line, fields.sex));
	for (const each of personal.slice(1)) checkCode(cut(line, each), each.codes, each.element, tally);
	const raceEthnicity = raceEthnicityOf({
		races: races.map((each) => cut(line, each) === "1"),
		hispanic: cut(line, fields.hispanic) === "1",
		unable: cut(line, fields.unable) === "1" || cut(line, fields.hispanic) === "3",
	});
	return { sex, raceEthnicity };
}

const soundPerson = makeSoundCodes(personal, readPerson);
const soundSetting = makeSoundCodes([fields.setting], readSetting);
/** The reason for an exit, or "none" for a stay that goes on. */
const soundReason = makeSoundCodes(
	[fields.reason],
	(line, tally) => readLegacyExitReason(cut(line, fields.reason)) ?? (readReason(line, false, tally) || "none"),
);

type SoundStay = Pick<AfcarsRow, "dob" | "removal" | "exit" | "reason"> & {
	readonly prior: PlainDate | null;
	readonly settingStart: PlainDate | null;
};

/** The dates and the reason of a line when `readStay` and `readOther` have nothing to report of them. */
function soundStay(bytes: Uint8Array, line: number, end: PlainDate): SoundStay | null {
	const dobDigits = dateDigitsAt(bytes, line + fields.dob.from);
	const removalDigits = dateDigitsAt(bytes, line + fields.removal.from);
	if (dobDigits <= noDate || removalDigits < dobDigits) return null;
	const dob = dateOf(dobDigits);
	const removal = dateOf(removalDigits);
	const exit = otherDateOf(dateDigitsAt(bytes, line + fields.exit.from), "YYYYMMDD");
	if (dob === null || removal === null || exit === undefined || !isSoundStay(dob, removal, exit, end)) return null;
	const reason = soundReason(bytes, line);
	const prior = otherDateOf(dateDigitsAt(bytes, line + fields.priorDischarge.from), "YYYYMMDD");
	const settingStart = otherDateOf(dateDigitsAt(bytes, line + fields.settingStart.from), "YYYYMMDD");
	if (reason === null || (reason === "none") !== (exit === null)) return null;
	if (prior === undefined || settingStart === undefined) return null;
	return { dob, removal, exit, reason: reason === "none" ? null : reason, prior, settingStart };
}

type SoundCounts = { readonly removals: number; readonly placements: number };

/** How often the child was removed and placed, remembered by both counts. */
const countsKnown = new Map<number, SoundCounts>();

function soundCounts(bytes: Uint8Array, line: number): SoundCounts | null {
	const removals = countAt(bytes, line + fields.removals.from);
	const placements = countAt(bytes, line + fields.placements.from);
	if (removals <= 0 || placements < 0) return null;
	const key = removals * 100 + placements;
	const before = countsKnown.get(key);
	if (before !== undefined) return before;
	const counts = { removals, placements };
	countsKnown.set(key, counts);
	return counts;
}
