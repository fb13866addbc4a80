import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { planContext } from "../../../../test/support/plan-context.ts";
import { sampleSha256 } from "../../../../test/support/sample-approval.ts";
import { sample, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkSip } from "../../../../test/support/sip-checks.ts";
import { signatureStates } from "../../../domain/approval/approval-state.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { CheckKind } from "../../../domain/document/check-definitions.ts";
import { runChecks } from "../../../domain/document/checks/run-checks.ts";
import { assemblePlan } from "../../../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";
import { caCcfsr2004 } from "../../../frameworks/ca-ccfsr/2004/edition.ts";
import { findIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import { addressOf } from "./address-of.ts";
import { ApprovalPage } from "./approval-page.tsx";
import { AttachmentsPage } from "./attachments-page.tsx";
import { ComponentPage } from "./component-page.tsx";
import { FindingsPage } from "./findings-page.tsx";
import { PlanEntryPage, PlanListPage } from "./lists/list-page.tsx";
import { entriesIn, listsOf } from "./lists/plan-lists.ts";
import type { PlanContext } from "./plan-context.ts";
import { PlanPage } from "./plan-page.tsx";
import { SectionPage } from "./section-page.tsx";
import { TeamMemberPage } from "./team-member-form.tsx";
import { TeamPage } from "./team-page.tsx";

const whole = samplePlanFacts();
const [component] = whole.focusAreas;
const [goal] = whole.goals;
const id = (n: number) => `00000000-0000-4000-8000-9999${String(n).padStart(8, "0")}`;

const answer = (field: string, value: string): PlanFacts["answers"][number] => ({
	id: id(10),
	version: 1,
	jurisdictionId: sample.jurisdiction,
	documentId: sample.document,
	focusAreaId: null,
	field,
	value,
	none: false,
	carried: false,
	noChange: false,
	sameAs: null,
});
const sameField = (a: PlanFacts["answers"][number], b: PlanFacts["answers"][number]) =>
	a.field === b.field && a.focusAreaId === b.focusAreaId;

/** Plans that are wrong in many ways, so that each kind of check speaks somewhere. */
const brokenPlans: Record<string, PlanFacts> = {
	empty: {
		...whole,
		answers: [],
		focusAreas: [],
		goalUses: [],
		goals: [],
		objectives: [],
		baselines: [],
		targets: [],
		measures: [],
		strategies: [],
		milestones: [],
		parties: [],
		teamMembers: [],
		findingAnswers: [],
	},
	"with empty parts": {
		...whole,
		cycle: { ...whole.cycle, startsOn: plainDate("2028-07-01"), endsOn: plainDate("2028-06-30") },
		answers: whole.answers.map((each) => ({
			...each,
			value: "",
			none: false,
			carried: false,
			noChange: false,
			sameAs: null,
		})),
		goals: whole.goals.map((each) => ({ ...each, statement: "", population: [] })),
		objectives: whole.objectives.map((each) => ({ ...each, measureId: null, evidenceOfCompletion: "" })),
		strategies: whole.strategies.map((each) => ({ ...each, statement: "", rationale: "", population: [] })),
		milestones: whole.milestones.map((each) => ({
			...each,
			statement: "",
			timeframeMonths: null,
			dueOn: null,
			assignedTitle: "",
			assignedAgency: "",
			assignedPersonId: null,
			population: [],
		})),
		parties: whole.parties.map((each) => ({ ...each, name: "", affiliation: "" })),
		focusAreas: whole.focusAreas.map((each) => ({
			...each,
			probationConsidered: "unanswered",
			origin: "agency-option",
		})),
	},
	"with wrong values": {
		...whole,
		jurisdiction: { ...whole.jurisdiction, code: "06001", name: "Elsewhere", kind: "county" },
		document: { ...whole.document, state: "submitted", submittedOn: null },
		cycle: { ...whole.cycle, endsOn: plainDate("2031-06-30") },
		answers: whole.answers.map((each) => ({
			...each,
			none: false,
			carried: false,
			noChange: false,
			sameAs: null,
			value:
				each.field === "cover.contactEmail"
					? "no address"
					: each.field.endsWith("Quarter")
						? "2025-05-01"
						: "the case review",
		})),
		baselines: whole.baselines.map((each) => ({ ...each, value: 3, periodStart: null })),
		targets: whole.targets.map((each) => ({ ...each, value: 99 })),
		strategies: whole.strategies.map((each) => ({ ...each, position: 1, rationale: "Because it is good." })),
		milestones: whole.milestones.map((each) => ({
			...each,
			position: 1,
			statement: "Ongoing collaboration will continue",
			dueOn: plainDate("2040-01-01"),
			timeframeMonths: 7,
			assignedTitle: "Human Services Agency",
			assignedAgency: "Human Services Agency",
		})),
		teamMembers: whole.teamMembers.map((each) => ({ ...each, participation: "consulted", on: null })),
		focusAreas: whole.focusAreas.map((each) => ({
			...each,
			codes: ["3F", "no such code"],
			probationConsidered: "not-applicable",
			origin: "peer-review",
		})),
	},
	"with an approval that is not whole": {
		...whole,
		document: { ...whole.document, state: "submitted", submittedOn: plainDate("2025-05-01") },
		attachments: whole.attachments.map((each) => ({ ...each, attachmentKind: "mou" })),
		signatures: whole.signatures.map((each) => ({ ...each, name: "Dolores Whitcomb" })),
		boardActions: whole.boardActions.map((each) => ({
			...each,
			coordinationVerified: false,
			planSha256: "0".repeat(64),
		})),
	},
	"with a signature that is void and no action of the Board": {
		...whole,
		signatures: whole.signatures.map((each) => ({ ...each, planSha256: "0".repeat(64) })),
		boardActions: [],
	},
	"with parts without a place and two of one": {
		...whole,
		goals: whole.goals.map((each) => ({ ...each, goalKind: "numeric" })),
		objectives: whole.objectives.map((each) => ({ ...each, measureId: null })),
		focusAreas: component
			? [
					component,
					{ ...component, id: id(1) },
					{ ...component, id: id(2), subjectKind: "systemic-factor", codes: ["mis"] },
				]
			: [],
		goalUses: [
			...whole.goalUses.map((each) => ({ ...each, position: 1 })),
			...whole.goalUses.slice(0, 1).map((each) => ({ ...each, id: id(3), focusAreaId: id(4) })),
		],
		strategies: [
			...whole.strategies,
			...whole.strategies.slice(0, 1).map((each) => ({ ...each, id: id(5), goalId: id(6) })),
		],
		milestones: [],
		parties: [],
	},
	"with subjects of other kinds": {
		...whole,
		jurisdiction: { ...whole.jurisdiction, code: "12001" },
		focusAreas: component
			? [
					component,
					{
						...component,
						id: id(7),
						subjectKind: "systemic-factor",
						codes: ["mis"],
						label: "Management information system",
					},
					{ ...component, id: id(8), codes: ["8A"], label: "Children transitioning to self-sufficient adulthood" },
				]
			: [],
		answers: [
			...whole.answers,
			...[id(7), id(8), sample.component].map((focusAreaId, i) => ({
				...answer("component.additionalFactors", "Training of staff and partners; the case review system."),
				id: id(20 + i),
				focusAreaId,
			})),
			answer("narrative.peerReviewFindings", "Visits were few."),
		].filter((each, i, all) => all.findLastIndex((other) => sameField(other, each)) === i),
	},
	"with one goal that has nothing below it": {
		...whole,
		goals: goal ? [{ ...goal, goalKind: "numeric" }] : [],
		objectives: [],
		strategies: [],
		milestones: [],
		findingAnswers: [],
		focusAreas: whole.focusAreas.map((each) => ({ ...each, subjectKind: "other", codes: [], label: "Our own matter" })),
	},
};

/** Lists with entries in which everything is missing that is asked for, and a self-assessment that says little. */
const owned = { jurisdictionId: sample.jurisdiction, documentId: sample.document, version: 1 };
brokenPlans["with half-written lists"] = {
	...whole,
	answers: whole.answers.map((each) =>
		each.field === "component.academyInformed"
			? { ...each, value: "" }
			: each.field === "component.additionalFactors"
				? { ...each, value: "The quality assurance system." }
				: each,
	),
	entries: {
		...whole.entries,
		"planning-body": [{ ...owned, id: id(30), name: "Council", description: "", roles: [], tags: [] }],
		"data-collection": [
			{
				...owned,
				id: id(31),
				technique: "Survey",
				audience: "",
				responses: null,
				result: "",
				howUsed: "",
				heldOn: null,
			},
		],
		"peer-review": [
			{ ...owned, id: id(32), areas: "x", startsOn: null, endsOn: null, peerCounties: "", findingIds: [], howUsed: "" },
		],
		"assistance-request": [
			{
				...{ ...owned, id: id(33), focusAreaId: null, need: "Coaching", requestedFrom: "cdss", requestedOf: "" },
				...{ requestedOn: null, status: "planned", stateNote: "" },
			},
		],
		"cross-reference": [
			{
				...{ ...owned, id: id(34), focusAreaId: null, strategyId: null, planKind: "self-assessment", label: "CSA" },
				...{ locator: "", linkedDocumentId: id(40), completedOn: null },
			},
			{
				...{ ...owned, id: id(35), focusAreaId: null, strategyId: null, planKind: "pssf", label: "PSSF" },
				...{ locator: "", linkedDocumentId: null, completedOn: null },
			},
		],
	},
	linked: {
		...whole.linked,
		documents: [{ ...whole.document, id: id(40), editionId: "ca-csa" }],
		teamMembers: whole.teamMembers
			.slice(0, 1)
			.map((each) => ({ ...each, id: id(41), documentId: id(40), partyId: id(42) })),
	},
};

const plans = Object.entries(brokenPlans).map(([name, facts]) => [name, planContext(facts)] as const);

function shownSignatures({ graph, edition, planSha256 }: PlanContext) {
	return signatureStates(graph, edition, planSha256).map((state) => ({ ...state, changes: [], recordedBy: "Ann" }));
}

/** The page at an address of a plan, as somebody who may write gets it. */
function pageAt(path: string, plan: PlanContext): ReactElement {
	const [kind = "", last = ""] = (path.split("?")[0] ?? "").split("/").slice(3);
	const section = plan.edition.sections.find((each) => each.id === last);
	const node = plan.graph.components.find(({ focusArea }) => focusArea.id === last);
	const member = plan.graph.team.find((each) => each.member.id === last);
	if (kind === "") {
		const nothing = { submissions: [], lastStep: undefined, assignments: [], staleMilestones: 0, papers: [] };
		return PlanPage({ plan, steps: [], ...nothing });
	}
	if (kind === "sections" && section) return SectionPage({ plan, section });
	if (kind === "components" && node)
		return ComponentPage({ plan, component: node, figures: [], people: [], goalsToUse: [] });
	if (kind === "team" && member) return TeamMemberPage({ plan, node: member });
	if (kind === "team" && last === "") return TeamPage({ plan });
	if (kind === "attachments") return AttachmentsPage({ plan, limits: "PDF", accept: ".pdf" });
	if (kind === "approval") return ApprovalPage({ plan, signatures: shownSignatures(plan), maySubmit: false });
	if (kind === "lists") {
		const [listSlug, entryId] = path.split("/").slice(4);
		const list = listsOf(plan.edition).find(({ slug }) => slug === listSlug);
		const entry = list && entriesIn(list, plan).find((each) => each.id === entryId);
		if (list) return entry ? PlanEntryPage({ plan, list, entry }) : PlanListPage({ plan, list });
	}
	if (kind === "findings") return FindingsPage({ plan });
	throw new Error(`No page is at ${path}.`);
}

test.each(plans)("in a plan %s, every check leads to an element of a page", (_name, plan) => {
	const pages = new Map<string, string>();
	const lost = plan.checks.flatMap(({ ruleId, place }) => {
		const address = addressOf(place, plan);
		const [path = "", anchor] = address.split("#");
		const page = pages.get(path) ?? renderToStaticMarkup(pageAt(path, plan));
		pages.set(path, page);
		return anchor && page.includes(` id="${anchor}"`) ? [] : [`${ruleId} ${place.kind} ${place.field}: ${address}`];
	});
	expect(lost).toEqual([]);
});

test("the broken plans make every kind of check of the edition speak", () => {
	const silent = new Set<CheckKind>(caCcfsr2004.checks.map(({ kind }) => kind));
	for (const check of caCcfsr2004.checks) {
		const only = { ...caCcfsr2004, checks: [check] };
		const context = {
			today: sample.today,
			stage: "state-review",
			findIndicator,
			planSha256: sampleSha256,
			pages: { narrative: 9, components: 19, whole: 30 },
		} as const;
		// A check on the results of others needs the others.
		const asked = check.kind === "rules-clear" ? caCcfsr2004 : only;
		const speaks = Object.values(brokenPlans).some((facts) =>
			runChecks(assemblePlan(facts), asked, context).some(({ ruleId }) => ruleId === check.rule),
		);
		if (speaks) silent.delete(check.kind);
	}
	expect([...silent]).toEqual([]);
});

test("a check on a figure that is missing leads to the very field", () => {
	const facts = { ...whole, targets: [] };
	const [check] = checkSip(facts).filter(({ place }) => place.field === "target.value");
	const plan = planContext(facts);
	expect(check && addressOf(check.place, plan)).toBe(
		`/plans/${sample.document}/components/${sample.component}#objective-${sample.numericObjective}-target-value`,
	);
});
