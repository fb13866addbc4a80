import type { z } from "zod";
import { addComponent } from "../../operations/add-component.ts";
import { addDraftComment } from "../../operations/add-draft-comment.ts";
import { addEvidence } from "../../operations/add-evidence.ts";
import { addFinding } from "../../operations/add-finding.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addPerson } from "../../operations/add-person.ts";
import { addPlanEntry } from "../../operations/add-plan-entry.ts";
import { addPlanningEntry } from "../../operations/add-planning-entry.ts";
import { addPlanningStep } from "../../operations/add-planning-step.ts";
import { addResource } from "../../operations/add-resource.ts";
import { addReviewRemark } from "../../operations/add-review-remark.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { addTeamMember } from "../../operations/add-team-member.ts";
import { adoptGoal } from "../../operations/adopt-goal.ts";
import { amendPart } from "../../operations/amend-part.ts";
import { answerFinding } from "../../operations/answer-finding.ts";
import { answerRenegotiation } from "../../operations/answer-renegotiation.ts";
import { answerRequest } from "../../operations/answer-request.ts";
import { answerReviewItem } from "../../operations/answer-review-item.ts";
import { askRenegotiation } from "../../operations/ask-renegotiation.ts";
import { assignContent } from "../../operations/assign-content.ts";
import { assignSection } from "../../operations/assign-section.ts";
import { endCalendarFeed } from "../../operations/calendar-feeds.ts";
import { changeNegotiation } from "../../operations/change-negotiation.ts";
import { changePart } from "../../operations/change-part.ts";
import { changePeriod } from "../../operations/change-period.ts";
import { changePerson } from "../../operations/change-person.ts";
import { changePlanningEntry } from "../../operations/change-planning-entry.ts";
import { changePublication } from "../../operations/change-publication.ts";
import { changeReview } from "../../operations/change-review.ts";
import { closeGoal } from "../../operations/close-goal.ts";
import { compareBudgetForm } from "../../operations/compare-budget-form.ts";
import { compareCounties } from "../../operations/compare-counties.ts";
import { comparePlan } from "../../operations/compare-plan.ts";
import { addCompletionEvidence, removeCompletionEvidence } from "../../operations/completion-evidence.ts";
import { correctClockEvent } from "../../operations/correct-clock-event.ts";
import { correctMeasurementResult } from "../../operations/correct-measurement-result.ts";
import { estimateWithholding } from "../../operations/estimate-withholding.ts";
import { fillProfileTable } from "../../operations/fill-profile-table.ts";
import { followPlanningRules } from "../../operations/follow-planning-rules.ts";
import { getAlignment } from "../../operations/get-alignment.ts";
import { getBudgetForm } from "../../operations/get-budget-form.ts";
import { getBudgetPaper } from "../../operations/get-budget-paper.ts";
import { getChecklist } from "../../operations/get-checklist.ts";
import { getCohortSteps } from "../../operations/get-cohort-steps.ts";
import { getCurves } from "../../operations/get-curves.ts";
import { getDrafting } from "../../operations/get-drafting.ts";
import { getKnownEdition } from "../../operations/get-edition.ts";
import { getEngagement } from "../../operations/get-engagement.ts";
import { getEquity } from "../../operations/get-equity.ts";
import { getEvidence } from "../../operations/get-evidence.ts";
import { getExtractLoad } from "../../operations/get-extract-load.ts";
import { getFactHistory } from "../../operations/get-fact-history.ts";
import { getFindingWithEvidence } from "../../operations/get-finding.ts";
import { getHome } from "../../operations/get-home.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { getLoad } from "../../operations/get-load.ts";
import { getMeetingPacket } from "../../operations/get-meeting-packet.ts";
import { getOutcome } from "../../operations/get-outcome.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPerson } from "../../operations/get-person.ts";
import { getPip } from "../../operations/get-pip.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { getPlanHistory } from "../../operations/get-plan-history.ts";
import { getPlanningYear } from "../../operations/get-planning-year.ts";
import { getReview } from "../../operations/get-review.ts";
import { getSubmission } from "../../operations/get-submission.ts";
import { getTheory } from "../../operations/get-theory.ts";
import { getTimeline } from "../../operations/get-timeline.ts";
import { getWordFile } from "../../operations/get-word-file.ts";
import { giveOutPaper } from "../../operations/give-out-paper.ts";
import { giveUpGoal } from "../../operations/give-up-goal.ts";
import { grantRole } from "../../operations/grant-role.ts";
import { importOldPlan } from "../../operations/import-old-plan.ts";
import { inviteToMeeting } from "../../operations/invite-to-meeting.ts";
import { keepMeetingPacket } from "../../operations/keep-meeting-packet.ts";
import { keepResource } from "../../operations/keep-resource.ts";
import { listAssistance } from "../../operations/list-assistance.ts";
import { listBudgetForms } from "../../operations/list-budget-forms.ts";
import { listCaseLooks } from "../../operations/list-case-looks.ts";
import { listChildPopulation } from "../../operations/list-child-population.ts";
import { listCounties } from "../../operations/list-counties.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { listKnownEditions } from "../../operations/list-editions.ts";
import { listExtractLoads } from "../../operations/list-extract-loads.ts";
import { listExtractShares } from "../../operations/list-extract-shares.ts";
import { listFederalResults } from "../../operations/list-federal-results.ts";
import { listFindings } from "../../operations/list-findings.ts";
import { listGoalsToUse } from "../../operations/list-goals-to-use.ts";
import { listHistory } from "../../operations/list-history.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { listIndicatorWindows } from "../../operations/list-indicator-windows.ts";
import { listIndicators, listVintages } from "../../operations/list-indicators.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listLoads } from "../../operations/list-loads.ts";
import { listOutcomes } from "../../operations/list-outcomes.ts";
import { listOutcomesByPlace } from "../../operations/list-outcomes-by-place.ts";
import { listPaperSources } from "../../operations/list-paper-sources.ts";
import { listPeople } from "../../operations/list-people.ts";
import { listPips } from "../../operations/list-pips.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { listPlans } from "../../operations/list-plans.ts";
import { listPresent } from "../../operations/list-present.ts";
import { listPublicComments } from "../../operations/list-public-comments.ts";
import { listRequests } from "../../operations/list-requests.ts";
import { listResources } from "../../operations/list-resources.ts";
import { listReviewQueue } from "../../operations/list-review-queue.ts";
import { listServices } from "../../operations/list-services.ts";
import { listSharedGoals } from "../../operations/list-shared-goals.ts";
import { listStateAssignments } from "../../operations/list-state-assignments.ts";
import { listWordFiles } from "../../operations/list-word-files.ts";
import { listYearlyPapers } from "../../operations/list-yearly-papers.ts";
import { logStateContact } from "../../operations/log-state-contact.ts";
import { markFocusedHelp } from "../../operations/mark-focused-help.ts";
import { markSection } from "../../operations/mark-section.ts";
import { movePart } from "../../operations/move-part.ts";
import { nameGoalAreas } from "../../operations/name-goal-areas.ts";
import type { Operation } from "../../operations/operation.ts";
import { postPlan } from "../../operations/post-plan.ts";
import { rateSubject } from "../../operations/rate-subject.ts";
import { recordBoardAction } from "../../operations/record-board-action.ts";
import { recordCalendarOccasion } from "../../operations/record-calendar-occasion.ts";
import { recordClockEvent } from "../../operations/record-clock-event.ts";
import { recordFormalAction } from "../../operations/record-formal-action.ts";
import { recordMeasurementResult } from "../../operations/record-measurement-result.ts";
import { recordMonthlyRatio } from "../../operations/record-monthly-ratio.ts";
import { recordPaperSignature } from "../../operations/record-paper-signature.ts";
import { recordPublicComment } from "../../operations/record-public-comment.ts";
import { releaseRemarks } from "../../operations/release-remarks.ts";
import { removeAttachment } from "../../operations/remove-attachment.ts";
import { removeBudgetForm } from "../../operations/remove-budget-form.ts";
import { removeCalendarEntry } from "../../operations/remove-calendar-entry.ts";
import { removeClockEvent } from "../../operations/remove-clock-event.ts";
import { removeMeasurementResult } from "../../operations/remove-measurement-result.ts";
import { removeMonthlyRatio } from "../../operations/remove-monthly-ratio.ts";
import { removePart } from "../../operations/remove-part.ts";
import { removePlanningEntry } from "../../operations/remove-planning-entry.ts";
import { removeResource } from "../../operations/remove-resource.ts";
import { removeReviewRemark } from "../../operations/remove-review-remark.ts";
import { removeRole } from "../../operations/remove-role.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { respondToRemark } from "../../operations/respond-to-remark.ts";
import { restorePart } from "../../operations/restore-part.ts";
import { revokeExtractShare } from "../../operations/revoke-extract-share.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveAssistance } from "../../operations/save-assistance.ts";
import { saveBudgetCells } from "../../operations/save-budget-cells.ts";
import { saveCalendarSetting } from "../../operations/save-calendar-setting.ts";
import { saveDetermination } from "../../operations/save-determination.ts";
import { saveFinancialBaseline } from "../../operations/save-financial-baseline.ts";
import { saveIntervention } from "../../operations/save-intervention.ts";
import { saveMeasurementItem } from "../../operations/save-measurement-item.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { removeService, saveService } from "../../operations/save-service.ts";
import { saveServiceYear } from "../../operations/save-service-year.ts";
import { saveTheory } from "../../operations/save-theory.ts";
import { saveWorkStep } from "../../operations/save-work-step.ts";
import { screenNames } from "../../operations/screen-names.ts";
import { setBenchmarks } from "../../operations/set-benchmarks.ts";
import { setObjective } from "../../operations/set-objective.ts";
import { removeDraftComment, settleDraftComment } from "../../operations/settle-draft-comment.ts";
import { settleFinding } from "../../operations/settle-finding.ts";
import { settleNegotiation } from "../../operations/settle-negotiation.ts";
import { settlePublicComment } from "../../operations/settle-public-comment.ts";
import { leaveSuggestion, takeSuggestion } from "../../operations/settle-suggestion.ts";
import { settleWordProposal } from "../../operations/settle-word-proposal.ts";
import { shareAnswer } from "../../operations/share-answer.ts";
import { shareDraft } from "../../operations/share-draft.ts";
import { shareGoal } from "../../operations/share-goal.ts";
import { signPlan } from "../../operations/sign-plan.ts";
import { startBudgetForm } from "../../operations/start-budget-form.ts";
import { startNextPlan } from "../../operations/start-next-plan.ts";
import { startPip } from "../../operations/start-pip.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { startSelfAssessment } from "../../operations/start-self-assessment.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { statePosition } from "../../operations/state-position.ts";
import { submitBudgetForm } from "../../operations/submit-budget-form.ts";
import { removeSuggestion, suggestEdit } from "../../operations/suggest-edit.ts";
import { switchPipType } from "../../operations/switch-pip-type.ts";
import { takeGoalIn } from "../../operations/take-goal-in.ts";
import { takeProfileTable } from "../../operations/take-profile-table.ts";
import { takeStep } from "../../operations/take-step.ts";
import { removeWaiver, waiveCheck } from "../../operations/waive-check.ts";
import { withdrawConsent } from "../../operations/withdraw-consent.ts";
import { withdrawSharedGoal } from "../../operations/withdraw-shared-goal.ts";
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
	getEvidence,
	getAlignment,
	listIndicatorWindows,
	listIndicatorResults,
	getIndicatorTable,
	compareCounties,
	getCurves,
	getCohortSteps,
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
	listChildPopulation,
	getExtractLoad,
	listExtractShares,
	revokeExtractShare,
	listCounties,
	listDueDates,
	listSharedGoals,
	listResources,
	addResource,
	keepResource,
	saveAssistance,
	listAssistance,
	removeResource,
	shareGoal,
	withdrawSharedGoal,
	adoptGoal,
	giveUpGoal,
	saveCalendarSetting,
	recordCalendarOccasion,
	addPlanningStep,
	removeCalendarEntry,
	listPips,
	startPip,
	getPip,
	recordClockEvent,
	correctClockEvent,
	removeClockEvent,
	askRenegotiation,
	answerRenegotiation,
	addCompletionEvidence,
	removeCompletionEvidence,
	saveWorkStep,
	saveDetermination,
	nameGoalAreas,
	saveMeasurementItem,
	recordMeasurementResult,
	correctMeasurementResult,
	removeMeasurementResult,
	estimateWithholding,
	recordMonthlyRatio,
	removeMonthlyRatio,
	switchPipType,
	listBudgetForms,
	startBudgetForm,
	getBudgetForm,
	saveBudgetCells,
	saveFinancialBaseline,
	compareBudgetForm,
	getBudgetPaper,
	submitBudgetForm,
	removeBudgetForm,
	getPlanningYear,
	followPlanningRules,
	addPlanningEntry,
	changePlanningEntry,
	removePlanningEntry,
	takeProfileTable,
	fillProfileTable,
	giveOutPaper,
	getMeetingPacket,
	keepMeetingPacket,
	listPlans,
	startPlan,
	getPlan,
	getTheory,
	getEngagement,
	getEquity,
	saveTheory,
	saveIntervention,
	getPaper,
	saveAnswer,
	shareAnswer,
	getChecklist,
	listPaperSources,
	screenNames,
	listServices,
	saveService,
	removeService,
	saveServiceYear,
	addComponent,
	addGoal,
	listGoalsToUse,
	setObjective,
	setBenchmarks,
	addStrategy,
	addMilestone,
	addTeamMember,
	addPlanEntry,
	withdrawConsent,
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
	getDrafting,
	assignSection,
	markSection,
	addDraftComment,
	settleDraftComment,
	removeDraftComment,
	suggestEdit,
	takeSuggestion,
	leaveSuggestion,
	removeSuggestion,
	listPresent,
	waiveCheck,
	removeWaiver,
	takeStep,
	getTimeline,
	listYearlyPapers,
	startYearlyPaper,
	startNextPlan,
	takeGoalIn,
	saveProgress,
	closeGoal,
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
	importOldPlan,
	listWordFiles,
	getWordFile,
	settleWordProposal,
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
