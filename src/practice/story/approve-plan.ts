import type { SignatoryRole } from "../../domain/approval/approval-facts.ts";
import { addDays, formatDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { addAttachment } from "../../operations/add-attachment.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { recordBoardAction } from "../../operations/record-board-action.ts";
import { recordPaperSignature } from "../../operations/record-paper-signature.ts";
import { signPlan } from "../../operations/sign-plan.ts";
import { takeStep } from "../../operations/take-step.ts";
import { getPersonData, type PersonKey, personKeys } from "../data/people.ts";
import { countyAgencies, practicePlaces } from "../data/places.ts";
import type { StepText } from "../data/plan-times.ts";
import { makePaper } from "./make-paper.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

/** The Summary Assessment is attached when the plan is first marked as ready. */
export async function attachSelfAssessment(desk: Desk, { times, draft }: PlanStory): Promise<void> {
	const { name } = practicePlaces[times.text.county];
	await desk.perform(times.planner, addAttachment, {
		documentId: draft.documentId(),
		attachmentKind: "csa-summary-assessment",
		fileName: `${times.text.county}-summary-assessment.pdf`,
		bytes: makePaper([
			`${name}: County Self-Assessment`,
			"Section V: Summary Assessment",
			"Practice text, not a real one.",
		]),
		scan: "not-scanned",
	});
}

/**
 * What happens between "ready" and the submission: the Board acts, the director signs with an account, and so does the chief
 * probation officer where there is an account; elsewhere a sheet is signed on paper and recorded by the planner.
 */
export function approvePlan(story: PlanStory, submit: StepText, readyDaysAgo: number): readonly Session[] {
	const { times, today } = story;
	const boardDaysAgo = submit.daysAgo + Math.floor((readyDaysAgo - submit.daysAgo) / 2);
	return [
		{
			day: addDays(today, -boardDaysAgo),
			name: `plan ${times.key}: Board`,
			run: (desk) => bringToBoard(desk, story, addDays(today, -boardDaysAgo)),
		},
		{
			day: addDays(today, -submit.daysAgo),
			name: `plan ${times.key}: signatures`,
			async run(desk) {
				await sign(desk, story, "child-welfare-director", submit.who);
				await signOfChief(desk, story);
			},
		},
	];
}

/** The Board's action, its paper, and the step that it allows. */
export async function bringToBoard(desk: Desk, { times, draft }: PlanStory, day: PlainDate): Promise<void> {
	const { planner, text } = times;
	const documentId = draft.documentId();
	const { name } = practicePlaces[text.county];
	const number = `Resolution ${day.slice(2, 4)}-${100 + Number(day.slice(5, 7)) * 10 + (Number(day.slice(8, 10)) % 10)}`;
	const { facts } = await desk.perform(planner, getPlan, { documentId });
	const [before] = facts.boardActions;
	const { id: attachmentId } = await desk.perform(planner, addAttachment, {
		documentId,
		attachmentKind: "board-action",
		fileName: `${number.toLowerCase().replaceAll(" ", "-")}.pdf`,
		bytes: makePaper([
			`${name}: Board of Supervisors`,
			`${number}, ${formatDate(day)}`,
			"The System Improvement Plan is approved.",
			"The plan is coordinated and integrated with the county's other plans.",
		]),
		scan: "not-scanned",
	});
	await desk.perform(planner, recordBoardAction, {
		documentId,
		actionKind: "resolution",
		number,
		// A weekend's session is held on the Friday before, so the Board acted no later than that.
		actedOn: addDays(day, -2),
		coordinationVerified: true,
		attachmentId,
		version: before?.version ?? 0,
	});
	const step = await desk.perform(planner, takeStep, {
		documentId,
		action: "approve-by-board",
		version: draft.documentVersion(),
	});
	draft.stepped(step.version);
}

export async function sign(desk: Desk, { draft }: PlanStory, signatory: SignatoryRole, who: PersonKey): Promise<void> {
	const documentId = draft.documentId();
	const { planSha256 } = await desk.perform(who, getPlan, { documentId });
	await desk.perform(who, signPlan, { documentId, signatory, planSha256, haveRead: true });
}

async function signOfChief(desk: Desk, story: PlanStory): Promise<void> {
	const { times, draft, rosters } = story;
	const { county } = times.text;
	const chief = personKeys.find((key) => {
		const { place, roles } = getPersonData(key);
		return place === county && roles.some((role) => role === "chief-probation-officer");
	});
	if (chief) return sign(desk, story, "chief-probation-officer", chief);
	const documentId = draft.documentId();
	const { planSha256, facts } = await desk.perform(times.planner, getPlan, { documentId });
	const kept = facts.attachments.find(({ attachmentKind }) => attachmentKind === "signature-sheet");
	const sheet =
		kept ??
		(await desk.perform(times.planner, addAttachment, {
			documentId,
			attachmentKind: "signature-sheet",
			fileName: "signature-sheet-probation.pdf",
			bytes: makePaper([countyAgencies[county].probation, `Signed: ${rosters[county].chief}`]),
			scan: "not-scanned",
		}));
	const [board] = facts.boardActions;
	await desk.perform(times.planner, recordPaperSignature, {
		documentId,
		signatory: "chief-probation-officer",
		planSha256,
		name: rosters[county].chief,
		signedOn: board?.actedOn ?? story.startsOn,
		attachmentId: sheet.id,
	});
}
