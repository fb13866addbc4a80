import { ageOn, americanDate, type Day } from "./days.ts";
import type { FilePieces } from "./file-pieces.ts";
import { yearBounds } from "./periods.ts";
import { type MaltreatmentReport, practiceState, type Races, type SyntheticChild } from "./synthetic-child.ts";

/**
 * The NCANDS Child File of a federal fiscal year: a line of 312 characters for each report and child whose disposition was in
 * the year. Dates MMDDYYYY; 1 is yes and 2 is no.
 */
export function ncands(year: number, children: Iterable<SyntheticChild>): FilePieces {
	return { head: "", records: records(year, children), tail: "" };
}

function* records(year: number, children: Iterable<SyntheticChild>): Generator<string> {
	const { start, end } = yearBounds(year);
	for (const child of children)
		for (const report of child.reports)
			if (report.disposition >= start && report.disposition <= end) yield lineOf(year, child, report);
}

const dateOr = (day: Day | null) => (day === null ? "        " : americanDate(day));
const yes = (value: boolean) => (value ? "1" : "2");
const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(value));

/** Elements 35 to 85: no risk factors and no services known, no dates. */
const risksAndServices = `${"9".repeat(22)}${" ".repeat(8)}${"999"}${" ".repeat(8)}9${" ".repeat(8)}${"9".repeat(22)}`;
/** Elements 90 to 106 of the first perpetrator, 107 to 144 of two more. */
const restOfPerpetrators = `11292${"999999"}${"999"}${" ".repeat(4 + 64)}`;

function lineOf(year: number, child: SyntheticChild, report: MaltreatmentReport): string {
	const county = child.county.slice(2);
	return `${
		year +
		practiceState.postalCode +
		report.report.padEnd(12) +
		childId(child) +
		county +
		americanDate(report.date) +
		americanDate(report.date + 2)
	}04${twoDigits(reportLevel(report))}${americanDate(report.disposition)}1${ageField(child.birth, report)}${dateOr(child.birth)}${
		child.sex === null ? "9" : child.sex === "male" ? "1" : "2"
	}${raceFields(child.races)}${{ yes: "1", no: "2", unknown: "9" }[child.hispanic]}${county}0192${maltreatments(report)}${yes(
		report.death,
	)}${risksAndServices}${"W00000000001"}${"S00000000001"}${"P00000000001"}${twoDigits(report.perpetrator)}${restOfPerpetrators}${(
		report.unlinked || child.removals.length === 0 ? "" : child.recordNumber
	).padEnd(12)}${dateOr(report.incident)}\n`;
}

/** Element 4: another number than AFCARS has, the same in every year. */
const childId = ({ recordNumber }: SyntheticChild) => `C${recordNumber}`.slice(0, 12).padEnd(12);

/** Element 9: the gravest of the levels, which are numbered from the gravest on. */
const reportLevel = ({ levels }: MaltreatmentReport) => Math.min(99, ...levels);

/** Element 12. */
function ageField(birth: Day | null, { age, date }: MaltreatmentReport): string {
	if (age !== undefined) return twoDigits(age);
	return birth === null ? "99" : twoDigits(Math.max(0, Math.min(21, ageOn(birth, date))));
}

function raceFields({ americanIndian, asian, black, pacificIslander, white, unable }: Races): string {
	return yes(americanIndian) + yes(asian) + yes(black) + yes(pacificIslander) + yes(white) + yes(unable);
}

/** Elements 26 to 33: neglect first, then physical abuse, psychological and sexual. */
function maltreatments({ levels }: MaltreatmentReport): string {
	let text = "";
	for (let place = 0; place < 4; place += 1) {
		const level = levels[place];
		text += level === undefined ? "   " : "2154"[place] + twoDigits(level);
	}
	return text;
}
