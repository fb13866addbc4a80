import type { NcandsRow } from "./canonical-rows.ts";
import { checkCode, checkSigns } from "./check-code.ts";
import { reportImpossible } from "./check-stay.ts";
import { extractLimits } from "./extract-limits.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader, ExtractRows } from "./extract-rows.ts";
import { cut, type Field, getField, isBlankIn, makeLengthCheck, rememberStretch } from "./fixed-width.ts";
import layout from "./layouts/ncands-child-file.json" with { type: "json" };
import { makeLineReader } from "./make-line-reader.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { raceEthnicityOf } from "./race-ethnicity.ts";
import { childKey, readCount, readCounty, readSex } from "./read-codes.ts";
import { makeDateReader } from "./read-extract-date.ts";
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

/** Sex, race and ethnicity stand beside each other; so do the four maltreatments and the death. */
const personal = [fields.sex, ...races, fields.unable, fields.hispanic];
const maltreatments = [fields.death, ...levels];

const unknownAge = 99;
const yes = "1";
const unable = "3";

/** Substantiated or indicated. Alternative response victims (3) are not victims of the indicators. */
function isVictimLevel(text: string): boolean {
	const level = readCount(text);
	return level === 1 || level === 2;
}

/**
 * Reads an NCANDS Child File: one line a report and child, 312 characters and up to 400, since later years add elements at the
 * end. Dates are MMDDYYYY; 1 is yes and 2 is no.
 */
export function makeNcandsReader(options: { readonly file: number; readonly tally: ProblemTally }): ExtractReader {
	const { file, tally } = options;
	const readDate = makeDateReader("MMDDYYYY");
	const checkLength = makeLengthCheck({ whole: layout.length, longest: extractLimits.ncandsLineCharacters }, tally);
	let records = 0;
	let year: string | null = null;

	function readYear(line: string): number {
		const text = cut(line, fields.year);
		if (text === year) return Number(text);
		const known = /^(?:19|20)\d\d$/.test(text);
		if (year === null) {
			if (!known) throw new ExtractRefusal("period-missing", text);
			year = text;
		} else tally.report(known ? "mixed-periods" : "period-unreadable", fields.year.element, text);
		return Number(year);
	}

	const readState = rememberStretch(
		[fields.state],
		(line) => {
			const postal = cut(line, fields.state).trim();
			return { postal: postal.toUpperCase(), fips: findStateFips(postal) };
		},
		tally,
	);

	/** A county is written by its three digits within the State. */
	const countiesOf = new Map<string, (line: string) => string>();
	function readCountyOf(line: string, fips: string): string {
		const known = countiesOf.get(fips);
		if (known) return known(line);
		const reader = rememberStretch([fields.county], (each) => readCounty(`${fips}${cut(each, fields.county)}`), tally);
		countiesOf.set(fips, reader);
		return reader(line);
	}

	function readDates(line: string): Pick<NcandsRow, "reportDate" | "incidentDate" | "dob"> {
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

	const readAge = rememberStretch(
		[fields.age],
		(line): Pick<NcandsRow, "age"> => {
			const found = readCount(cut(line, fields.age));
			const age = found === unknownAge ? null : found;
			if (age === null) tally.report("age-missing", fields.age.element, cut(line, fields.age));
			return { age };
		},
		tally,
	);

	const readPerson = rememberStretch(
		personal,
		(line): Pick<NcandsRow, "sex" | "raceEthnicity"> => {
			const sex = readSex(cut(line, fields.sex));
			if (sex === "unknown") tally.report("sex-unknown", fields.sex.element, cut(line, fields.sex));
			for (const each of [...races, fields.unable, fields.hispanic])
				checkCode(cut(line, each), each.codes, each.element, tally);
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
		},
		tally,
	);

	const readMaltreatments = rememberStretch(
		maltreatments,
		(line): Pick<NcandsRow, "victim" | "death"> => {
			for (const each of maltreatments) checkCode(cut(line, each), each.codes, each.element, tally);
			const death = cut(line, fields.death) === yes;
			return { victim: death || levels.some((each) => isVictimLevel(cut(line, each))), death };
		},
		tally,
	);

	function readRecord(line: string, number: number, ended: boolean, rows: ExtractRows): void {
		records++;
		const { postal: state, fips } = readState(line);
		const county = readCountyOf(line, fips ?? "");
		tally.at(records, number, county);
		const whole = checkLength(line, ended);
		const fileYear = readYear(whole);
		const id = cut(whole, fields.child).trim();
		if (id === "") {
			tally.report("child-id-missing", fields.child.element);
			return;
		}
		const report = cut(whole, fields.report).trim();
		if (report === "") tally.report("report-id-missing", fields.report.element);
		checkSigns(id, fields.child.element, tally);
		checkSigns(report, fields.report.element, tally);
		// Each property by name: spreading the parts costs much of the time where there are millions of lines.
		if (fips === undefined) tally.report("state-missing", fields.state.element, cut(whole, fields.state).trim());
		if (county === "unknown") tally.report("county-unknown", fields.county.element, cut(whole, fields.county));
		const dates = readDates(whole);
		const { age } = readAge(whole);
		const person = readPerson(whole);
		const maltreatment = readMaltreatments(whole);
		rows.ncands.push({
			year: fileYear,
			file,
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
			victim: maltreatment.victim,
			death: maltreatment.death,
		});
	}

	return makeLineReader({
		readLine(line, number, ended, rows) {
			if (line.trim() !== "") readRecord(line, number, ended, rows);
			return true;
		},
		get period() {
			return year;
		},
		get records() {
			return records;
		},
	});
}
