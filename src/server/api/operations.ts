import type { z } from "zod";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addPerson } from "../../operations/add-person.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { addTeamMember } from "../../operations/add-team-member.ts";
import { answerFinding } from "../../operations/answer-finding.ts";
import { movePart, removePart, restorePart } from "../../operations/arrange-parts.ts";
import { changePart, changePeriod } from "../../operations/change-part.ts";
import { changePerson } from "../../operations/change-person.ts";
import { grantRole, removeRole } from "../../operations/change-roles.ts";
import {
	addEvidence,
	addFinding,
	getFindingWithEvidence,
	listFindings,
	settleFinding,
} from "../../operations/findings.ts";
import { getKnownEdition } from "../../operations/get-edition.ts";
import { getHome } from "../../operations/get-home.ts";
import { getOutcome } from "../../operations/get-outcome.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPerson } from "../../operations/get-person.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { comparePlan, getFactHistory, getPlanHistory } from "../../operations/history.ts";
import { listKnownEditions } from "../../operations/list-editions.ts";
import { listHistory } from "../../operations/list-history.ts";
import { listIndicators, listVintages } from "../../operations/list-indicators.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listOutcomes } from "../../operations/list-outcomes.ts";
import { listOutcomesByPlace } from "../../operations/list-outcomes-by-place.ts";
import { listPeople } from "../../operations/list-people.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { listPlans } from "../../operations/list-plans.ts";
import { getLoad, listLoads } from "../../operations/loads.ts";
import type { Operation } from "../../operations/operation.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { setObjective } from "../../operations/set-objective.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { takeStep } from "../../operations/take-step.ts";
import { removeWaiver, waiveCheck } from "../../operations/waive-check.ts";

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
	listFindings,
	getFindingWithEvidence,
	addFinding,
	addEvidence,
	settleFinding,
	listLoads,
	getLoad,
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
	getPlanHistory,
	getFactHistory,
	comparePlan,
	listHistory,
	listPeople,
	getPerson,
	addPerson,
	changePerson,
	grantRole,
	removeRole,
] as const as readonly Operation<z.ZodType, unknown>[];
