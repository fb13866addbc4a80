import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { AfcarsPeriod, AfcarsRow } from "./canonical-rows.ts";
import { checkCode, checkSigns } from "./check-code.ts";
import { checkStay, isSoundStay, reportImpossible } from "./check-stay.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader, ExtractRows } from "./extract-rows.ts";
import { cut, type Field, getField, isBlankIn, makeLengthCheck, rememberStretch } from "./fixed-width.ts";
import layout from "./layouts/afcars-legacy.json" with { type: "json" };
import { makeLineReader } from "./make-line-reader.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { raceEthnicityOf } from "./race-ethnicity.ts";
import { readAfcarsPeriod, readAfcarsPeriodEnd } from "./read-afcars-period.ts";
import { childKey, readCount, readCounty, readSex } from "./read-codes.ts";
import { readLegacyExitReason } from "./read-exit-reason.ts";
import { makeDateReader } from "./read-extract-date.ts";

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
/** Sex, race and ethnicity stand beside each other. */
const personal = [fields.sex, ...races, fields.unable, fields.hispanic];
const period: Field = { ...fields.year, to: fields.month.to };

/** Element 41: the child is at home on trial. */
const trialHomeVisit = "8";
/** The summary that comes before the records of children (AFCARS Technical Bulletin #2). */
const summaryLength = 174;

/**
 * Reads an AFCARS foster care file of the periods up to 22B: one line of 197 characters a child (AFCARS Technical Bulletin #2).
 * Lines that begin with @ and the summary of 174 characters are skipped, # or $ ends the foster care part (settled reading 27).
 */
export function makeLegacyAfcarsReader(options: {
	readonly file: number;
	readonly tally: ProblemTally;
}): ExtractReader {
	const { file, tally } = options;
	const readDate = makeDateReader("YYYYMMDD");
	const checkLength = makeLengthCheck({ whole: layout.length, longest: layout.length }, tally);
	let records = 0;
	let state = "";
	let months: { text: string; period: AfcarsPeriod; end: PlainDate } | null = null;

	/** The period of the file is that of its first record; a record of another period makes the file unusable. */
	function readPeriod(line: string): { period: AfcarsPeriod; end: PlainDate } {
		const text = cut(line, period);
		if (months?.text === text) return months;
		const [found, end] = [readAfcarsPeriod(text), readAfcarsPeriodEnd(text)];
		if (months === null) {
			if (found === null || end === null) throw new ExtractRefusal("period-missing", text);
			months = { text, period: found, end };
		} else tally.report(found === null ? "period-unreadable" : "mixed-periods", period.element, text);
		return months;
	}

	function readState(line: string): string {
		const written = cut(line, fields.state);
		if (written === state) return state;
		const found = written.trim().padStart(2, "0");
		const known = /^(?!00)\d\d$/.test(found);
		if (!known) tally.report("state-missing", fields.state.element, written);
		if (state === "" && known) state = found;
		return known ? found : state;
	}

	const readCountyOf = rememberStretch([fields.county], (line) => readCounty(cut(line, fields.county)), tally);

	/** How often the child was removed; none (0) is as good as no answer. */
	const readRemovals = rememberStretch(
		[fields.removals],
		(line): Pick<AfcarsRow, "totalRemovals" | "removalOrdinal"> => {
			const removals = readCount(cut(line, fields.removals)) || null;
			if (removals === null) tally.report("removals-missing", fields.removals.element, cut(line, fields.removals));
			return { totalRemovals: removals, removalOrdinal: removals };
		},
		tally,
	);

	const readPlacements = rememberStretch(
		[fields.placements],
		(line): Pick<AfcarsRow, "placements" | "hasPlacements"> => {
			const placements = readCount(cut(line, fields.placements));
			if (placements === null)
				tally.report("placements-missing", fields.placements.element, cut(line, fields.placements));
			return { placements, hasPlacements: placements !== null };
		},
		tally,
	);

	const readSetting = rememberStretch(
		[fields.setting],
		(line): Pick<AfcarsRow, "lastIsTrialHomeVisit"> => {
			const code = cut(line, fields.setting);
			checkCode(code, fields.setting.codes, fields.setting.element, tally);
			return { lastIsTrialHomeVisit: code === trialHomeVisit };
		},
		tally,
	);

	function readReason(line: string, exit: PlainDate | null): AfcarsRow["reason"] {
		const code = cut(line, fields.reason);
		const reason = readLegacyExitReason(code);
		const { element } = fields.reason;
		if (exit === null) {
			if (reason !== null) tally.report("reason-without-exit", element, code);
			else if (!/^[\s0]*$/.test(code)) tally.report("reason-unknown", element, code);
			return null;
		}
		if (reason === null) tally.report(/^[\s0]*$/.test(code) ? "reason-missing" : "reason-unknown", element, code);
		return reason;
	}

	function readStay(line: string, periodEnd: PlainDate): Pick<AfcarsRow, "dob" | "removal" | "exit" | "reason"> {
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
		return { dob, removal, exit, reason: readReason(line, exit) };
	}

	function readDateOf(line: string, each: Field): PlainDate | null {
		return readDate(line, each.from, each.to);
	}

	/** A date that may be missing, and not wrong. */
	function readOther(line: string, each: Field): PlainDate | null {
		const date = readDateOf(line, each);
		if (date === null && !isBlankIn(line, each))
			reportImpossible({ text: cut(line, each), date, element: each.element }, tally);
		return date;
	}

	const readPerson = rememberStretch(
		personal,
		(line): Pick<AfcarsRow, "sex" | "raceEthnicity"> => {
			const sex = readSex(cut(line, fields.sex));
			if (sex === "unknown") tally.report("sex-unknown", fields.sex.element, cut(line, fields.sex));
			for (const each of [...races, fields.unable, fields.hispanic])
				checkCode(cut(line, each), each.codes, each.element, tally);
			const raceEthnicity = raceEthnicityOf({
				races: races.map((each) => cut(line, each) === "1"),
				hispanic: cut(line, fields.hispanic) === "1",
				unable: cut(line, fields.unable) === "1" || cut(line, fields.hispanic) === "3",
			});
			return { sex, raceEthnicity };
		},
		tally,
	);

	function readRecord(line: string, number: number, ended: boolean, rows: ExtractRows): void {
		records++;
		const county = readCountyOf(line);
		tally.at(records, number, county);
		const whole = checkLength(line, ended);
		const { period: filePeriod, end } = readPeriod(whole);
		const recordState = readState(whole);
		const recordNumber = cut(whole, fields.recordNumber).trim();
		if (recordNumber === "") {
			tally.report("record-number-missing", fields.recordNumber.element);
			return;
		}
		checkSigns(recordNumber, fields.recordNumber.element, tally);
		// Each property by name: spreading the parts costs much of the time where there are millions of lines.
		if (county === "unknown") tally.report("county-unknown", fields.county.element, cut(whole, fields.county));
		const person = readPerson(whole);
		const setting = readSetting(whole);
		const stay = readStay(whole, end);
		const removals = readRemovals(whole);
		const placements = readPlacements(whole);
		rows.afcars.push({
			period: filePeriod,
			source: "LEGACY",
			file,
			record: records,
			child: childKey(recordState, recordNumber),
			recordNumber,
			county,
			removal: stay.removal,
			exit: stay.exit,
			reason: stay.reason,
			dob: stay.dob,
			sex: person.sex,
			raceEthnicity: person.raceEthnicity,
			totalRemovals: removals.totalRemovals,
			removalOrdinal: removals.removalOrdinal,
			priorDischarge: readOther(whole, fields.priorDischarge),
			placements: placements.placements,
			hasPlacements: placements.hasPlacements,
			lastIsTrialHomeVisit: setting.lastIsTrialHomeVisit,
			lastSettingStart: readOther(whole, fields.settingStart),
		});
	}

	function readLine(line: string, number: number, ended: boolean, rows: ExtractRows): boolean {
		const first = line.charAt(0);
		if (first === "#" || first === "$") return false;
		if (first === "@" || line.trim() === "") return true;
		if (line.length === summaryLength) {
			tally.at(null, number);
			if (records > 0) tally.report("summary-between-records", null, `${summaryLength} characters`);
			return true;
		}
		readRecord(line, number, ended, rows);
		return true;
	}

	return makeLineReader({
		readLine,
		get period() {
			return months?.period ?? null;
		},
		get records() {
			return records;
		},
	});
}
