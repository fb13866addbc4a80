import {
	type CurveResults,
	type EntryCurve,
	type ExitCurve,
	type ExitKind,
	exitKinds,
} from "../../../indicators/curves/curve-results.ts";
import type { Group } from "../../../indicators/engine/groups.ts";
import { alignColumns } from "./align-columns.ts";

/** How ways out of care are headed. */
const kindWords: Readonly<Record<ExitKind | "all" | "permanency", string>> = {
	all: "All exits",
	permanency: "Permanency",
	reunification: "Reunified",
	relative: "With relative",
	adoption: "Adopted",
	guardianship: "Guardianship",
	other: "Other exit",
};

/** Months that the table shows; --json has each. */
const shownMonths = new Set([1, 3, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 72, 84, 96, 108, 120]);

/** The curves as tables that a person can read, with what is estimated and how many children stand behind it. */
export function curveTable(found: CurveResults): string {
	if ("status" in found) return `Window ${found.window} needs ${found.missing.join(", ")}.`;
	const seen = `AFCARS ${found.files.join(", ")}; nobody is seen after ${found.filesEnd}.`;
	if (found.cohort === "entry") {
		return [
			`Children who entered care, window ${found.window}: percent who had left it, by months since entry. ${seen}`,
			...found.curves.flatMap((each) => ["", ...entryLines(each)]),
			"",
			"At risk: still in care and seen for so many months. Estimated for all who entered (Aalen and Johansen): whoever is in care when",
			"the files end counts for the time that was seen. Other exits are not to permanency, the 18th birthday among them.",
			"The percent at 12 months is not P1: time of a trial home visit is not taken off here.",
		].join("\n");
	}
	return [
		`Children who left care, window ${found.window}: how long they had stayed, and who came back. ${seen}`,
		...found.curves.flatMap((each) => ["", ...stayLines(each), "", ...reentryLines(each)]),
		"",
		"At risk: not back in care, under 18, and seen for so many months. Reentry is followed for the exits that P4 counts.",
		"Estimated for all of them (Aalen and Johansen); whoever turns 18 cannot come back any more.",
	].join("\n");
}

function entryLines({ group, children, months }: EntryCurve): readonly string[] {
	return [
		`${nameOf(group)} (${count(children)} children)`,
		...alignColumns(
			[
				["Month", "At risk", "Permanency", ...exitKinds.map((kind) => kindWords[kind]), "In care"],
				...months
					.filter(({ month }) => shownMonths.has(month))
					.map((each) => [
						String(each.month),
						count(each.atRisk),
						percent(each.permanency),
						...exitKinds.map((kind) => percent(each[kind])),
						percent(each.inCare),
					]),
			],
			[0, 1, 2, 3, 4, 5, 6, 7, 8],
		),
	];
}

function stayLines({ group, stays }: ExitCurve): readonly string[] {
	return [
		`${nameOf(group)}: days in care when they left`,
		...alignColumns(
			[
				["Exit", "Children", "Quarter", "Half", "Three quarters", "In 12 months", "In 24", "In 36"],
				...stays.map(({ exit, children, days, within }) => [
					kindWords[exit],
					count(children),
					...[days?.p25, days?.p50, days?.p75].map((each) => (each === undefined ? "none" : count(each))),
					...[within?.[12], within?.[24], within?.[36]].map((each) => percent(each ?? null)),
				]),
			],
			[1, 2, 3, 4, 5, 6, 7],
		),
	];
}

function reentryLines({ group, reentry }: ExitCurve): readonly string[] {
	const [all, ...kinds] = reentry;
	if (!all || all.children === 0)
		return [`${nameOf(group)}: nobody left to reunification, a relative or guardianship.`];
	return [
		`${nameOf(group)}: percent who came back, by months since they left (${count(all.children)} children)`,
		...alignColumns(
			[
				["Month", "At risk", "All of these", ...kinds.map(({ exit }) => kindWords[exit])],
				...all.months
					.filter(({ month }) => shownMonths.has(month))
					.map((each) => [
						String(each.month),
						count(each.atRisk),
						...[all, ...kinds].map(({ months }) =>
							percent(months.find(({ month }) => month === each.month)?.reentered ?? null),
						),
					]),
			],
			[0, 1, 2, 3, 4, 5],
		),
	];
}

function nameOf(group: Group): string {
	return Object.values(group).join(", ") || "All";
}

function count(value: number): string {
	return value.toLocaleString("en-US");
}

function percent(value: number | null): string {
	return value === null ? "none" : value.toFixed(1);
}
