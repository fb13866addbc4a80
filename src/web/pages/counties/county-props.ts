import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { maskedMark, maskFigure } from "../../../domain/measure/masking.ts";
import type { AssistanceStatus } from "../../../domain/plan/request-facts.ts";
import { CycleStage } from "../../../domain/workflow/cycle-stage.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { OutcomeRowProps } from "../outcomes/outcome-props.ts";
import type { YearlyPaperProps } from "../plans/yearly/yearly-papers.tsx";

export const stages = CycleStage.options;
export type Stage = CycleStage;

/** One county as the State sees it; the server's operation `list-counties` gives it. */
export type CountyProps = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly stage: Stage;
	readonly plan: Fact<"document"> | null;
	readonly cycle: Fact<"cycle"> | null;
	readonly lateSince: PlainDate | null;
	readonly lateMilestones: number;
	readonly milestoneWord: string;
	readonly nextPaper: YearlyPaperProps | null;
	readonly outcomes: readonly { readonly code: string; readonly label: string }[];
	readonly series: readonly OutcomeRowProps["series"][];
	readonly belowStandard: number;
	readonly assistance: readonly { readonly need: string; readonly status: AssistanceStatus }[];
};

export const countySorts = {
	name: "Name",
	late: "Longest late first",
	paper: "Next yearly paper first",
	stage: "Where it is",
	below: "Most below the standard first",
	assistance: "Most assistance asked for first",
} as const;
export type CountySort = keyof typeof countySorts;

/** What is asked for: which counties, in which order, and with which outcome beside them. */
export type CountyChoice = {
	readonly sort: CountySort;
	readonly stage: Stage | "";
	readonly lateOnly: boolean;
	/** `vintage:code`; "" for none. */
	readonly outcome: string;
	/** Hide small numbers, for a list that leaves the agency. */
	readonly masked: boolean;
};

/** The counties asked for, in the order asked for; those that say the same stand by name. */
export function chooseCounties(rows: readonly CountyProps[], choice: CountyChoice): readonly CountyProps[] {
	const byName = (a: CountyProps, b: CountyProps) => a.jurisdiction.name.localeCompare(b.jurisdiction.name, "en");
	const orders: Readonly<Record<CountySort, (a: CountyProps, b: CountyProps) => number>> = {
		name: () => 0,
		late: (a, b) => (a.lateSince ?? "9999").localeCompare(b.lateSince ?? "9999"),
		paper: (a, b) => (a.nextPaper?.dueOn ?? "9999").localeCompare(b.nextPaper?.dueOn ?? "9999"),
		stage: (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage),
		below: (a, b) => b.belowStandard - a.belowStandard,
		assistance: (a, b) => b.assistance.length - a.assistance.length,
	};
	return rows
		.filter(({ stage }) => choice.stage === "" || stage === choice.stage)
		.filter(({ lateSince }) => !choice.lateOnly || lateSince !== null)
		.toSorted((a, b) => orders[choice.sort](a, b) || byName(a, b));
}

export const outcomeKey = ({ indicator }: OutcomeRowProps["series"]) => `${indicator.vintage}:${indicator.code}`;

/** The newest figure of the chosen outcome, masked where asked; "" where the county has none. */
export function outcomeValue({ series }: CountyProps, { outcome, masked }: CountyChoice): string {
	const found = series.find((each) => outcomeKey(each) === outcome);
	const unit = found?.indicator.unit;
	if (!found || !unit) return "";
	if (!masked) return formatValue(found.latest.value, unit);
	const { value } = maskFigure(found.latest, unit);
	return value.masked ? maskedMark : formatValue(value.value, unit);
}
