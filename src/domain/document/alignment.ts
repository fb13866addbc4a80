import { judgeBenchmark } from "../measure/judge-benchmark.ts";
import type { MilestoneNode, PlanGraph } from "../plan/plan-graph.ts";
import type { Revision } from "../plan/revisions.ts";
import type { CheckResult, Place } from "./checks/check-result.ts";
import { documentPlace, goalsOf, milestonePlace, milestonesOf } from "./checks/plan-parts.ts";
import { type Edition, fieldsOf } from "./edition.ts";

/** One of the State's current documents with all that is looked at in it. */
export type AlignedDocument = {
	readonly graph: PlanGraph;
	readonly edition: Edition;
	/** What the edition's own checks say of it. */
	readonly checks: readonly CheckResult[];
	/** Of a paper that reports on a plan: what was revised since the last submission. */
	readonly revisions: readonly Revision[];
};

/** What is out of line in one document, and where to mend it. */
export type AlignmentProblem = { readonly documentId: string; readonly message: string; readonly place: Place };

export type AlignmentRule = {
	readonly ruleId: string;
	readonly requirement: string;
	/** `nothing-to-check`: none of the documents is one of which this is asked. */
	readonly standing: "holds" | "does-not-hold" | "nothing-to-check";
	/** What was looked at, in words. */
	readonly looked: string;
	readonly problems: readonly AlignmentProblem[];
	/** Problems that somebody who may has set aside with a reason. */
	readonly setAside: number;
};

type Found = Pick<AlignmentRule, "problems" | "setAside"> & {
	/** How many things were looked at; none: nothing to check. */
	readonly of: number;
	readonly looked: string;
};

/** The requirements of the federal rules that one document cannot show alone: each with how the documents stand to it (INT-02 to INT-09). */
export function alignmentOf(documents: readonly AlignedDocument[]): readonly AlignmentRule[] {
	return rules.map(({ ruleId, requirement, look }) => {
		const { of, looked, problems, setAside } = look(documents, ruleId);
		const standing = of === 0 ? "nothing-to-check" : problems.length > 0 ? "does-not-hold" : "holds";
		return { ruleId, requirement, standing, looked, problems, setAside };
	});
}

type Look = (documents: readonly AlignedDocument[], ruleId: string) => Found;

/** What the documents' own checks of a rule say: nothing is worked out a second time. */
const byChecks: Look = (documents, ruleId) => {
	const asked = documents.filter(({ edition }) => edition.checks.some(({ rule }) => rule === ruleId));
	const hits = asked.flatMap(({ graph, checks }) =>
		checks.filter((check) => check.ruleId === ruleId).map((check) => ({ documentId: graph.document.id, check })),
	);
	return {
		of: asked.length,
		looked: titlesOf(asked),
		problems: hits
			.filter(({ check }) => check.waived === undefined)
			.map(({ documentId, check: { message, place } }) => ({ documentId, message, place })),
		setAside: hits.filter(({ check }) => check.waived !== undefined).length,
	};
};

/** A figure that was counted under another definition than the measure neither meets a benchmark nor misses it. */
const byDefinition: Look = (documents) => {
	const judged = documents.flatMap(({ graph, edition }) =>
		goalsOf(graph, edition).flatMap((part) =>
			part.goal.objectives.flatMap(({ objective, measure, interimTargets }) => {
				if (!measure) return [];
				const figures = graph.observations.filter(
					({ indicator, populationGroup }) =>
						indicator === measure.indicator && populationGroup === measure.populationGroup,
				);
				return interimTargets.map((benchmark) => ({
					documentId: graph.document.id,
					judgement: judgeBenchmark(benchmark, measure, figures),
					words: `${part.name}, federal fiscal year ${benchmark.benchmarkYear}`,
					place: {
						...({ kind: "objective", id: objective.id, field: "benchmarks" } as const),
						label: `${part.name}: benchmarks`,
					},
					measure,
				}));
			}),
		),
	);
	return {
		of: judged.length,
		looked: `${judged.length} benchmarks`,
		problems: judged
			.filter(({ judgement }) => judgement.verdict === "not-comparable")
			.map(({ documentId, words, place, measure, judgement }) => ({
				...{ documentId, place },
				message: `${words}: the figure was counted under ${judgement.observation?.vintage ?? "another definition"}, the measure is of ${measure.vintage}. It is not judged until a figure of the same definition is loaded.`,
			})),
		setAside: 0,
	};
};

/** A report lists each revision with its reason; one without a reason is told of here. */
const byReasons: Look = (documents) => {
	const reports = documents.flatMap((each) => {
		const field = fieldsOf(each.edition).find(({ live }) => live?.some(({ block }) => block === "revisions"));
		return field ? [{ ...each, field }] : [];
	});
	return {
		of: reports.length,
		looked: `${reports.reduce((sum, { revisions }) => sum + revisions.length, 0)} revisions in ${titlesOf(reports)}`,
		problems: reports.flatMap(({ graph, field, revisions }) =>
			revisions
				.filter(({ verb, reason }) => verb === "change" && reason.trim() === "")
				.map(({ kind, field: changed, before, after }) => ({
					documentId: graph.document.id,
					message: `A ${kind} was changed without a reason${changed ? ` (${changed})` : ""}: "${before}" became "${after}". Tell the reason in the text.`,
					place: documentPlace(graph, field.id, field.label),
				})),
		),
		setAside: 0,
	};
};

/**
 * A milestone that stands in several documents is one fact and cannot differ. One that was typed twice can: the same words, another
 * status or day.
 */
const byMilestone: Look = (documents) => {
	const uses = documents.flatMap(({ graph, edition }) =>
		milestonesOf(graph, edition).map((part) => ({ graph, part, node: part.milestone })),
	);
	const groups = new Map<string, typeof uses>();
	for (const use of uses) {
		const words = use.node.milestone.statement.trim().toLowerCase();
		if (words !== "") groups.set(words, [...(groups.get(words) ?? []), use]);
	}
	const shared = [...groups.values()].filter((group) => new Set(group.map(({ graph }) => graph.document.id)).size > 1);
	return {
		of: shared.length,
		looked: `${shared.length} activities that stand in more than one document`,
		problems: shared.flatMap((group) => {
			const [first, ...others] = group;
			const other = others.find(({ node }) => first && standingOf(node) !== standingOf(first.node));
			if (!first || !other) return [];
			return [
				{
					documentId: other.graph.document.id,
					message: `"${other.node.milestone.statement}" is ${standingOf(other.node)} in ${other.graph.document.title}, and ${standingOf(first.node)} in ${first.graph.document.title}. Use the goal of the one in the other, so that both tell of the same activity.`,
					place: milestonePlace(other.part, "status"),
				},
			];
		}),
		setAside: 0,
	};
};

function standingOf({ milestone }: MilestoneNode): string {
	const { status, completedOn } = milestone;
	return completedOn ? `${status} on ${completedOn}` : status;
}

function titlesOf(documents: readonly Pick<AlignedDocument, "graph">[]): string {
	return documents.map(({ graph }) => graph.document.title).join("; ");
}

const rules: readonly { readonly ruleId: string; readonly requirement: string; readonly look: Look }[] = [
	{
		ruleId: "INT-02",
		requirement: "Every goal of a Program Improvement Plan is also a goal of the five-year plan in force.",
		look: byChecks,
	},
	{
		ruleId: "INT-03",
		requirement: "The yearly report tells of each Program Improvement Plan in force.",
		look: byChecks,
	},
	{
		ruleId: "INT-04",
		requirement: "Each outcome and factor not in conformity is named by a goal of the Program Improvement Plan.",
		look: byChecks,
	},
	{
		ruleId: "INT-05",
		requirement:
			"Each measured objective has a baseline or its day, a target, yearly benchmarks, a source and a cadence.",
		look: byChecks,
	},
	{
		ruleId: "INT-06",
		requirement: "Each goal rests on a finding, and each finding of concern is answered or put off with a reason.",
		look: byChecks,
	},
	{
		ruleId: "INT-07",
		requirement: "A benchmark is judged only by figures of the same definition.",
		look: byDefinition,
	},
	{
		ruleId: "INT-08",
		requirement: "Each revision since the last submission is listed with its reason.",
		look: byReasons,
	},
	{
		ruleId: "INT-09",
		requirement: "An activity that stands in several documents has the same status and day in each.",
		look: byMilestone,
	},
];
