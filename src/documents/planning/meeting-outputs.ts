import { formatDate } from "../../domain/calendar/plain-date.ts";
import type { PlanningRules, RecordKind } from "../../domain/planning/planning-rules.ts";
import { type PlanningView, roleHolders } from "../../domain/planning/planning-view.ts";
import { stateLabels } from "../../domain/workflow/document-workflow.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { heading, keyValue, keyValues, paragraph, paragraphs, table } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";

export type MeetingOutputs = {
	readonly rules: PlanningRules;
	readonly view: PlanningView;
	/** Outputs of the meeting, by kind. */
	readonly outputs: readonly { readonly kind: RecordKind; readonly records: readonly Fact<"planning-record">[] }[];
	readonly services: readonly Fact<"service">[];
};

/**
 * What the rules want of the yearly meeting, one part for each: what the program knows of it on the day, then what the meeting wrote down.
 * Kinds of record that no rule asks for stand at the end.
 */
export function outputBlocks(input: MeetingOutputs): ContentBlock[] {
	const { rules, outputs } = input;
	const asked = rules.requirements.flatMap(({ id, requirement, checks }) => {
		const kinds = new Set(checks.flatMap(recordKindsOf));
		const mine = outputs.filter(({ kind }) => kinds.has(kind.id));
		return mine.length > 0 ? [{ id, requirement, mine }] : [];
	});
	const inAsked = new Set(asked.flatMap(({ mine }) => mine.map(({ kind }) => kind.id)));
	return [
		heading(2, "Outputs of the meeting"),
		...asked.flatMap(({ id, requirement, mine }): ContentBlock[] => [
			heading(3, `${id}: ${requirement}`),
			...mine.flatMap(({ kind, records }) => [...standingOf(kind.id, input), ...recordBlocks(kind, records, input)]),
		]),
		...outputs
			.filter(({ kind }) => !inAsked.has(kind.id))
			.flatMap(({ kind, records }) => [heading(3, kind.name), ...recordBlocks(kind, records, input)]),
	];
}

/** The kinds of record that a check looks for. */
function recordKindsOf(check: PlanningRules["requirements"][number]["checks"][number]): readonly string[] {
	if ("recordKinds" in check) return check.recordKinds;
	if ("recordKind" in check) return [check.recordKind];
	return check.kind === "cases-certified" ? [check.record] : [];
}

function recordBlocks(
	kind: RecordKind,
	records: readonly Fact<"planning-record">[],
	{ view }: MeetingOutputs,
): ContentBlock[] {
	const statementOf = (id: string | null) =>
		[...view.goals, ...view.strategies].find((each) => each.id === id)?.statement ?? "";
	if (records.length === 0) return [paragraph(`${kind.name}: nothing written down yet.`)];
	return records.flatMap((record): ContentBlock[] => {
		const pairs = [
			keyValue(kind.name, record.subject),
			...(kind.rating ? [keyValue(kind.rating.label, nameOf(kind, record.rating))] : []),
			...(kind.owner && record.owner ? [keyValue(kind.owner, record.owner)] : []),
			...(kind.evidence && record.evidence ? [keyValue(kind.evidence, record.evidence)] : []),
			...(kind.about
				? [keyValue(kind.about === "goal" ? "Goal" : "Strategy", statementOf(record.goalId ?? record.strategyId))]
				: []),
		];
		return [keyValues(pairs), ...paragraphs(record.text)];
	});
}

function nameOf(kind: RecordKind, rating: string): string {
	return kind.rating?.options.find(({ id }) => id === rating)?.name ?? "";
}

/** What the program itself knows of an output on the day. */
function standingOf(kind: string, input: MeetingOutputs): ContentBlock[] {
	switch (kind) {
		case "member-role":
			return rolesTable(input);
		case "strategy-review":
			return strategiesTable(input);
		case "service-review":
			return servicesTable(input);
		case "engagement-plan":
			return partiesTable(input);
		case "next-update":
			return papersTable(input);
		case "workload-strategy":
			return certificationsTable(input);
		default:
			return [];
	}
}

function rolesTable({ rules, view }: MeetingOutputs): ContentBlock[] {
	return [
		table({
			caption: "Who is charged with what",
			weights: [4, 4, 4, 3],
			rows: [
				["Role", "Name", "Position", "Since"],
				...rules.roles.flatMap(({ id, name }) => {
					const mine = roleHolders(view, id);
					if (mine.length === 0) return [[name, "Vacant", "", ""]];
					return mine.map((each) => [name, each.name, each.title, formatDate(each.startsOn)]);
				}),
			],
		}),
	];
}

function strategiesTable({ view, outputs }: MeetingOutputs): ContentBlock[] {
	if (view.strategies.length === 0) return [paragraph("The State has no strategies in this cycle.")];
	const reviews = outputs.find(({ kind }) => kind.id === "strategy-review");
	return [
		table({
			caption: "The State’s strategies and what was decided on each",
			weights: [5, 4, 2],
			rows: [
				["Strategy", "Goal", "Review"],
				...view.strategies.map(({ id, goalId, statement }) => {
					const review = reviews?.records.find(({ strategyId }) => strategyId === id);
					const words = review && reviews ? nameOf(reviews.kind, review.rating) : "Not reviewed yet";
					return [statement, view.goals.find((each) => each.id === goalId)?.statement ?? "", words];
				}),
			],
		}),
	];
}

function servicesTable({ services }: MeetingOutputs): ContentBlock[] {
	if (services.length === 0) return [paragraph("The State’s list of services is empty.")];
	return [
		table({
			caption: "Services that the State’s plans describe",
			weights: [4, 4, 3],
			rows: [
				["Service", "For whom", "Where"],
				...services.map(({ name, population, area }) => [name, population, area]),
			],
		}),
	];
}

function partiesTable({ rules, view }: MeetingOutputs): ContentBlock[] {
	const present = view.facts["event-guest"].filter(({ attendance }) => attendance === "present");
	return [
		table({
			caption: "Who has come to meetings so far",
			weights: [5, 2],
			rows: [
				["Whom they stand for", "Meetings"],
				...rules.partyKinds.map(({ id, name }) => {
					const meetings = new Set(present.filter(({ partyKind }) => partyKind === id).map(({ eventId }) => eventId));
					return [name, String(meetings.size)];
				}),
			],
		}),
	];
}

function papersTable({ view }: MeetingOutputs): ContentBlock[] {
	const federal = view.papers.filter(({ framework }) => framework === "us-cfsp");
	if (federal.length === 0) return [paragraph("No five-year plan is written here.")];
	return [
		table({
			caption: "The five-year plan and its yearly updates",
			weights: [6, 3, 3],
			rows: [
				["Paper", "State", "Submitted"],
				...federal.map(({ title, state, submittedOn }) => [
					title,
					stateLabels[state],
					submittedOn ? formatDate(submittedOn) : "",
				]),
			],
		}),
	];
}

function certificationsTable({ view }: MeetingOutputs): ContentBlock[] {
	const { facts, year } = view;
	const certified = facts["case-certification"].filter(({ certifiedOn }) => certifiedOn.startsWith(String(year)));
	if (certified.length === 0) return [paragraph(`No unit has certified its active cases in ${year}.`)];
	return [
		table({
			caption: `Workload, and active cases certified in ${year}`,
			weights: [4, 2, 2, 2, 2, 4],
			rows: [
				["Unit", "Active", "Rightly open", "Caseworkers", "Cases each", "Certified"],
				...certified.map((each) => [
					each.unit,
					String(each.activeCases),
					String(each.validCases),
					String(each.caseworkers),
					each.caseworkers > 0 ? (each.activeCases / each.caseworkers).toFixed(1) : "",
					`${each.certifiedBy}, ${formatDate(each.certifiedOn)}`,
				]),
			],
		}),
	];
}
