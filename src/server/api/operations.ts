import type { z } from "zod";
import { addComponent } from "../../operations/add-component.ts";
import { addEvidence } from "../../operations/add-evidence.ts";
import { addFinding } from "../../operations/add-finding.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addPerson } from "../../operations/add-person.ts";
import { addPlanEntry } from "../../operations/add-plan-entry.ts";
import { addPlanningStep } from "../../operations/add-planning-step.ts";
import { addReviewRemark } from "../../operations/add-review-remark.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { addTeamMember } from "../../operations/add-team-member.ts";
import { amendPart } from "../../operations/amend-part.ts";
import { answerFinding } from "../../operations/answer-finding.ts";
import { answerRequest } from "../../operations/answer-request.ts";
import { answerReviewItem } from "../../operations/answer-review-item.ts";
import { assignContent } from "../../operations/assign-content.ts";
import { endCalendarFeed } from "../../operations/calendar-feeds.ts";
import { changeNegotiation } from "../../operations/change-negotiation.ts";
import { changePart } from "../../operations/change-part.ts";
import { changePeriod } from "../../operations/change-period.ts";
import { changePerson } from "../../operations/change-person.ts";
import { changePublication } from "../../operations/change-publication.ts";
import { changeReview } from "../../operations/change-review.ts";
import { compareCounties } from "../../operations/compare-counties.ts";
import { comparePlan } from "../../operations/compare-plan.ts";
import { getCurves } from "../../operations/get-curves.ts";
import { getKnownEdition } from "../../operations/get-edition.ts";
import { getExtractLoad } from "../../operations/get-extract-load.ts";
import { getFactHistory } from "../../operations/get-fact-history.ts";
import { getFindingWithEvidence } from "../../operations/get-finding.ts";
import { getHome } from "../../operations/get-home.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { getLoad } from "../../operations/get-load.ts";
import { getOutcome } from "../../operations/get-outcome.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPerson } from "../../operations/get-person.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { getPlanHistory } from "../../operations/get-plan-history.ts";
import { getReview } from "../../operations/get-review.ts";
import { getSubmission } from "../../operations/get-submission.ts";
import { getTimeline } from "../../operations/get-timeline.ts";
import { grantRole } from "../../operations/grant-role.ts";
import { inviteToMeeting } from "../../operations/invite-to-meeting.ts";
import { listCaseLooks } from "../../operations/list-case-looks.ts";
import { listCounties } from "../../operations/list-counties.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { listKnownEditions } from "../../operations/list-editions.ts";
import { listExtractLoads } from "../../operations/list-extract-loads.ts";
import { listExtractShares } from "../../operations/list-extract-shares.ts";
import { listFederalResults } from "../../operations/list-federal-results.ts";
import { listFindings } from "../../operations/list-findings.ts";
import { listHistory } from "../../operations/list-history.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { listIndicatorWindows } from "../../operations/list-indicator-windows.ts";
import { listIndicators, listVintages } from "../../operations/list-indicators.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listLoads } from "../../operations/list-loads.ts";
import { listOutcomes } from "../../operations/list-outcomes.ts";
import { listOutcomesByPlace } from "../../operations/list-outcomes-by-place.ts";
import { listPeople } from "../../operations/list-people.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { listPlans } from "../../operations/list-plans.ts";
import { listPublicComments } from "../../operations/list-public-comments.ts";
import { listRequests } from "../../operations/list-requests.ts";
import { listReviewQueue } from "../../operations/list-review-queue.ts";
import { listStateAssignments } from "../../operations/list-state-assignments.ts";
import { listYearlyPapers } from "../../operations/list-yearly-papers.ts";
import { logStateContact } from "../../operations/log-state-contact.ts";
import { markFocusedHelp } from "../../operations/mark-focused-help.ts";
import { movePart } from "../../operations/move-part.ts";
import type { Operation } from "../../operations/operation.ts";
import { postPlan } from "../../operations/post-plan.ts";
import { rateSubject } from "../../operations/rate-subject.ts";
import { recordBoardAction } from "../../operations/record-board-action.ts";
import { recordCalendarOccasion } from "../../operations/record-calendar-occasion.ts";
import { recordFormalAction } from "../../operations/record-formal-action.ts";
import { recordPaperSignature } from "../../operations/record-paper-signature.ts";
import { recordPublicComment } from "../../operations/record-public-comment.ts";
import { releaseRemarks } from "../../operations/release-remarks.ts";
import { removeAttachment } from "../../operations/remove-attachment.ts";
import { removeCalendarEntry } from "../../operations/remove-calendar-entry.ts";
import { removePart } from "../../operations/remove-part.ts";
import { removeReviewRemark } from "../../operations/remove-review-remark.ts";
import { removeRole } from "../../operations/remove-role.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { respondToRemark } from "../../operations/respond-to-remark.ts";
import { restorePart } from "../../operations/restore-part.ts";
import { revokeExtractShare } from "../../operations/revoke-extract-share.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveCalendarSetting } from "../../operations/save-calendar-setting.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { setObjective } from "../../operations/set-objective.ts";
import { settleFinding } from "../../operations/settle-finding.ts";
import { settleNegotiation } from "../../operations/settle-negotiation.ts";
import { settlePublicComment } from "../../operations/settle-public-comment.ts";
import { shareDraft } from "../../operations/share-draft.ts";
import { signPlan } from "../../operations/sign-plan.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { startSelfAssessment } from "../../operations/start-self-assessment.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { statePosition } from "../../operations/state-position.ts";
import { takeStep } from "../../operations/take-step.ts";
import { removeWaiver, waiveCheck } from "../../operations/waive-check.ts";
import { withdrawSignature } from "../../operations/withdraw-signature.ts";

/**
 * Every operation that the API offers with JSON in and out: the same that the pages call. Loading a file and the paper's
 * formats have routes of their own (figure-load-route.ts, paper-route.ts).
 */
export const apiOperations: readonly Operation<z.ZodType, unknown>[] = [
	getHome,
	listJurisdictions,
	listPlacesFor,
	listKnownEditions,
	getKnownEdition,
	listVintages,
	listIndicators,
	listOutcomesByPlace,
	listOutcomes,
	getOutcome,
	listIndicatorWindows,
	listIndicatorResults,
	getIndicatorTable,
	compareCounties,
	getCurves,
	listCaseLooks,
	listFindings,
	getFindingWithEvidence,
	addFinding,
	addEvidence,
	settleFinding,
	listLoads,
	getLoad,
	listExtractLoads,
	listFederalResults,
	getExtractLoad,
	listExtractShares,
	revokeExtractShare,
	listCounties,
	listDueDates,
	saveCalendarSetting,
	recordCalendarOccasion,
	addPlanningStep,
	removeCalendarEntry,
	listPlans,
	startPlan,
	getPlan,
	getPaper,
	saveAnswer,
	addComponent,
	addGoal,
	setObjective,
	addStrategy,
	addMilestone,
	addTeamMember,
	addPlanEntry,
	inviteToMeeting,
	startSelfAssessment,
	rateSubject,
	listRequests,
	answerRequest,
	changePart,
	changePeriod,
	movePart,
	removePart,
	restorePart,
	answerFinding,
	reportMilestone,
	waiveCheck,
	removeWaiver,
	takeStep,
	getTimeline,
	listYearlyPapers,
	startYearlyPaper,
	saveProgress,
	amendPart,
	signPlan,
	recordPaperSignature,
	withdrawSignature,
	recordBoardAction,
	removeAttachment,
	getSubmission,
	listReviewQueue,
	getReview,
	listStateAssignments,
	changeReview,
	answerReviewItem,
	addReviewRemark,
	removeReviewRemark,
	releaseRemarks,
	respondToRemark,
	changeNegotiation,
	statePosition,
	settleNegotiation,
	assignContent,
	shareDraft,
	logStateContact,
	recordFormalAction,
	markFocusedHelp,
	listPublicComments,
	postPlan,
	changePublication,
	recordPublicComment,
	settlePublicComment,
	getPlanHistory,
	getFactHistory,
	comparePlan,
	listHistory,
	endCalendarFeed,
	listPeople,
	getPerson,
	addPerson,
	changePerson,
	grantRole,
	removeRole,
] as const as readonly Operation<z.ZodType, unknown>[];
