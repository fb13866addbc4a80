import { addDays } from "../../domain/calendar/plain-date.ts";
import { addPlanEntry } from "../../operations/add-plan-entry.ts";
import { changePart } from "../../operations/change-part.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { inviteToMeeting } from "../../operations/invite-to-meeting.ts";
import { rateSubject } from "../../operations/rate-subject.ts";
import { startSelfAssessment } from "../../operations/start-self-assessment.ts";
import { toWorkingDay } from "../calendar/working-days.ts";
import { practicePlaces } from "../data/places.ts";
import { practiceVintage } from "../figures/make-series.ts";
import type { PlanStory } from "./plan-story.ts";
import { saveField } from "./save-field.ts";
import type { Desk } from "./session.ts";
import { getFactor } from "./settle-findings.ts";

/** The self-assessment that was made on paper before the plan was begun, as every county's but the newest. */
export async function nameSelfAssessment(desk: Desk, story: PlanStory): Promise<void> {
	const { times, draft, today } = story;
	const completedOn = toWorkingDay(addDays(today, -times.begunDaysAgo - 21));
	await desk.perform(times.planner, addPlanEntry, {
		documentId: draft.documentId(),
		kind: "cross-reference",
		planKind: "self-assessment",
		label: `${practicePlaces[times.text.county].name} Self-Assessment ${completedOn.slice(0, 4)}`,
		locator: "On paper, with the planning unit",
		completedOn,
	});
}

/** Whom the county asked, what was said and what it changed, and what it asks of others. */
export async function hearVoices(desk: Desk, story: PlanStory): Promise<void> {
	const { times, draft, today, rosters } = story;
	const { county } = times.text;
	const place = practicePlaces[county].name;
	const documentId = draft.documentId();
	const heldOn = toWorkingDay(addDays(today, -times.writtenDaysAgo - 9));
	await saveField(desk, story, times.planner, { field: "team.selectedBy", value: rosters[county].director });
	await desk.perform(times.planner, addPlanEntry, {
		...{ documentId, kind: "planning-body", name: `${place} Child Abuse Prevention Council` },
		description: "Parents, schools, clinics and law enforcement; meets every second month.",
		...{ roles: ["sip-development", "sip-implementation"], tags: ["agency", "consumer", "advocate"] },
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{ documentId, kind: "data-collection", technique: "Focus group" },
		...{ audience: "Parents whose children went home in the past year", responses: 14, heldOn },
		result: "Help ended on the day the case closed; nobody had said whom to call afterwards.",
		howUsed: "It is the reason for the first strategy.",
	});
	const meeting = await desk.perform(times.planner, addPlanEntry, {
		...{ documentId, kind: "meeting", title: "Team meeting on strategies", heldOn, startsAt: "13:30" },
		...{ place: "Large meeting room", agenda: "What the figures say\nWhat parents said\nStrategies for each goal" },
		minutes: "The team went through the figures and the focus group.",
		decisions: "The strategies were agreed on. Milestones follow at the next meeting.",
	});
	const { facts } = await desk.perform(times.planner, getPlan, { documentId });
	const parent = facts.teamMembers.find(({ group }) => group === "parents-representative") ?? facts.teamMembers[0];
	const [component] = facts.focusAreas.toSorted((a, b) => a.position - b.position);
	const goalIds = facts.goalUses.filter(({ focusAreaId }) => focusAreaId === component?.id).map(({ goalId }) => goalId);
	const strategy = facts.strategies.find(({ goalId }) => goalIds.includes(goalId));
	if (!component || !parent) return;
	const { partyId } = parent;
	const { id: meetingId } = meeting;
	const { id: invited } = await desk.perform(times.planner, inviteToMeeting, { documentId, meetingId, partyId });
	const came = { attendance: "present" } as const;
	await desk.perform(times.planner, changePart, {
		documentId,
		kind: "invitation",
		id: invited,
		version: 1,
		patch: came,
	});
	const about = { documentId, focusAreaId: component.id };
	const { id: inputId } = await desk.perform(times.planner, addPlanEntry, {
		...{ ...about, kind: "partner-input", partyId, meetingId, saidOn: heldOn },
		said: "When the case closed, everybody was gone from one day to the next.",
		...{ stage: "plan", experience: "parent", summary: "Help ended on the day the case closed." },
		...{ consent: "words", consentOn: heldOn, compensation: "paid" },
		...{ effect: strategy ? "changed" : "open", strategyId: strategy?.id ?? null },
		did: strategy ? "The strategy now begins before a case closes and goes on after it." : "",
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{ documentId, kind: "compensation", inputId, form: "gift-card", amountCents: 5000, paidOn: heldOn },
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{ ...about, kind: "partner-input", saidOn: heldOn, stage: "assess", experience: "youth" },
		...{ said: "I had three workers in one year.", consent: "group-only", consentOn: heldOn },
		...{ summary: "Young people lose trust when their worker changes.", compensation: "declined" },
		...{ effect: "not-changed", did: "It belongs to the plan on the workforce, and was passed on there." },
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{
			...about,
			kind: "assistance-request",
			requestedFrom: "rta",
			requestedOf: "Northern Regional Training Academy",
		},
		need: "Training in family engagement for all case-carrying staff, in the evening hours too.",
		...{ requestedOn: heldOn, status: "requested" },
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{
			...about,
			kind: "law-change",
			change: "Let counties share a case plan with the school without a new consent.",
		},
		...{ citation: "Welfare and Institutions Code 827", reason: "Schools hear of a move only weeks later." },
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{ ...about, kind: "cross-reference", planKind: "capit-cbcap", label: `${place} CAPIT and CBCAP plan` },
		locator: "Section on parent partners",
	});
}

/** The newest county makes its self-assessment here, half-done: what is rated is a finding, and the plan answers it. */
export async function beginSelfAssessment(desk: Desk, { times, draft }: PlanStory): Promise<void> {
	const { id: documentId } = await desk.perform(times.planner, startSelfAssessment, { documentId: draft.documentId() });
	const [reentry, services] = [
		"Re-entry has come down since the last plan and is still above the national standard. Where an after-care plan was written, fewer children came back. Under probation it is rarely written, and in the north there is no treatment place to write into it.",
		"Treatment for parents in the north of the county fills up in the first half of the year.",
	];
	const { id: analysisId } = await desk.perform(times.planner, addPlanEntry, {
		...{ documentId, kind: "subject-analysis", subjectKind: "indicator", domain: "permanency" },
		...{ code: "3F", vintage: practiceVintage, label: "Re-entry to foster care" },
		...{ analysis: reentry, factors: ["service-array", "case-review"] },
	});
	await desk.perform(times.planner, rateSubject, {
		...{ documentId, analysisId, judgement: "area-needing-improvement" },
		summary:
			"Re-entry has come down since the last plan, and is still above the national standard. After-care is usual in child welfare and rare under probation.",
	});
	await desk.perform(times.planner, addPlanEntry, {
		...{ documentId, kind: "subject-analysis", subjectKind: "systemic-factor", domain: "systemic" },
		...{ code: "service-array", vintage: "", label: getFactor("service-array").label, analysis: services },
	});
}
