import { Hono } from "hono";
import { Attendance } from "../../../domain/engagement/voice-facts.ts";
import { changePart } from "../../../operations/change-part.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { inviteToMeeting } from "../../../operations/invite-to-meeting.ts";
import { PlanEntryPage } from "../../../web/pages/plans/lists/list-page.tsx";
import { MeetingPart } from "../../../web/pages/plans/lists/meeting-part.tsx";
import { findListOf } from "../../../web/pages/plans/lists/plan-lists.ts";
import type { PlanContext } from "../../../web/pages/plans/plan-context.ts";
import { listPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** Who is asked to a meeting, and who came. The meeting itself is an entry of its list. */
export function planMeetingRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.post("/:documentId/meetings/:meetingId/invitations", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const meetingId = pathId(context, "meetingId");
		const email = form.text("email").trim();
		try {
			const input = { documentId, meetingId, partyId: form.text("partyId"), email };
			await perform(inviteToMeeting, visitOf(context).person, input);
			const notice = email === "" ? "Noted as asked." : `The invitation is on its way to ${email}.`;
			return answerDone(context, `${listPath(documentId, "meetings", meetingId)}#asked`, notice);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "ask", values: form.values(), problems: error.problems };
			const { plan } = await openPlanPage(context, services, typed);
			const list = findListOf("meeting");
			const entry = plan.graph.entries.meeting.find((each) => each.id === meetingId);
			if (!list || !entry) throw new NotFound("This meeting is not on the list any more. See the plan's history.");
			return answerPage(context, PlanEntryPage({ plan, list, entry, below: meetingPart(plan, meetingId) }), 422);
		}
	});

	routes.post("/:documentId/meetings/:meetingId/invitations/:invitationId", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const attendance = Attendance.safeParse(form.text("attendance"));
		if (!attendance.success) throw new NotFound("Choose one of the kinds of attendance.");
		await perform(changePart, visitOf(context).person, {
			...{ documentId, kind: "invitation", id: pathId(context, "invitationId") },
			...{ version: Number(form.text("version")) || 1, patch: { attendance: attendance.data } },
		});
		const path = `${listPath(documentId, "meetings", pathId(context, "meetingId"))}#asked`;
		return answerDone(context, path, "The attendance is kept.");
	});
	return routes;
}

/** What a meeting's page has below the meeting's own form. */
export function meetingPart(plan: PlanContext, id: string) {
	const meeting = plan.graph.entries.meeting.find((each) => each.id === id);
	return meeting && MeetingPart({ plan, meeting });
}
