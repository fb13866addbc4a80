import { federalFiscalYearStart, fiscalYearOf } from "../../calendar/fiscal-year.ts";
import type { ObjectiveNode, PlanGraph } from "../../plan/plan-graph.ts";
import { serviceCategoryLabels } from "../../plan/service-facts.ts";
import { approvalStates, type DocumentState, editableStates } from "../../workflow/document-workflow.ts";
import { type EditionField, fieldsOf, isAskedFor } from "../edition.ts";
import { isAnswered } from "../item-state.ts";
import { comingYear } from "../yearly-paper.ts";
import type { CheckFunction, Place } from "./check-result.ts";
import { componentPlace, componentsOf, documentPlace, type GoalPart, goalPlace, goalsOf } from "./plan-parts.ts";

const itemWords = ({ label, item }: EditionField) => ({ label, item: item ?? label });

/** Every required item is written, said to be none or unchanged, or printed from the facts (INT-12). */
export const itemsAnswered: CheckFunction<"items-answered"> = ({ graph, edition }) => {
	const fields = fieldsOf(edition).filter(({ required, from }) => required && from === "answer");
	const ofDocument = fields.filter(({ scope }) => scope === "document");
	return [
		...ofDocument
			.filter((field) => !isAnswered(field, graph.answers, graph))
			.map((field) => ({ place: documentPlace(graph, field.id, field.label), words: itemWords(field) })),
		...componentsOf(graph, edition).flatMap((part) =>
			fields
				.filter((field) => isAskedFor(field, part.component.focusArea.subjectKind))
				.filter((field) => !isAnswered(field, part.component.answers, graph))
				.map((field) => ({
					place: componentPlace(part, field.id, field.label),
					words: { ...itemWords(field), label: `${part.name}: ${field.label}` },
				})),
		),
	];
};

/** What was taken over from the last submission has been touched since, in the text of each area too (INT-15). */
export const carriedTextLookedAt: CheckFunction<"carried-text-looked-at"> = ({ graph, edition }) => [
	...fieldsOf(edition)
		.filter(({ id }) => graph.answers.get(id)?.carried)
		.map((field) => ({ place: documentPlace(graph, field.id, field.label), words: itemWords(field) })),
	...componentsOf(graph, edition).flatMap((part) =>
		fieldsOf(edition)
			.filter(({ id }) => part.component.answers.get(id)?.carried)
			.map((field) => ({
				place: componentPlace(part, field.id, field.label),
				words: { ...itemWords(field), label: `${part.name}: ${field.label}` },
			})),
	),
];

/**
 * A measured objective has a baseline or the day of one, a target, a benchmark for each federal fiscal year of the plan before that of
 * the target, a source and how often it is looked at (INT-05).
 */
export const benchmarksSet: CheckFunction<"benchmarks-set"> = ({ graph, edition }) =>
	goalsOf(graph, edition).flatMap((part) =>
		part.goal.objectives
			.filter(({ measure }) => measure !== undefined)
			.flatMap((node) =>
				missingOf(node, graph).map(({ missing, field }) => ({
					place: objectivePlace(part, node, field),
					words: { thing: part.name, missing },
				})),
			),
	);

type Missing = { readonly missing: string; readonly field: string };

function missingOf(node: ObjectiveNode, graph: PlanGraph): readonly Missing[] {
	const { baseline, target, objective } = node;
	const years = missingBenchmarkYears(node, graph);
	const lacks = (when: boolean, missing: string, field: string): Missing[] => (when ? [{ missing, field }] : []);
	return [
		...lacks(
			(baseline?.value ?? null) === null && !baseline?.dueOn,
			"baseline, and no day by which there will be one",
			"baseline.value",
		),
		...lacks(
			target === undefined || target.value === null || target.by === null,
			"target with its day",
			"target.value",
		),
		...lacks(years.length > 0, `benchmark for federal fiscal year ${years.join(", ")}`, "benchmarks"),
		...lacks(objective.dataSource === "" && !baseline?.source, "source of its figures", "dataSource"),
		...lacks(objective.cadence === "", "word on how often it is looked at", "cadence"),
	];
}

/** The federal fiscal years of the plan before that of the target for which there is no benchmark. */
function missingBenchmarkYears({ target, interimTargets }: ObjectiveNode, { cycle }: PlanGraph): readonly number[] {
	const first = fiscalYearOf(cycle.startsOn, federalFiscalYearStart);
	const last = fiscalYearOf(target?.by ?? cycle.endsOn, federalFiscalYearStart);
	const set = new Set(interimTargets.filter(({ value }) => value !== null).map(({ benchmarkYear }) => benchmarkYear));
	return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).filter((year) => !set.has(year));
}

function objectivePlace(part: GoalPart, { objective }: ObjectiveNode, field: string): Place {
	return { kind: "objective", id: objective.id, field, label: `${part.name}: measure` };
}

/** Every goal stands in an area on which a finding was confirmed (INT-06). */
export const goalRestsOnFinding: CheckFunction<"goal-rests-on-finding"> = ({ graph, edition }) =>
	goalsOf(graph, edition)
		.filter(
			({ component }) =>
				!graph.findings.some(
					({ finding, component: answering }) =>
						finding.state === "confirmed" && answering?.focusArea.id === component.focusArea.id,
				),
		)
		.map((part) => ({ place: goalPlace(part, "statement"), words: { thing: part.name } }));

/** At least one service of each category is described (B2-07). */
export const serviceCategories: CheckFunction<"service-categories"> = ({ check, graph }) =>
	check.categories
		.filter((category) => !graph.services.some(({ service }) => service.category === category))
		.map((category) => ({
			place: documentPlace(graph, "services", serviceCategoryLabels[category]),
			words: { category: serviceCategoryLabels[category] },
		}));

/** Each service says what changes in the coming year, "no change" among it (1357.16(a)(3)). */
export const serviceChangeSaid: CheckFunction<"service-change-said"> = ({ graph }) => {
	const year = comingYear(graph.document, graph.cycle);
	return graph.services
		.filter(({ years }) => !years.some((each) => each.change === "ended" && each.federalFiscalYear < year))
		.filter(({ years }) => !years.some((each) => each.federalFiscalYear === year && each.change !== null))
		.map(({ service }) => ({
			place: { kind: "service", id: service.id, field: "change", label: service.name } as const,
			words: { service: service.name, year: String(year) },
		}));
};

/** Each goal that the report closes says how, and a dropped one why (B2-04). */
export const goalsClosed: CheckFunction<"goals-closed"> = ({ graph, edition }) =>
	goalsOf(graph, edition).flatMap((part) => {
		const carried = graph.carried.get(part.goal.goal.id);
		const why = !carried?.closing
			? "is not closed"
			: carried.closing !== "achieved" && carried.closingReason.trim() === ""
				? "is closed without a reason"
				: undefined;
		return why ? [{ place: goalPlace(part, "closing"), words: { thing: part.name, why } }] : [];
	});

const beforeSubmission: readonly DocumentState[] = [...editableStates, ...approvalStates];

/** The text as it stands was searched for names, while it can still be sent (INT-14). */
export const namesScreened: CheckFunction<"names-screened"> = ({ graph, context }) => {
	// What was sent was searched; the facts may move on behind it.
	if (!beforeSubmission.includes(graph.document.state)) return [];
	const screenings = graph.nameScreenings;
	if (context.textSha256 !== undefined && screenings.some(({ textSha256 }) => textSha256 === context.textSha256)) {
		return [];
	}
	const why = screenings.length === 0 ? "was not searched for names" : "has changed since it was searched for names";
	return [{ place: documentPlace(graph, "names", "Names of children and families"), words: { why } }];
};
