import {
	Compensation,
	DataCollection,
	engagementFields,
	Invitation,
	Meeting,
	PartnerInput,
	PlanningBody,
} from "../domain/engagement/voice-facts.ts";
import { PeerReview, SubjectAnalysis } from "../domain/finding/assessment-facts.ts";
import { AssistanceRequest, CrossReference, LawChange } from "../domain/plan/request-facts.ts";
import { TrainingCourse } from "../domain/plan/training-facts.ts";

const owned = { jurisdictionId: true, documentId: true } as const;

/**
 * The fields of each kind of entry that those who write the plan may change. What the State answers is not among them, nor
 * the rating of a subject, which is a finding's.
 */
export const entryFields = {
	"planning-body": PlanningBody.omit(owned),
	"data-collection": DataCollection.omit(owned),
	"peer-review": PeerReview.omit(owned),
	"subject-analysis": SubjectAnalysis.pick({ analysis: true, factors: true }),
	meeting: Meeting.omit(owned),
	invitation: Invitation.pick({ email: true, attendance: true }),
	"partner-input": PartnerInput.omit(owned).extend(engagementFields),
	compensation: Compensation.omit(owned),
	"assistance-request": AssistanceRequest.omit({ ...owned, stateNote: true }),
	"law-change": LawChange.omit({ ...owned, status: true, stateNote: true }),
	"cross-reference": CrossReference.omit(owned),
	"training-course": TrainingCourse.omit(owned),
} as const;
