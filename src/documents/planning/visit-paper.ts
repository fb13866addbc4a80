import { formatDate, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { visitMethodLabels } from "../../domain/planning/planning-facts.ts";
import { visitArithmetic, visitStandards } from "../../domain/planning/visit-standards.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import {
	cell,
	heading,
	keyValue,
	keyValues,
	neutralDocument,
	paragraphs,
	section,
	signature,
	table,
} from "../neutral/build-blocks.ts";
import type { ContentBlock, NeutralDocument } from "../neutral/neutral-document.ts";

/** The report of monthly caseworker visits as it goes to the Children's Bureau: the counts, both standards worked out, the years before. */
export function buildVisitPaper(input: {
	readonly stateName: string;
	readonly today: PlainDate;
	readonly report: Fact<"visit-report">;
	/** Reports of the years before, newest first. */
	readonly before: readonly Fact<"visit-report">[];
	readonly versionHash: string;
}): NeutralDocument {
	const { stateName, today, report, before, versionHash } = input;
	const year = report.federalFiscalYear;
	const title = `Monthly caseworker visits, FFY${year}: ${stateName}`;
	const draft = report.sentOn === null;
	return neutralDocument(
		{
			...{ title, language: "en", author: stateName, created: report.sentOn ?? today, versionHash },
			edition: "42 U.S.C. 624(f)",
			status: { label: report.sentOn ? `Sent on ${formatDate(report.sentOn)}` : "Draft", draft },
		},
		[
			section("narrative", "visits", [
				heading(1, title),
				keyValues([
					keyValue("Federal fiscal year", `October 1, ${year - 1} to September 30, ${year}`),
					keyValue("Due", `On or before ${formatDate(plainDate(`${year}-12-15`))}`),
					keyValue("Children reported on", visitMethodLabels[report.method]),
					keyValue(report.sourceKind === "counted" ? "Counted from" : "Source", report.source),
				]),
				...countBlocks(report),
				...standardBlocks(report),
				...(report.note === "" ? [] : [heading(2, "Remarks"), ...paragraphs(report.note)]),
				...yearBlocks(before),
				signature({ id: "signed", label: "Signature of the official of the State" }),
			]),
		],
	);
}

const whole = (number: number | null) => (number === null ? "Not counted" : number.toLocaleString("en-US"));

function countBlocks(report: Fact<"visit-report">): readonly ContentBlock[] {
	const rows: readonly (readonly [string, number | null])[] = [
		["Children, each once", report.children],
		["Whole calendar months in care", report.careMonths],
		["Of these, months with a visit of a caseworker", report.visitedMonths],
		["Of the months with a visit, those with one where the child lives", report.residenceMonths],
	];
	return [
		heading(2, "Counts"),
		table({
			caption: `Visits of FFY${report.federalFiscalYear}`,
			weights: [5, 2],
			headerColumns: 1,
			rows: [["What", "Number"], ...rows.map(([name, number]) => [name, cell(whole(number), { align: "end" })])],
		}),
	];
}

function standardBlocks(report: Fact<"visit-report">): readonly ContentBlock[] {
	const standing = (met: boolean | null) => (met === null ? "Cannot be judged" : met ? "Met" : "Not met");
	return [
		heading(2, "Standards"),
		table({
			caption: "Both standards, worked out",
			weights: [3, 4, 2, 2, 3],
			headerColumns: 1,
			rows: [
				["Standard", "Worked out", "At least", "Standing", "Points off the federal share"],
				...visitStandards(report).map((each) => [
					...[each.name, visitArithmetic(each), `${each.limit} percent`, standing(each.met)],
					cell(String(each.pointsOff), { align: "end" }),
				]),
			],
		}),
	];
}

function yearBlocks(before: readonly Fact<"visit-report">[]): readonly ContentBlock[] {
	if (before.length === 0) return [];
	return [
		heading(2, "Years before"),
		table({
			caption: "What was reported before",
			weights: [2, 4, 4],
			headerColumns: 1,
			rows: [
				["Federal fiscal year", "Months with a visit", "Visits where the child lives"],
				...before.map((each) => [`FFY${each.federalFiscalYear}`, ...visitStandards(each).map(visitArithmetic)]),
			],
		}),
	];
}
