import type { z } from "zod";
import { type PlainDate, plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import { getEdition } from "../../src/frameworks/editions.ts";
import { addComponent } from "../../src/operations/add-component.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { addMilestone } from "../../src/operations/add-milestone.ts";
import { addPlanEntry } from "../../src/operations/add-plan-entry.ts";
import { addStrategy } from "../../src/operations/add-strategy.ts";
import { addTeamMember } from "../../src/operations/add-team-member.ts";
import { changePart } from "../../src/operations/change-part.ts";
import { type Operation, perform } from "../../src/operations/operation.ts";
import { saveAnswer } from "../../src/operations/save-answer.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { attachPaper } from "./approve-plan.ts";
import type { TestStorage } from "./test-storage.ts";

export const wholePlanAnswers: Readonly<Record<string, string>> = {
	"cover.responsibleAgency": "Human Services Agency",
	"cover.outcomesDataQuarter": "2026-03-31",
	"cover.contactName": "Pat Example",
	"cover.contactTitle": "Planner",
	"cover.contactAddress": "1 Main Street",
	"cover.contactPhone": "555-0100",
	"cover.contactEmail": "pat@example.org",
	"cover.directorName": "Dana Director",
	"cover.probationChiefName": "Chris Chief",
	"narrative.planningBodies":
		"The System of Care council: agencies, parents and advocates; worked on the self-assessment and this plan.",
	"narrative.qualitativeFindings":
		"Focus group of foster parents, 12 responses: respite is scarce. Used in strategy 1.1.",
};

/** Does an operation for one person: here, or over the API. */
export type Does = <Input extends z.ZodType, Output>(
	operation: Operation<Input, Output>,
	input: z.input<Input>,
) => Promise<Output>;

/** Writes a plan through the operations, whole enough that no hard check is open. Answers its ids. */
export async function writeWholePlan({ performer }: TestStorage, planner: Actor, jurisdictionId: string) {
	const does: Does = (operation, input) => perform(performer, operation, planner, input);
	const written = await writePlanBy(does, { jurisdictionId, startsOn: plainDate("2026-07-01") });
	await attachPaper({ performer }, planner, written.documentId, "csa-summary-assessment");
	return written;
}

/** The same by whoever does it, without the one file that a plan needs. */
export async function writePlanBy(
	does: Does,
	start: { readonly jurisdictionId: string; readonly startsOn: PlainDate; readonly title?: string },
) {
	const { id: documentId } = await does(startPlan, { ...start, editionId: "ca-ccfsr-2004" });
	await writeFirstPagesBy(does, documentId);
	const { id: focusAreaId } = await does(addComponent, {
		documentId,
		subjectKind: "indicator",
		codes: ["3F"],
		label: "Re-entry to foster care",
	});
	await does(changePart, {
		documentId,
		kind: "focus-area",
		id: focusAreaId,
		version: 1,
		patch: { probationConsidered: "yes" },
	});
	for (const field of ["currentPerformance", "additionalFactors", "training", "partnerRoles", "lawChanges"]) {
		await does(saveAnswer, {
			documentId,
			focusAreaId,
			field: `component.${field}`,
			value: field === "currentPerformance" ? "11.3% re-entered in the year ending March 31, 2026 (31 of 275)." : "",
			none: field !== "currentPerformance",
			version: 0,
		});
	}
	const { id: goalId, objectiveId } = await does(addGoal, {
		documentId,
		focusAreaId,
		goalKind: "numeric",
		statement: "Re-entry to foster care falls from 11.3% to 8.6%.",
		population: ["cws"],
	});
	await does(setObjective, {
		documentId,
		objectiveId: objectiveId ?? "",
		version: 1,
		measure: { indicator: "3F", vintage: "ccfsr-2004" },
		baseline: {
			value: 11.3,
			numerator: 31,
			denominator: 275,
			periodStart: plainDate("2025-04-01"),
			periodEnd: plainDate("2026-03-31"),
			source: "County figures",
		},
		target: { value: 8.6, by: plainDate("2029-06-30") },
	});
	const { id: strategyId } = await does(addStrategy, {
		documentId,
		goalId,
		statement: "Aftercare visits by a parent partner for 90 days.",
		rationale: "Re-entry happens mostly in the first 90 days after return; visits have lowered it in two units.",
	});
	const { id: milestoneId } = await does(addMilestone, {
		documentId,
		strategyId,
		statement: "Four parent partners hired and trained.",
		timeframeMonths: 6,
		assignedTitle: "Program Manager",
		assignedAgency: "Human Services Agency",
	});
	await does(addPlanEntry, {
		documentId,
		kind: "cross-reference",
		planKind: "self-assessment",
		label: "County Self-Assessment 2026",
		locator: "On paper, with the county's planner",
		completedOn: plainDate("2026-03-02"),
	});
	await seatTeamBy(does, documentId);
	return { documentId, focusAreaId, goalId, objectiveId: objectiveId ?? "", strategyId, milestoneId };
}

/** Cover sheet and narrative. */
export async function writeFirstPagesBy(does: Does, documentId: string): Promise<void> {
	for (const [field, value] of Object.entries(wholePlanAnswers)) {
		await does(saveAnswer, { documentId, field, value, version: 0 });
	}
}

/** Everybody whom the edition asks for: core groups as members, the others as consulted. */
export async function seatTeamBy(does: Does, documentId: string): Promise<void> {
	const { teamGroups } = getEdition("ca-ccfsr-2004");
	for (const group of teamGroups.filter((each) => each.tier !== "may-consult")) {
		await does(addTeamMember, {
			documentId,
			name: `Member for ${group.label}`.slice(0, 190),
			affiliation: group.label,
			group: group.id,
			participation: group.tier === "core" ? "member" : "consulted",
			on: plainDate("2026-05-04"),
		});
	}
}
