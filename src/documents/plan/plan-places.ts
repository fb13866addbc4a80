import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { type Edition, type EditionField, isAskedFor } from "../../domain/document/edition.ts";
import { subjectName } from "../../domain/document/subject-analysis.ts";
import { timeframeEnd } from "../../domain/plan/assemble-plan.ts";
import type { ComponentNode, GoalNode, ObjectiveNode, PlanGraph, StrategyNode } from "../../domain/plan/plan-graph.ts";
import { kindOfField, nameOfField, type WordField } from "../../domain/word/word-facts.ts";
import { type ValueForm, writtenValue } from "../../domain/word/written-value.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { anchorsOf } from "../neutral/anchors-of.ts";
import { buildPlanDocument } from "../plan-document.ts";
import { type EditableKind, listPlaces, startPlaces } from "./editable-lists.ts";
import { fieldText } from "./field-blocks.ts";
import { assignedText, timeframeText } from "./milestone-text.ts";
import { benchmarkLabel, benchmarksOf, figureFields, figureOf, hasMaskedFigure } from "./objective-blocks.ts";
import { milestoneFields, standings } from "./progress-blocks.ts";

/** A text of a plan that can be edited on paper: where it is printed, which fact it is, and how it reads there. */
export type PlanPlace = {
	/** Its anchor in the neutral document. */
	readonly anchor: string;
	readonly factId: string;
	readonly field: WordField;
	/** The version that is printed; 0 for a field that nobody has filled in. */
	readonly version: number;
	readonly label: string;
	/** As it is printed; "" where nothing is written yet. */
	readonly text: string;
	/** Of an answer: its field in the edition, and the component that it belongs to. */
	readonly answer?: { readonly field: EditionField; readonly focusAreaId: string | null };
	/** Of a value in a list, a figure or a standing: how it is written. */
	readonly form?: ValueForm;
	/** Of a cell in the row that begins a list: which list. */
	readonly starts?: { readonly kind: EditableKind; readonly focusAreaId: string | null };
	/** It stands at a part of the plan that no paper leaves out: a row that is gone from the file takes nothing from the plan. */
	readonly kept?: boolean;
	/** The files that offer it: those made before do not miss it. */
	readonly since?: number;
};

export type PlaceOptions = {
	/** The id that an answer has, also before it is written. */
	readonly answerId: (focusAreaId: string | null, field: string) => string;
	/** The id that the baseline or target of an objective has, also before it is written. */
	readonly figureId: (kind: "baseline" | "target", objectiveId: string) => string;
	/** The id that stands for the row that begins a list. */
	readonly listId: (kind: EditableKind, focusAreaId: string | null) => string;
	readonly people?: ReadonlyMap<string, string> | undefined;
};

/** Every editable text of a plan, in the order of the paper, as `buildPlanDocument` prints it. */
export function planPlaces(graph: PlanGraph, edition: Edition, options: PlaceOptions): PlanPlace[] {
	const parts = graph.document.updateOf === null ? partPlaces(graph, edition, options) : [];
	const printed = new Set(
		anchorsOf(buildPlanDocument(graph, edition, { today: graph.cycle.startsOn, toEdit: true })).map((each) =>
			each.replace(/\/\d+$/u, ""),
		),
	);
	const beside = [...progressPlaces(graph, edition), ...listPlaces(graph, edition)].filter(({ anchor }) =>
		printed.has(anchor),
	);
	const starts = startPlaces(graph, edition, options.listId);
	return [...answerPlaces(graph, edition, options), ...parts, ...analysisPlaces(graph), ...beside, ...starts];
}

/** What a yearly paper says of each goal that it carries over, and of what serves it. */
function progressPlaces(graph: PlanGraph, edition: Edition): PlanPlace[] {
	const { components, carried } = graph;
	return components.flatMap(({ goals }) =>
		goals.flatMap(({ goal, number, strategies }): PlanPlace[] => {
			const part = carried.get(goal.id);
			const below = strategies.flatMap((node) => standingPlaces(node, graph, edition));
			if (part === undefined) return below;
			const place = (name: "standing" | "progress" | "closingReason", label: string, form: ValueForm): PlanPlace => ({
				anchor: `${goal.id}/${name}`,
				factId: part.id,
				field: `carried-part.${name}`,
				version: part.version,
				label: `Goal ${number}: ${label}`,
				text: writtenValue(form, part[name]),
				form,
			});
			return [
				place("standing", "how it stands", { form: "choice", words: standings }),
				place("progress", "progress", { form: "text" }),
				...(part.closing === null ? [] : [place("closingReason", "why it was closed so", { form: "text" })]),
				...below,
			];
		}),
	);
}

/** How a strategy and its milestones stand, in the table of a yearly paper. */
function standingPlaces(node: StrategyNode, { carried }: PlanGraph, edition: Edition): PlanPlace[] {
	const { words } = edition;
	const standing = (id: string, name: string): PlanPlace[] => {
		const part = carried.get(id);
		const form: ValueForm = { form: "choice", words: standings };
		if (part === undefined) return [];
		return [
			{
				...{ anchor: `${id}/standing`, factId: part.id, field: "carried-part.standing", version: part.version },
				...{ label: `${name}: how it stands`, text: writtenValue(form, part.standing), form, kept: true, since: 2 },
			},
		];
	};
	return [
		...standing(node.strategy.id, `${words.strategy} ${node.number}`),
		...node.milestones.flatMap(({ milestone, number }) => [
			...milestoneFields(edition).map(({ field, label, form }): PlanPlace => {
				const value = (milestone as Readonly<Record<string, unknown>>)[nameOfField(field)];
				return {
					...{ anchor: `${milestone.id}/${nameOfField(field)}`, factId: milestone.id, field, form },
					...{ version: milestone.version, text: writtenValue(form, value), kept: true, since: 2 },
					label: `${words.milestone} ${number}: ${label.toLowerCase()}`,
				};
			}),
			...standing(milestone.id, `${words.milestone} ${number}`),
		]),
	];
}

function answerPlaces(graph: PlanGraph, edition: Edition, options: PlaceOptions): PlanPlace[] {
	return edition.sections.flatMap((section) => {
		if (!["cover", "narrative", "summary"].includes(section.kind)) return [];
		return section.fields.filter(isEditable).map((field) => answerPlace(graph, field, null, graph.answers, options));
	});
}

function isEditable(field: EditionField): boolean {
	return field.from === "answer" && field.type !== "signatory" && field.onPaper !== false;
}

function answerPlace(
	graph: PlanGraph,
	field: EditionField,
	component: ComponentNode | null,
	answers: PlanGraph["answers"],
	{ answerId }: PlaceOptions,
): PlanPlace {
	const focusAreaId = component?.focusArea.id ?? null;
	return {
		anchor: `${focusAreaId ?? graph.document.id}/${field.id}`,
		factId: answers.get(field.id)?.id ?? answerId(focusAreaId, field.id),
		field: "answer.value",
		version: answers.get(field.id)?.version ?? 0,
		label: component ? `Component ${component.number}: ${field.label}` : field.label,
		text: fieldText(field, answers, graph),
		answer: { field, focusAreaId },
	};
}

function partPlaces(graph: PlanGraph, edition: Edition, options: PlaceOptions): PlanPlace[] {
	const section = edition.sections.find(({ kind }) => kind === "components");
	return graph.components.flatMap((component) => [
		...(section?.fields ?? [])
			.filter((field) => isEditable(field) && isAskedFor(field, component.focusArea.subjectKind))
			.map((field) => answerPlace(graph, field, component, component.answers, options)),
		...component.goals.flatMap((goal) => goalPlaces(goal, component, edition, options)),
	]);
}

function goalPlaces(node: GoalNode, component: ComponentNode, edition: Edition, options: PlaceOptions): PlanPlace[] {
	const name = `Component ${component.number}: ${edition.words.goal} ${node.number}`;
	const { id: factId, version, statement } = node.goal;
	return [
		{ anchor: `${factId}/statement`, factId, field: "goal.statement", version, label: name, text: statement },
		...node.objectives.flatMap(({ objective }) =>
			(["statement", "evidenceOfCompletion"] as const)
				.filter((field) => objective[field].trim() !== "")
				.map(
					(field): PlanPlace => ({
						anchor: `${objective.id}/${field}`,
						factId: objective.id,
						field: `objective.${field}`,
						version: objective.version,
						label: `${name}, ${field === "statement" ? "objective" : "evidence of completion"}`,
						text: objective[field],
					}),
				),
		),
		...node.objectives.flatMap((objective) => figurePlaces(objective, name, options)),
		...node.objectives.flatMap((objective) => benchmarkPlaces(objective, name)),
		...node.strategies.flatMap((strategy) => strategyPlaces(strategy, component, edition, options)),
	];
}

/** Baseline and target of an objective, also before they are written. What is masked on paper is not edited there. */
function figurePlaces(node: ObjectiveNode, name: string, { figureId }: PlaceOptions): PlanPlace[] {
	const { objective, measure, baseline, target } = node;
	if (measure === undefined || hasMaskedFigure(node)) return [];
	return figureFields(measure.unit).map(({ field, label, form }) => {
		const kind = kindOfField(field) === "target" ? "target" : "baseline";
		const fact = kind === "target" ? target : baseline;
		return {
			anchor: `${objective.id}/${field}`,
			factId: fact?.id ?? figureId(kind, objective.id),
			field,
			version: fact?.version ?? 0,
			label: `${name}, ${label.toLowerCase()}`,
			text: writtenValue(form, figureOf(node, field)),
			form,
		};
	});
}

/** The benchmarks of an objective, each with its year. */
function benchmarkPlaces(node: ObjectiveNode, name: string): PlanPlace[] {
	const { measure } = node;
	if (measure === undefined || hasMaskedFigure(node)) return [];
	const form: ValueForm = { form: "number", unit: measure.unit };
	return benchmarksOf(node).map((benchmark) => ({
		...{ anchor: `${benchmark.id}/value`, factId: benchmark.id, field: "target.value", version: benchmark.version },
		label: `${name}, ${benchmarkLabel(benchmark).toLowerCase()}`,
		...{ text: writtenValue(form, benchmark.value), form, since: 2 },
	}));
}

function strategyPlaces(
	node: StrategyNode,
	component: ComponentNode,
	{ words }: Edition,
	{ people }: PlaceOptions,
): PlanPlace[] {
	const { strategy } = node;
	const start = `Component ${component.number}: `;
	const name = `${start}${words.strategy} ${node.number}`;
	return [
		...(["statement", "rationale"] as const).map(
			(field): PlanPlace => ({
				anchor: `${strategy.id}/${field}`,
				factId: strategy.id,
				field: `strategy.${field}`,
				version: strategy.version,
				label: field === "statement" ? name : `${name}, ${words.rationale.toLowerCase()}`,
				text: strategy[field],
			}),
		),
		...node.milestones.flatMap(({ milestone, number, dueOn }) => {
			const label = `${start}${words.milestone} ${number}`;
			const place = (field: WordField, anchor: string, after: string, text: string): PlanPlace => ({
				...{ anchor: `${milestone.id}/${anchor}`, factId: milestone.id, field, version: milestone.version },
				label: after === "" ? label : `${label}, ${after.toLowerCase()}`,
				text,
			});
			return [
				place("milestone.statement", "statement", "", milestone.statement),
				place("milestone.timeframe", "timeframeMonths", words.timeframe, timeframeText(milestone, dueOn)),
				place("milestone.assigned", "assignedTitle", words.assignedTo, assignedText(milestone, people)),
			];
		}),
	];
}

function analysisPlaces(graph: PlanGraph): PlanPlace[] {
	return graph.entries["subject-analysis"].map((analysis) => ({
		anchor: `${analysis.id}/analysis`,
		factId: analysis.id,
		field: "subject-analysis.analysis",
		version: analysis.version,
		label: `${subjectName(analysis)}: analysis`,
		text: analysis.analysis,
	}));
}

/** How a text of a fact reads on paper, for any values that the fact has had. */
export function printedText(
	place: Pick<PlanPlace, "field" | "answer" | "factId" | "form">,
	values: Readonly<Record<string, unknown>>,
	graph: PlanGraph,
	people: ReadonlyMap<string, string> | undefined,
): string {
	switch (place.field) {
		case "answer.value": {
			const field = place.answer?.field;
			if (!field) return String(values.value ?? "");
			return fieldText(field, new Map([[field.id, values as Fact<"answer">]]), graph);
		}
		case "milestone.timeframe": {
			const milestone = values as Fact<"milestone">;
			const { timeframeMonths: months } = milestone;
			const due =
				milestone.dueOn ?? (months === null ? undefined : timeframeEnd(periodStart(graph, place.factId), months));
			return timeframeText(milestone, due ?? undefined);
		}
		case "milestone.assigned":
			return assignedText(values as Fact<"milestone">, people);
		default:
			if (place.form) return writtenValue(place.form, values[nameOfField(place.field)]);
			return String(values[place.field.split(".")[1] ?? ""] ?? "");
	}
}

/** From which day the timeframe of a milestone runs: its goal may have been set for another period than the document's. */
function periodStart(graph: PlanGraph, milestoneId: string): PlainDate {
	const goals = graph.components.flatMap((component) => component.goals);
	const goal = goals.find(({ strategies }) =>
		strategies.some(({ milestones }) => milestones.some(({ milestone }) => milestone.id === milestoneId)),
	);
	return (goal ?? graph.cycle).startsOn;
}
