import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import { type Edition, type EditionField, type EditionSection, isAskedFor } from "../../../domain/document/edition.ts";
import { entriesOf } from "../../../domain/document/entry-kinds.ts";
import type { Answers, ComponentNode, PlanGraph } from "../../../domain/plan/plan-graph.ts";

/** How far a section is written. */
export type SectionState = "not-started" | "in-progress" | "complete";

export const sectionStateWords: Readonly<Record<SectionState, string>> = {
	"not-started": "Not started",
	"in-progress": "In progress",
	complete: "Complete",
};

type Plan = { readonly graph: PlanGraph; readonly edition: Edition; readonly checks: readonly CheckResult[] };

/**
 * How far a section is: complete when all that is asked in it is there and no check that holds the plan back speaks of
 * it. Undefined for sections in which nothing is written here.
 */
export function sectionState(section: EditionSection, plan: Plan): SectionState | undefined {
	switch (section.kind) {
		case "attachments":
			if (plan.edition.attachments.length === 0) return undefined;
			return stateOf(
				plan.graph.attachments.length > 0,
				!hasError(plan, ({ place }) => place.field.startsWith("attachments.")),
			);
		case "progress": {
			const parts = [...plan.graph.carried.values()];
			const looked = parts.filter(({ standing }) => standing !== "not-looked-at");
			return stateOf(looked.length > 0, looked.length === parts.length);
		}
		case "assessment": {
			const analyses = plan.graph.entries["subject-analysis"].filter((each) =>
				section.subjects?.includes(each.subjectKind),
			);
			const ids = new Set(analyses.map(({ id }) => id));
			const missing =
				section.subjects?.includes("indicator") && plan.checks.some(({ place }) => place.field === "list.assessment");
			return stateOf(analyses.length > 0, !missing && !hasError(plan, ({ place }) => ids.has(place.id)));
		}
		case "team":
			return stateOf(plan.graph.team.length > 0, !hasError(plan, isAboutTeam));
		case "components": {
			const states = plan.graph.components.map((component) => componentState(component, plan));
			const open = hasError(plan, (check) => check.place.kind === "finding" || check.place.field === "components");
			return stateOf(states.length > 0, !open && states.every((state) => state === "complete"));
		}
		default: {
			const fields = section.fields.filter((field) => field.from === "answer");
			if (fields.length === 0) return undefined;
			return fieldsState(fields, plan.graph.answers, plan, null);
		}
	}
}

/** How far one component is: its fields, its goals and all below them. */
export function componentState(component: ComponentNode, plan: Plan): SectionState {
	const { focusArea, answers, goals } = component;
	const fields = plan.edition.sections
		.flatMap((section) => section.fields)
		.filter((field) => isAskedFor(field, focusArea.subjectKind));
	const ids = idsWithin(component);
	const open = hasError(plan, ({ place }) => ids.has(place.id));
	const filled = fields.filter((field) => isFilled(field, answers) || isListed(field, plan, focusArea.id));
	const required = fields.filter((field) => field.required);
	return stateOf(
		filled.length > 0 || goals.length > 0,
		!open && goals.length > 0 && required.every((field) => filled.includes(field)),
	);
}

function fieldsState(
	fields: readonly EditionField[],
	answers: Answers,
	plan: Plan,
	focusAreaId: string | null,
): SectionState {
	const filled = fields.filter((field) => isFilled(field, answers) || isListed(field, plan, focusAreaId));
	const open = hasError(plan, ({ place }) => fields.some((field) => field.id === place.field));
	const missing = fields.some((field) => field.required && !filled.includes(field));
	return stateOf(filled.length > 0, !open && !missing);
}

/** Something was written in the field, or "none" was said on purpose. */
export function isFilled(field: EditionField, answers: Answers): boolean {
	const answer = answers.get(field.id);
	return answer !== undefined && (answer.value.trim() !== "" || answer.noChange || (field.noneAllowed && answer.none));
}

/** Entries of a list serve in place of the field's text. */
function isListed({ entries }: EditionField, { graph }: Plan, focusAreaId: string | null): boolean {
	return entries !== undefined && entriesOf(graph.entries, entries, focusAreaId).length > 0;
}

function stateOf(started: boolean, whole: boolean): SectionState {
	if (!started) return "not-started";
	return whole ? "complete" : "in-progress";
}

function hasError({ checks }: Plan, about: (check: CheckResult) => boolean): boolean {
	return checks.some((check) => check.severity === "error" && check.waived === undefined && about(check));
}

function isAboutTeam({ place }: CheckResult): boolean {
	return (
		place.kind === "party" || place.kind === "team-member" || place.field === "team" || place.field.startsWith("team.")
	);
}

/** The ids of a component and of everything in it. */
export function idsWithin({ focusArea, goals }: ComponentNode): ReadonlySet<string> {
	return new Set([
		focusArea.id,
		...goals.flatMap(({ use, goal, objectives, strategies }) => [
			use.id,
			goal.id,
			...objectives.map(({ objective }) => objective.id),
			...strategies.flatMap(({ strategy, milestones }) => [
				strategy.id,
				...milestones.map(({ milestone }) => milestone.id),
			]),
		]),
	]);
}
