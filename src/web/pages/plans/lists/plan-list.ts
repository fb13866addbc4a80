import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import type { Edition } from "../../../../domain/document/edition.ts";
import type { EntryKind } from "../../../../domain/document/entry-kinds.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import type { PlanContext } from "../plan-context.ts";
import { componentName, shorten, subjectName } from "../plan-words.ts";

type Choice = { readonly value: string; readonly label: string };

/** One field of an entry: its control, and what may be chosen in it. */
export type EntryField = {
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	readonly control: "line" | "text" | "date" | "number" | "dollars" | "select" | "checks";
	/** The longest text that is kept. */
	readonly most?: number;
	readonly choices?: (plan: PlanContext) => readonly Choice[];
	/** The first choice of a list that may be left open. */
	readonly emptyLabel?: string;
	readonly optional?: boolean;
};

/** One list of a plan: what it holds, how an entry is filled in, and how it is shown. */
export type PlanList<K extends EntryKind = EntryKind> = {
	/** In the address. */
	readonly slug: string;
	readonly kind: K;
	readonly title: string;
	readonly intro: string;
	/** "planning body", for buttons. */
	readonly one: string;
	/** Where the authority's text asks for it. */
	readonly source: string;
	readonly plans: readonly Edition["document"]["kind"][];
	/** Only for those who write the plan: others are not even told of it. */
	readonly forWriters?: boolean;
	readonly fields: readonly EntryField[];
	/** The field of the form whose earlier text is shown beside the list. */
	readonly earlier?: string;
	readonly heading: (entry: Fact<K>, plan: PlanContext) => string;
	readonly lines: (entry: Fact<K>, plan: PlanContext) => readonly (readonly [label: string, text: string])[];
};

export const allPlans = [
	"county-improvement-plan",
	"county-self-assessment",
	"state-five-year-plan",
	"state-improvement-plan",
	"statewide-assessment",
] as const;

export function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
	return Object.entries(words).map(([value, label]) => ({ value, label }));
}

export function componentField(label: string, emptyLabel: string): EntryField {
	return {
		name: "focusAreaId",
		label,
		control: "select",
		emptyLabel,
		optional: true,
		choices: ({ graph, edition }) =>
			graph.components.map((component) => ({
				value: component.focusArea.id,
				label: `${componentName(component, edition)}: ${subjectName(component)}`,
			})),
	};
}

export function strategyField(label = "Stands with the strategy"): EntryField {
	return {
		name: "strategyId",
		label,
		control: "select",
		emptyLabel: "None",
		optional: true,
		choices: ({ graph, edition }) =>
			graph.components.flatMap(({ goals }) =>
				goals.flatMap(({ strategies }) =>
					strategies.map(({ strategy, number }) => ({
						value: strategy.id,
						label: `${edition.words.strategy} ${number} ${shorten(strategy.statement, 60)}`,
					})),
				),
			),
	};
}

export function placeWords(
	each: { readonly focusAreaId: string | null; readonly strategyId?: string | null },
	{ graph, edition }: PlanContext,
): string {
	const component = graph.components.find(({ focusArea }) => focusArea.id === each.focusAreaId);
	const strategies = graph.components.flatMap(({ goals }) => goals.flatMap((goal) => goal.strategies));
	const strategy = strategies.find((node) => node.strategy.id === each.strategyId);
	return [
		component ? `${componentName(component, edition)}: ${subjectName(component)}` : "",
		strategy ? `${edition.words.strategy} ${strategy.number}` : "",
	]
		.filter(Boolean)
		.join("; ");
}

export function dateWords(date: string | null): string {
	return date === null ? "" : formatDate(date as Parameters<typeof formatDate>[0]);
}
