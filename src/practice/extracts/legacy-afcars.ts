import type { ExitReason } from "../../indicators/extracts/canonical-rows.ts";
import { compactDate, type Day, yearOf } from "./days.ts";
import type { FilePieces } from "./file-pieces.ts";
import type { Period } from "./periods.ts";
import { practiceState, type Races, type Setting, type SettingKind, type SyntheticChild } from "./synthetic-child.ts";
import { type KnownRemoval, type PeriodView, recordsOfPeriod, settingsKnown } from "./view-of-period.ts";

/**
 * The legacy AFCARS foster care file of a period (through 22B): a line "@", a summary line of 174 characters, one line of 197
 * characters for each child in care in the period, a line "#". A child's line tells the latest removal as of the period's end.
 */
export function legacyAfcars(period: Period, children: Iterable<SyntheticChild>): FilePieces {
	return {
		head: `@\n${(practiceState.fips + period.reportMonth).padEnd(174, "0")}\n`,
		records: recordsOfPeriod(period, children, lineOf),
		tail: "#\n",
	};
}

/** Element 58. */
const reasonCodes: Readonly<Record<ExitReason, string>> = {
	REUNIFICATION: "1",
	RELATIVE: "2",
	ADOPTION: "3",
	EMANCIPATION: "4",
	GUARDIANSHIP: "5",
	TRANSFER: "6",
	RUNAWAY: "7",
	DEATH: "8",
};

/** Element 41. */
const settingCodes: Readonly<Record<SettingKind, string>> = {
	"pre-adoptive-home": "1",
	"relative-home": "2",
	"foster-home": "3",
	"group-home": "4",
	shelter: "4",
	"residential-treatment": "5",
	institution: "5",
	"independent-living": "6",
	hospital: "5",
	"psychiatric-hospital": "5",
	runaway: "7",
	"trial-home-visit": "8",
};

const noDate = "        ";
const dateOr = (day: Day | null | undefined) => (day === null || day === undefined ? noDate : compactDate(day));
const flag = (value: boolean) => (value ? "1" : "0");
const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(Math.min(value, 99)));

function lineOf(child: SyntheticChild, view: PeriodView, period: Period): string {
	const { latest } = view;
	const settings = settingsKnown(latest, period);
	return `${
		practiceState.fips +
		period.reportMonth +
		child.county +
		view.recordNumber.padEnd(12) +
		(period.end - latest.removal > 180 ? compactDate(latest.removal + 180) : noDate) +
		dateOr(child.birth) +
		(child.sex === null ? " " : child.sex === "male" ? "1" : "2") +
		raceFlags(child.races) +
		{ yes: "1", no: "2", unknown: "3" }[child.hispanic]
	}20000020${removalFields(view)}${settingFields(settings, view.blankPlacements)}${circumstances(latest)}${
		settingCodes[currentSetting(settings)?.kind ?? "foster-home"]
	}213${yearOf(latest.removal) - 31}0000${noDate}${noDate}${caretakers(currentSetting(settings))}${exitFields(latest)}100010000743\n`;
}

function raceFlags({ americanIndian, asian, black, pacificIslander, white, unable }: Races): string {
	return flag(americanIndian) + flag(asian) + flag(black) + flag(pacificIslander) + flag(white) + flag(unable);
}

/** Elements 18 to 22. */
function removalFields({ removals, latest }: PeriodView): string {
	const prior = removals.length > 1 ? removals[removals.length - 2]?.exit : null;
	return (
		dateOr(removals.length > 1 ? removals[0]?.removal : latest.removal) +
		twoDigits(removals.length) +
		dateOr(prior) +
		compactDate(latest.removal) +
		compactDate(latest.removal + 5)
	);
}

/** Elements 23 and 24, and 25 (court ordered). */
function settingFields(settings: readonly Setting[], blank: boolean): string {
	return `${dateOr(currentSetting(settings)?.start)}${blank ? "  " : twoDigits(countPlacements(settings))}2`;
}

/** Elements 26 to 40: neglect for every child, and one more for some. */
function circumstances({ removal }: KnownRemoval): string {
	return `${removal % 7 === 0 ? "1" : "0"}01${removal % 9 === 0 ? "1" : "0"}${removal % 3 === 0 ? "1" : "0"}0000000000`;
}

/** Elements 49 to 55: who cares for the child in a foster home. */
function caretakers(setting: Setting | undefined): string {
	if (!setting || !isFosterHome(setting.kind)) return `000000000${"000000"}0${"000000"}0`;
	return `3${1955 + (setting.place % 40)}0000${"000010"}2${"000000"}0`;
}

const isFosterHome = (kind: SettingKind) =>
	kind === "foster-home" || kind === "relative-home" || kind === "pre-adoptive-home";

/** Elements 56 to 58. */
function exitFields({ exit, reason }: KnownRemoval): string {
	if (exit === null) return `${noDate}${noDate}0`;
	return compactDate(exit) + compactDate(exit + 10) + (reason === null ? " " : reasonCodes[reason]);
}

/** A stay in a hospital is an absence: the legacy file goes on telling of the setting before it. */
function currentSetting(settings: readonly Setting[]): Setting | undefined {
	let current: Setting | undefined;
	for (const setting of settings) {
		if (setting.kind === "hospital" && current) continue;
		// The same home under another type (pre-adoptive) and a return from the hospital keep the date of the placement.
		if (current && isPlacement(setting.kind) && setting.place === current.place)
			current = { ...setting, start: current.start };
		else current = setting;
	}
	return current;
}

const isPlacement = (kind: SettingKind) => kind !== "runaway" && kind !== "trial-home-visit" && kind !== "hospital";

/** Element 24: runaway, trial home visit, a stay in a hospital, and a return from them to the same place do not count. */
function countPlacements(settings: readonly Setting[]): number {
	let [count, place] = [0, -1];
	for (const setting of settings) {
		if (!isPlacement(setting.kind) || setting.place === place) continue;
		count += 1;
		place = setting.place;
	}
	return count;
}
