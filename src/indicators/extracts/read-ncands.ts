import type { NcandsRow } from "./canonical-rows.ts";
import { checkCode, checkSigns } from "./check-code.ts";
import { reportImpossible } from "./check-stay.ts";
import { extractLimits } from "./extract-limits.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader, ExtractRows } from "./extract-rows.ts";
import { cut, type Field, getField, isBlankIn, makeLengthCheck } from "./fixed-width.ts";
import layout from "./layouts/ncands-child-file.json" with { type: "json" };
import { type LineFormat, LineReader } from "./line-reader.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { raceEthnicityOf } from "./race-ethnicity.ts";
import { childKey, readCount, readCounty, readSex } from "./read-codes.ts";
import { dateOfDigits, makeDateReader } from "./read-extract-date.ts";
import {
	countAt,
	countyOfDigits,
	dateDigitsAt,
	digitsAt,
	isBlankAt,
	makeSoundCodes,
	notSound,
	otherDateOf,
	plainTextAt,
} from "./sound-fields.ts";
import { findStateFips } from "./state-fips.ts";

const field = (name: string): Field => getField(layout.fields, name);
const fields = {
	year: field("SubYr"),
	state: field("StaTerr"),
	report: field("RptID"),
	child: field("ChID"),
	county: field("RptCnty"),
	reportDate: field("RptDt"),
	age: field("ChAge"),
	dob: field("ChBdate"),
	sex: field("ChSex"),
	unable: field("ChRacUd"),
	hispanic: field("CEthn"),
	death: field("MalDeath"),
	afcarsId: field("AFCARSID"),
	incidentDate: field("IncidDt"),
};
const races = ["ChRacAI", "ChRacAs", "ChRacBl", "ChRacNH", "ChRacWh"].map(field);
const levels = ["Mal1Lev", "Mal2Lev", "Mal3Lev", "Mal4Lev"].map(field);

const personal = [fields.sex, ...races, fields.unable, fields.hispanic];

const unknownAge = 99;
const yes = "1";
const unable = "3";

/** Substantiated or indicated. Alternative response victims (3) are not victims of the indicators. */
function isVictimLevel(text: string): boolean {
	const level = readCount(text);
	return level === 1 || level === 2;
}

const readDate = makeDateReader("MMDDYYYY");

/**
 * Reads an NCANDS Child File: one line a report and child, 312 characters and up to 400, since later years add elements at the
 * end. Dates are MMDDYYYY; 1 is yes and 2 is no.
 */
export function makeNcandsReader(options: { readonly file: number; readonly tally: ProblemTally }): ExtractReader {
	return new LineReader(new NcandsLines(options));
}

/** A State as lines write it, its two bytes as a number, and its FIPS code; `code` is `notSound` until one was read. */
type LineState = { readonly code: number; readonly postal: string; readonly fips: number };

/** What is read of the lines of such a file. */
export class NcandsLines implements LineFormat {
	readonly #file: number;
	readonly #tally: ProblemTally;
	readonly #checkLength: (line: string, ended: boolean) => string;
	#records = 0;
	#year: string | null = null;
	#yearNumber = notSound;
	#state: LineState = { code: notSound, postal: "", fips: 0 };
	/** The sound line that was read last, until the tally is told. */
	#line = 0;
	#county = "";

	constructor({ file, tally }: { readonly file: number; readonly tally: ProblemTally }) {
		this.#file = file;
		this.#tally = tally;
		this.#checkLength = makeLengthCheck({ whole: layout.length, longest: extractLimits.ncandsLineCharacters }, tally);
	}

	get period(): string | null {
		return this.#year;
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
		const length = to - line;
		const { code, postal, fips } = this.#state;
		if (length < layout.length || length > extractLimits.ncandsLineCharacters) return false;
		if (code !== stateCode(bytes[line + fields.state.from], bytes[line + fields.state.from + 1])) return false;
		if (digitsAt(bytes, line + fields.year.from, 4) !== this.#yearNumber) return false;
		const countyDigits = digitsAt(bytes, line + fields.county.from, 3);
		const dates = soundDates(bytes, line);
		const age = countAt(bytes, line + fields.age.from);
		if (countyDigits === notSound || dates === null || age === notSound || age === unknownAge) return false;
		const person = soundPerson(bytes, line);
		const isVictim = soundLevels(bytes, line);
		const isDead = soundDeath(bytes, line);
		if (person === null || isVictim === null || isDead === null) return false;
		const id = plainTextAt(bytes, line + fields.child.from, line + fields.child.to);
		const report = plainTextAt(bytes, line + fields.report.from, line + fields.report.to);
		const afcarsId = soundAfcarsId(bytes, line);
		if (id === "" || report === "" || afcarsId === "") return false;
		const county = countyOfDigits(fips * 1000 + countyDigits);
		this.#records++;
		this.#line = number;
		this.#county = county;
		rows.ncands.push({
			year: this.#yearNumber,
			file: this.#file,
			line: number,
			state: postal,
			child: childKey(postal, id),
			report,
			county,
			reportDate: dates.reportDate,
			incidentDate: dates.incidentDate,
			age,
			dob: dates.dob,
			sex: person.sex,
			raceEthnicity: person.raceEthnicity,
			afcarsId,
			victim: isDead || isVictim,
			death: isDead,
		});
		return true;
	}

	readLine(line: string, number: number, ended: boolean, rows: ExtractRows): boolean {
		if (line.trim() !== "") this.#readRecord(line, number, ended, rows);
		return true;
	}

	#readRecord(line: string, number: number, ended: boolean, rows: ExtractRows): void {
		const tally = this.#tally;
		this.#records++;
		const written = cut(line, fields.state).trim();
		const [state, fips] = [written.toUpperCase(), findStateFips(written)];
		// A county is written by its three digits within the State.
		const county = readCounty(`${fips ?? ""}${cut(line, fields.county)}`);
		tally.at(this.#records, number, county);
		const whole = this.#checkLength(line, ended);
		const fileYear = this.#readYear(whole);
		const id = cut(whole, fields.child).trim();
		if (id === "") {
			tally.report("child-id-missing", fields.child.element);
			return;
		}
		const report = cut(whole, fields.report).trim();
		if (report === "") tally.report("report-id-missing", fields.report.element);
		checkSigns(id, fields.child.element, tally);
		checkSigns(report, fields.report.element, tally);
		if (fips === undefined) tally.report("state-missing", fields.state.element, cut(whole, fields.state).trim());
		else
			this.#state = {
				code: stateCode(line.charCodeAt(fields.state.from), line.charCodeAt(fields.state.from + 1)),
				postal: state,
				fips: Number(fips),
			};
		if (county === "unknown") tally.report("county-unknown", fields.county.element, cut(whole, fields.county));
		const dates = readDates(whole, tally);
		const age = readAge(whole, tally);
		const person = readPerson(whole, tally);
		const isDead = readDeath(whole, tally);
		const isVictim = readLevels(whole, tally);
		rows.ncands.push({
			year: fileYear,
			file: this.#file,
			line: number,
			state,
			child: childKey(state, id),
			report,
			county,
			reportDate: dates.reportDate,
			incidentDate: dates.incidentDate,
			age,
			dob: dates.dob,
			sex: person.sex,
			raceEthnicity: person.raceEthnicity,
			afcarsId: cut(whole, fields.afcarsId).trim() || null,
			victim: isDead || isVictim,
			death: isDead,
		});
	}

	#readYear(line: string): number {
		const text = cut(line, fields.year);
		if (text === this.#year) return this.#yearNumber;
		const known = /^(?:19|20)\d\d$/.test(text);
		if (this.#year !== null) {
			this.#tally.report(known ? "mixed-periods" : "period-unreadable", fields.year.element, text);
			return this.#yearNumber;
		}
		if (!known) throw new ExtractRefusal("period-missing", text);
		this.#year = text;
		this.#yearNumber = Number(text);
		return this.#yearNumber;
	}
}

function stateCode(first = 0, second = 0): number {
	return first * 256 + second;
}

type Dates = Pick<NcandsRow, "reportDate" | "incidentDate" | "dob">;

function readDates(line: string, tally: ProblemTally): Dates {
	const read = (each: Field) => {
		const date = readDate(line, each.from, each.to);
		const wrong =
			date === null &&
			!isBlankIn(line, each) &&
			reportImpossible({ text: cut(line, each), date, element: each.element }, tally);
		return { date, missing: date === null && !wrong };
	};
	const [report, incident, dob] = [read(fields.reportDate), read(fields.incidentDate), read(fields.dob)];
	if (report.missing) tally.report("report-date-missing", fields.reportDate.element);
	return { reportDate: report.date, incidentDate: incident.date, dob: dob.date };
}

/** The dates of a line when `readDates` has nothing to report of them. */
function soundDates(bytes: Uint8Array, line: number): Dates | null {
	const reportDigits = dateDigitsAt(bytes, line + fields.reportDate.from);
	const reportDate = reportDigits < 0 ? null : dateOfDigits(reportDigits, "MMDDYYYY");
	const incidentDate = otherDateOf(dateDigitsAt(bytes, line + fields.incidentDate.from), "MMDDYYYY");
	const dob = otherDateOf(dateDigitsAt(bytes, line + fields.dob.from), "MMDDYYYY");
	if (reportDate === null || incidentDate === undefined || dob === undefined) return null;
	return { reportDate, incidentDate, dob };
}

function readAge(line: string, tally: ProblemTally): number | null {
	const found = readCount(cut(line, fields.age));
	const age = found === unknownAge ? null : found;
	if (age === null) tally.report("age-missing", fields.age.element, cut(line, fields.age));
	return age;
}

function readPerson(line: string, tally: ProblemTally): Pick<NcandsRow, "sex" | "raceEthnicity"> {
	const sex = readSex(cut(line, fields.sex));
	if (sex === "unknown") tally.report("sex-unknown", fields.sex.element, cut(line, fields.sex));
	for (const each of personal.slice(1)) checkCode(cut(line, each), each.codes, each.element, tally);
	const answers = races.map((each) => cut(line, each));
	const raceEthnicity = raceEthnicityOf({
		races: answers.map((answer) => answer === yes),
		hispanic: cut(line, fields.hispanic) === yes,
		unable:
			answers.includes(unable) ||
			[yes, unable].includes(cut(line, fields.unable)) ||
			cut(line, fields.hispanic) === unable,
	});
	return { sex, raceEthnicity };
}

function readDeath(line: string, tally: ProblemTally): boolean {
	const code = cut(line, fields.death);
	checkCode(code, fields.death.codes, fields.death.element, tally);
	return code === yes;
}

/** Is any of the four maltreatments one of a victim? */
function readLevels(line: string, tally: ProblemTally): boolean {
	for (const each of levels) checkCode(cut(line, each), each.codes, each.element, tally);
	return levels.some((each) => isVictimLevel(cut(line, each)));
}

const soundPerson = makeSoundCodes(personal, readPerson);
const soundDeath = makeSoundCodes([fields.death], readDeath);
const soundLevels = makeSoundCodes(levels, readLevels);

/** Null where none is written, "" for unusual signs. */
function soundAfcarsId(bytes: Uint8Array, line: number): string | null {
	const [from, to] = [line + fields.afcarsId.from, line + fields.afcarsId.to];
	return isBlankAt(bytes, from, to) ? null : plainTextAt(bytes, from, to);
}
