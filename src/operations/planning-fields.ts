import { z } from "zod";
import {
	CaseCertification,
	DemographicPanel,
	Distribution,
	DueCompletion,
	EventGuest,
	PanelRecommendation,
	PanelReport,
	PlanningEvent,
	PlanningRecord,
	PlanningRole,
	PlanningTeam,
	ReviewPanel,
	StatewidePlan,
	TeamSeat,
	VisitReport,
} from "../domain/planning/planning-facts.ts";
import type { PlanningKind } from "../domain/planning/planning-kinds.ts";

const ofState = { jurisdictionId: true } as const;

/** The fields of each kind of fact of a State's planning that people may change. */
export const planningFields = {
	"statewide-plan": StatewidePlan.omit(ofState),
	"planning-role": PlanningRole.omit(ofState),
	"planning-team": PlanningTeam.omit(ofState),
	"team-seat": TeamSeat.omit(ofState),
	"planning-event": PlanningEvent.omit(ofState),
	"event-guest": EventGuest.omit(ofState),
	"planning-record": PlanningRecord.omit(ofState),
	"review-panel": ReviewPanel.omit(ofState),
	// That the answer went out is noted by sending it.
	"panel-report": PanelReport.omit({ ...ofState, answerSentOn: true }),
	"panel-recommendation": PanelRecommendation.omit(ofState),
	"demographic-panel": DemographicPanel.omit(ofState),
	"case-certification": CaseCertification.omit(ofState),
	// Whether the numbers were counted here is written by the counting.
	"visit-report": VisitReport.omit({ ...ofState, sourceKind: true }),
	distribution: Distribution.omit(ofState),
	// What proves it is written by the submission.
	"due-completion": DueCompletion.omit({ ...ofState, documentId: true, budgetFormId: true }),
} as const satisfies Readonly<Record<PlanningKind, z.ZodObject>>;

const id = z.uuid().nullable().default(null);
const text = z.string().default("");
const ids = z.array(z.uuid()).default([]);

/** What a person need not say when they add one. */
export const planningAddFields = {
	"statewide-plan": planningFields["statewide-plan"].extend({
		...{ cycle: text, ownerPersonId: id, ownerTitle: text, dueRuleId: text, dueWords: text, reportedIn: text },
	}),
	"planning-role": planningFields["planning-role"].extend({
		...{ personId: id, title: text, designatedBy: text, endsOn: PlanningRole.shape.endsOn.default(null) },
	}),
	"planning-team": planningFields["planning-team"].extend({
		...{ purpose: text, charge: text, goalIds: ids, strategyIds: ids },
	}),
	"team-seat": planningFields["team-seat"].extend({ affiliation: text, email: TeamSeat.shape.email.default("") }),
	"planning-event": planningFields["planning-event"].extend({
		heldOn: PlanningEvent.shape.heldOn.default(null),
		stage: PlanningEvent.shape.stage.default("planning"),
		...{ venue: text, ownerTeamId: id, agenda: text, materials: text, minutes: text, decisions: text },
	}),
	"event-guest": planningFields["event-guest"].extend({
		invitedOn: EventGuest.shape.invitedOn.default(null),
		reply: EventGuest.shape.reply.default("none"),
		attendance: EventGuest.shape.attendance.default("unknown"),
	}),
	"planning-record": planningFields["planning-record"].extend({
		...{ eventId: id, text, owner: text, rating: text, evidence: text, goalId: id, strategyId: id },
	}),
	"review-panel": planningFields["review-panel"].extend({ chair: text, note: text }),
	"panel-report": planningFields["panel-report"],
	"panel-recommendation": planningFields["panel-recommendation"].extend({
		decision: PanelRecommendation.shape.decision.default("open"),
		answeredOn: PanelRecommendation.shape.answeredOn.default(null),
		...{ answer: text, effect: text, goalId: id },
	}),
	"demographic-panel": planningFields["demographic-panel"].extend({ note: text, source: text }),
	"case-certification": planningFields["case-certification"].extend({ eventId: id, note: text }),
	"visit-report": planningFields["visit-report"].extend({
		children: VisitReport.shape.children.default(null),
		method: VisitReport.shape.method.default("all"),
		sentOn: VisitReport.shape.sentOn.default(null),
		note: text,
	}),
	distribution: planningFields.distribution.extend({
		...{ documentId: id, teamId: id, seatId: id, email: text, receivedOn: Distribution.shape.receivedOn.default(null) },
	}),
	"due-completion": planningFields["due-completion"].extend({ note: text }),
} as const satisfies Readonly<Record<PlanningKind, z.ZodObject>>;
