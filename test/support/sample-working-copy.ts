import { planPlaces } from "../../src/documents/plan/plan-places.ts";
import { buildPlanDocument } from "../../src/documents/plan-document.ts";
import { readEditedCopy } from "../../src/documents/word/read/read-edited-copy.ts";
import { renderWordDocument } from "../../src/documents/word/render-word-document.ts";
import { readPlaceMark } from "../../src/documents/word/word-marks.ts";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { editionOfDocument } from "../../src/domain/document/yearly-paper.ts";
import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../../src/domain/plan/plan-graph.ts";
import { getEdition } from "../../src/frameworks/editions.ts";
import { compareWordFile } from "../../src/operations/compare-word-file.ts";
import type { OperationContext } from "../../src/operations/operation.ts";
import { sample, sampleId, samplePlanFacts } from "./sample-plan.ts";

/** All facts of the sample were made before its Word file. */
const context = {
	stores: {
		actions: {
			firstOf: async (subjects: readonly string[]) => subjects.map((subject) => ({ subject, seq: 1 })),
			ofSubject: async () => [],
		},
	},
} as unknown as OperationContext;

/** The sample plan as a Word file to edit, with a comment of the State, and the comparison of such a file with the plan. */
export async function sampleWorkingCopy(facts: PlanFacts = samplePlanWithLists()) {
	const graph = assemblePlan(facts);
	const edition = editionOfDocument(getEdition(facts.document.editionId), facts.document);
	const lists: string[] = [];
	const places = planPlaces(graph, edition, {
		answerId: () => "00000000-0000-4000-8000-000000009999",
		figureId: () => "00000000-0000-4000-8000-000000009998",
		listId: (kind, focusAreaId) => {
			const key = `${kind} ${focusAreaId ?? ""}`;
			if (!lists.includes(key)) lists.push(key);
			return sampleId(2000 + lists.indexOf(key));
		},
	});
	const known = [
		{ anchor: `${sample.strategies[0]}/statement`, author: "State Analyst", at: new Date(0), text: "Say who does it." },
	];
	const bytes = await renderWordDocument(buildPlanDocument(graph, edition, { today: sample.today, toEdit: true }), {
		origin: `${sample.document} 5 lists2`,
		places,
		comments: known,
	});
	const compare = async (file: Uint8Array) =>
		compareWordFile(context, { graph, edition, places, people: new Map() }, await readEditedCopy(file), {
			exportedAt: 5,
			offered: 2,
			known,
		});
	return { bytes, compare };
}

const owned = { jurisdictionId: sample.jurisdiction, documentId: sample.document, version: 1 };
const nowhere = { partyId: null, meetingId: null, focusAreaId: null, goalId: null, strategyId: null };

/** The sample plan with an entry or two in each list that stands on its paper. */
function samplePlanWithLists(): PlanFacts {
	const facts = samplePlanFacts();
	const here = { focusAreaId: sample.component };
	const [target] = facts.targets;
	const benchmark = { by: plainDate("2026-09-30"), value: 10.5, benchmarkYear: 2026 };
	return {
		...facts,
		targets: [...facts.targets, ...(target ? [{ ...target, ...benchmark, id: sampleId(790) }] : [])],
		entries: {
			...facts.entries,
			"planning-body": [
				{
					...{ ...owned, id: sampleId(700), name: "Alder Children's Collaborative", tags: ["agency"] },
					...{ description: "Fourteen agencies, two parents.", roles: ["csa", "sip-development"] },
				},
				{
					...{ ...owned, id: sampleId(701), name: "Child Abuse Prevention Council", tags: [] },
					...{ description: "", roles: [] },
				},
			],
			"data-collection": [
				{
					...{ ...owned, id: sampleId(710), technique: "Focus group", audience: "Parents", responses: 1117 },
					...{ result: "Help ended with the case.\n\nNobody called.", howUsed: "Strategy 1.1", heldOn: null },
				},
			],
			"peer-review": [
				{
					...{ ...owned, id: sampleId(720), areas: "After-care", startsOn: plainDate("2025-02-03"), endsOn: null },
					...{ peerCounties: "Birch, Cedar", findingIds: [], howUsed: "Goal 1.0" },
				},
			],
			"partner-input": [
				{
					...{ ...owned, ...nowhere, id: sampleId(730), said: "Somebody should call us.", saidOn: null },
					...{ effect: "changed", did: "A call within a week is in strategy 1.1." },
					...{ stage: "plan", experience: "parent", summary: "", consent: "name-and-words", compensation: "paid" },
					...{ consentOn: plainDate("2025-02-01"), withdrawnOn: null },
				},
			],
			meeting: [
				{
					...{
						...owned,
						id: sampleId(735),
						title: "Second team meeting",
						heldOn: plainDate("2025-03-04"),
						startsAt: "14:30",
					},
					...{ place: "Alder library", agenda: "After-care", minutes: "Parents spoke first.", decisions: "" },
				},
			],
			"assistance-request": [
				{
					...{ ...owned, ...here, id: sampleId(740), need: "The parent partner model", requestedFrom: "peer-county" },
					...{ requestedOf: "Birch County", requestedOn: null, status: "requested", stateNote: "" },
				},
			],
			"law-change": [
				{
					...{ ...owned, ...here, id: sampleId(750), change: "After-care for a year", citation: "W&I 16500" },
					...{ reason: "Most come back late.", status: "proposed", stateNote: "" },
				},
			],
			"cross-reference": [
				...facts.entries["cross-reference"],
				{
					...{ ...owned, ...here, id: sampleId(760), strategyId: null, planKind: "pssf", label: "PSSF plan 2025" },
					...{ locator: "Page 12", linkedDocumentId: null, completedOn: null },
				},
			],
		},
	};
}

/** The first yearly paper of the sample plan, with what it says of each goal. */
export function sampleYearlyPaper(): PlanFacts {
	const facts = samplePlanFacts();
	const plan = sampleId(4);
	const done = {
		status: "completed",
		completedOn: plainDate("2025-05-02"),
		reportedOn: plainDate("2025-05-05"),
		proof: "Minutes of May 2",
		explanation: "",
	} as const;
	const goals = facts.goals.map((goal, index): PlanFacts["carriedParts"][number] => ({
		...{ ...owned, id: sampleId(800 + index), partKind: "goal", partId: goal.id, closing: null, closingReason: "" },
		...(index === 0
			? { standing: "continues", progress: "Two units write plans.\n\nThe third begins in May." }
			: { standing: "not-looked-at", progress: "" }),
	}));
	return {
		...facts,
		document: { ...facts.document, updateOf: plan, updateNumber: 1 },
		origin: { ...facts.document, id: plan, state: "accepted" },
		milestones: facts.milestones.map((milestone, index) => (index === 0 ? { ...milestone, ...done } : milestone)),
		carriedParts: [
			...[...facts.strategies.map(({ id }) => ["strategy", id] as const)],
			...[...facts.milestones.map(({ id }) => ["milestone", id] as const)],
		]
			.map(([partKind, partId], index): PlanFacts["carriedParts"][number] => ({
				...{ ...owned, id: sampleId(820 + index), partKind, partId, closing: null, closingReason: "" },
				...{ standing: "not-looked-at", progress: "" },
			}))
			.concat(goals),
	};
}

/** What is written into any of the cells of the row that begins a list is one new entry. */
export function oneForEachNewRow(all: readonly string[]): readonly string[] {
	const begun = new Set<string>();
	return all.filter((tag) => {
		const id = readPlaceMark(tag)?.factId ?? "";
		const isStart = id >= sampleId(2000) && id < sampleId(3000);
		if (isStart && begun.has(id)) return false;
		begun.add(isStart ? id : "");
		return true;
	});
}
