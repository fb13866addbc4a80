import type { Place } from "../../../domain/document/checks/check-result.ts";
import { type Edition, type EditionSection, findField } from "../../../domain/document/edition.ts";
import { type EntryKind, isEntryKind } from "../../../domain/document/entry-kinds.ts";
import type { ComponentNode, GoalNode, PlanGraph } from "../../../domain/plan/plan-graph.ts";
import { fieldId } from "../../forms/form-problem.ts";
import { addressInPip } from "../pip/pip-address.ts";
import { addressOfDrafting } from "./drafting/drafting-names.ts";
import { findListOf } from "./lists/plan-lists.ts";
import {
	analysisPath,
	approvalPath,
	attachmentsPath,
	benchmarksPath,
	componentPath,
	listPath,
	memberPath,
	partAnchor,
	planPath,
	sectionPath,
	servicePath,
} from "./plan-paths.ts";

import { addressOfReview } from "./review/review-names.ts";

type Plan = { readonly graph: PlanGraph; readonly edition: Edition };
/** A fact and, when it is one field that matters, its field. */
type PlaceToMend = Pick<Place, "kind" | "id" | "field">;

/** The address of the very field that a check speaks of: page and anchor. What has no field of its own leads to its page. */
export function addressOf(place: PlaceToMend, plan: Plan): string {
	const { graph } = plan;
	const documentId = graph.document.id;
	const inPip = addressInPip(place, documentId);
	if (inPip) return inPip;
	// A yearly paper has one page for all that it carries over.
	if (place.field === "progress") {
		const anchor = place.kind === "goal" ? partAnchor("goal", place.id, "progress") : partAnchor(place.kind, place.id);
		return `${planPath(documentId, "/progress")}#${anchor}`;
	}
	if (place.kind === "service" || place.kind === "service-year") {
		const service = graph.services.find(
			({ service, years }) => service.id === place.id || years.some(({ id }) => id === place.id),
		);
		return servicePath(documentId, service?.service.id);
	}
	if (place.kind === "objective" && benchmarkFields.includes(place.field)) return benchmarksPath(documentId, place.id);
	if (place.kind === "goal" && place.field === "closing") {
		return `${planPath(documentId, "/progress")}#${partAnchor("goal", place.id, "closing")}`;
	}
	if (isEntryKind(place.kind)) return addressOfEntry(place, place.kind, plan);
	switch (place.kind) {
		case "document":
			return addressInDocument(place.field, plan);
		case "cycle":
			return `${coverPath(plan)}#${partAnchor("cycle", place.id, place.field)}`;
		case "jurisdiction":
			return `${coverPath(plan)}${anchorOfShown(plan.edition, "jurisdiction-name")}`;
		case "answer":
			return addressOfAnswer(place, plan);
		case "focus-area": {
			const component = graph.components.find(({ focusArea }) => focusArea.id === place.id);
			return component ? addressInComponent(place.field, component, plan) : componentsPath(plan);
		}
		case "attachment":
			return attachmentsPath(documentId, `#${partAnchor("attachment", place.id)}`);
		case "signature":
		case "board-action":
			return approvalPath(documentId);
		case "finding":
		case "finding-answer":
		case "evidence":
			return `${planPath(documentId, "/findings")}#${partAnchor("finding", findingOf(place, graph), "disposition")}`;
		case "party":
		case "team-member":
			return addressInTeam(place, graph);
		default:
			return (
				addressOfReview(place.kind, documentId) ??
				addressOfDrafting(place.kind, documentId) ??
				addressBelowGoal(place, graph)
			);
	}
}

/** What of an objective is set on the page of its benchmarks. */
const benchmarkFields = ["benchmarks", "dataSource", "cadence"];

/** The entry's own page, and the field on it where one is named. */
function addressOfEntry(place: PlaceToMend, kind: EntryKind, { graph }: Plan): string {
	const documentId = graph.document.id;
	const isThere = (graph.entries[kind] as readonly { readonly id: string }[]).some((each) => each.id === place.id);
	if (kind === "subject-analysis") {
		return isThere ? analysisPath(documentId, place.id, `#${place.field || "analysis"}`) : planPath(documentId);
	}
	const list = findListOf(kind === "invitation" ? "meeting" : kind);
	if (!list) return planPath(documentId);
	const path = listPath(documentId, list.slug);
	if (!isThere || kind === "invitation") return path;
	return list.fields.some(({ name }) => name === place.field)
		? `${path}/${place.id}#${fieldId(place.field)}`
		: `${path}#${partAnchor(kind, place.id)}`;
}

function addressInDocument(field: string, { graph, edition }: Plan): string {
	const id = graph.document.id;
	if (field === "components") return componentsPath({ graph, edition });
	if (field === "team.selectedBy") return planPath(id, `/team#${fieldId(field)}`);
	if (field === "team" || field.startsWith("team.")) {
		const group = field.slice("team.".length);
		return planPath(id, group ? `/team#group-${fieldId(group)}` : "/team#add-member");
	}
	if (field.startsWith("attachments.")) {
		return attachmentsPath(id, `?kind=${field.slice("attachments.".length)}#add-attachment`);
	}
	if (field.startsWith("signature")) return approvalPath(id, `#${fieldId(field)}`);
	const own = ownPages(id).get(field);
	if (own) return own;
	if (field === "list.assessment") {
		const assessment = edition.sections.find(({ kind }) => kind === "assessment");
		return assessment ? `${sectionPath(id, assessment.id)}#assessment` : planPath(id);
	}
	if (field.startsWith("list.")) return planPath(id, `/lists/${field.slice("list.".length)}#add-entry`);
	const [first] = graph.components;
	const section = sectionOf(edition, field);
	if (section?.kind === "components") {
		return first ? addressInComponent(field, first, { graph, edition }) : componentsPath({ graph, edition });
	}
	if (section) return `${sectionPath(id, section.id)}#${fieldId(field)}`;
	return field === "submittedOn"
		? `${coverPath({ graph, edition })}${anchorOfShown(edition, "date-submitted")}`
		: planPath(id);
}

/** What has a page or a part of the overview of its own. */
const ownPages = (id: string): ReadonlyMap<string, string> =>
	new Map([
		["board", approvalPath(id, "#board")],
		["pages", planPath(id, "#pages")],
		["names", planPath(id, "/names")],
		["services", servicePath(id)],
	]);

function sectionOf(edition: Edition, field: string): EditionSection | undefined {
	return edition.sections.find((section) => section.fields.some((each) => each.id === field));
}

/** The page with the plan's period: the first cover of the edition. */
function coverPath({ graph, edition }: Plan): string {
	const cover = edition.sections.find((section) => section.kind === "cover");
	return cover ? sectionPath(graph.document.id, cover.id) : planPath(graph.document.id);
}

/** The list of components, and in it what is to be mended: the button that adds one, unless told. */
function componentsPath({ graph, edition }: Plan, anchor = "add-component"): string {
	const section = edition.sections.find(({ kind }) => kind === "components");
	return section ? `${sectionPath(graph.document.id, section.id)}#${anchor}` : planPath(graph.document.id);
}

/** The anchor of a field that is shown from another fact, where the edition shows it. */
function anchorOfShown(edition: Edition, from: "jurisdiction-name" | "date-submitted"): string {
	const field = edition.sections.flatMap((section) => section.fields).find((each) => each.from === from);
	return field ? `#${fieldId(field.id)}` : "";
}

function addressOfAnswer(place: PlaceToMend, plan: Plan): string {
	const own = [...plan.graph.answers.values()].find((answer) => answer.id === place.id);
	if (own) return addressInDocument(own.field, plan);
	for (const component of plan.graph.components) {
		const answer = [...component.answers.values()].find((each) => each.id === place.id);
		if (answer) return addressInComponent(answer.field, component, plan);
	}
	return planPath(plan.graph.document.id);
}

function addressInComponent(field: string, component: ComponentNode, { graph, edition }: Plan): string {
	const path = componentPath(graph.document.id, component.focusArea.id);
	if (findField(edition, field)) return `${path}#${fieldId(field)}`;
	switch (field) {
		case "codes":
		case "label":
		case "subjectKind":
			return `${path}#${partAnchor("focus-area", component.focusArea.id, "subject")}`;
		case "origin":
		case "probationConsidered":
		case "probationReason":
			return `${path}#${partAnchor("focus-area", component.focusArea.id, field)}`;
		case "objectives": {
			const goal = component.goals[0];
			return goal ? addressInGoal("objectives", goal, path) : `${path}#add-goal`;
		}
		case "goals":
			return `${path}#add-goal`;
		case "position":
			return componentsPath({ graph, edition }, partAnchor("focus-area", component.focusArea.id));
		default:
			return path;
	}
}

function addressInGoal(field: string, { goal, objectives }: GoalNode, path: string): string {
	const objective = objectives[0]?.objective;
	if (field === "objectives" && objective) return `${path}#${partAnchor("objective", objective.id, "measure")}`;
	if (field === "strategies") return `${path}#${partAnchor("goal", goal.id, "add-strategy")}`;
	if (field === "statement" || field === "goalKind" || field === "population") {
		return `${path}#${partAnchor("goal", goal.id, field)}`;
	}
	return `${path}#${partAnchor("goal", goal.id)}`;
}

const objectiveFields: Readonly<Record<string, string>> = { measureId: "measure", statement: "measure" };
const fieldsOfParts: Readonly<Record<"strategy" | "milestone" | "objective", readonly string[]>> = {
	strategy: ["statement", "rationale", "population"],
	milestone: [
		"statement",
		"timeframeMonths",
		"dueOn",
		"assignedTitle",
		"assignedPersonId",
		"assignedAgency",
		"population",
		"status",
		"completedOn",
	],
	objective: ["measure", "evidenceOfCompletion", "baseline.value", "baseline.periodEnd", "target.value", "target.by"],
};

function addressBelowGoal(place: PlaceToMend, graph: PlanGraph): string {
	for (const component of graph.components) {
		const path = componentPath(graph.document.id, component.focusArea.id);
		for (const goal of component.goals) {
			const address = addressWithinGoal(place, goal, path);
			if (address) return address;
		}
	}
	return planPath(graph.document.id, graph.unplaced.some(({ id }) => id === place.id) ? "#unplaced" : "");
}

function addressWithinGoal(place: PlaceToMend, goal: GoalNode, path: string): string | undefined {
	const anchor = (kind: "strategy" | "milestone" | "objective", id: string) => {
		const field = kind === "objective" ? (objectiveFields[place.field] ?? place.field) : place.field;
		if (kind === "strategy" && field === "milestones") return `${path}#${partAnchor(kind, id, "add-milestone")}`;
		return `${path}#${partAnchor(kind, id, fieldsOfParts[kind].includes(field) ? field : undefined)}`;
	};
	switch (place.kind) {
		case "goal":
			return goal.goal.id === place.id ? addressInGoal(place.field, goal, path) : undefined;
		case "goal-use":
			return goal.use.id === place.id ? `${path}#${partAnchor("goal", goal.goal.id)}` : undefined;
		case "strategy": {
			const found = goal.strategies.find(({ strategy }) => strategy.id === place.id);
			return found && anchor("strategy", found.strategy.id);
		}
		case "milestone": {
			const all = goal.strategies.flatMap((strategy) => strategy.milestones);
			const found = all.find(({ milestone }) => milestone.id === place.id);
			return found && anchor("milestone", found.milestone.id);
		}
		case "objective":
		case "baseline":
		case "target": {
			const found = goal.objectives.find((node) =>
				[node.objective.id, node.baseline?.id, node.target?.id].includes(place.id),
			);
			const field = place.kind === "objective" ? place.field : `${place.kind}.${place.field}`;
			return found && addressOfObjectiveField(path, found.objective.id, objectiveFields[field] ?? field);
		}
		case "measure": {
			const found = goal.objectives.find((node) => node.measure?.id === place.id);
			return found && addressOfObjectiveField(path, found.objective.id, "measure");
		}
		default:
			return undefined;
	}
}

function addressOfObjectiveField(path: string, id: string, field: string): string {
	return `${path}#${partAnchor("objective", id, fieldsOfParts.objective.includes(field) ? field : "measure")}`;
}

function addressInTeam(place: PlaceToMend, graph: PlanGraph): string {
	const node = graph.team.find(({ member, party }) => [member.id, party?.id].includes(place.id));
	if (!node) return planPath(graph.document.id, "/team");
	const field = ["group", "participation", "on", "affiliation"].includes(place.field) ? place.field : "name";
	return `${memberPath(graph.document.id, node.member.id)}#${field}`;
}

function findingOf(place: PlaceToMend, graph: PlanGraph): string {
	if (place.kind === "finding") return place.id;
	const node = graph.findings.find(
		({ answer, evidence }) => answer?.id === place.id || evidence.some((each) => each.id === place.id),
	);
	return node?.finding.id ?? place.id;
}
