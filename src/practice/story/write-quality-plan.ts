import { federalFiscalYearStart, fiscalYearOf } from "../../domain/calendar/fiscal-year.ts";
import { addDays, daysBetween, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { fieldsOf } from "../../domain/document/edition.ts";
import { editionOfDocument } from "../../domain/document/yearly-paper.ts";
import type { DocumentAction } from "../../domain/workflow/document-workflow.ts";
import { getEdition } from "../../frameworks/editions.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { listGoalsToUse } from "../../operations/list-goals-to-use.ts";
import { recordCalendarOccasion } from "../../operations/record-calendar-occasion.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { screenNames } from "../../operations/screen-names.ts";
import { startNextPlan } from "../../operations/start-next-plan.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { takeStep } from "../../operations/take-step.ts";
import { qualityPlanTexts, qualityRationale, qualityReportTexts } from "../data/state-quality.ts";
import type { Desk, Session } from "./session.ts";

const editionId = "ms-cqi-2016";
type Made = { plan: string };

/**
 * The CQI unit's papers of a year: the plan for the federal fiscal year that ended last, with goals of the five-year plan; the report
 * that closes it; and the plan of this year, born from it and half looked at.
 */
export function writeQualityPlan(founded: PlainDate, today: PlainDate): readonly Session[] {
	const year = fiscalYearOf(today, federalFiscalYearStart) - 1;
	const startsOn = plainDate(`${year - 1}-10-01`);
	const made: Made = { plan: "" };
	const sessions: readonly Session[] = [
		{ day: addDays(startsOn, -21), name: "CQI plan: written", run: (desk) => writeTheFirst(desk, made, startsOn) },
		{ day: addDays(startsOn, -8), name: "CQI plan: submitted", run: (desk) => send(desk, made.plan, true) },
		{ day: plainDate(`${year}-10-12`), name: "CQI report: written", run: (desk) => writeReport(desk, made) },
		{ day: plainDate(`${year}-10-20`), name: "CQI plan of the next year: begun", run: (desk) => beginNext(desk, made) },
	];
	// The goals of the five-year plan come first, and nothing of the story lies ahead.
	const [first] = sessions;
	if (!first || first.day < plainDate("2024-07-01") || daysBetween(founded, first.day) < 60) return [];
	return sessions.filter(({ day }) => daysBetween(day, today) > 2);
}

async function writeTheFirst(desk: Desk, made: Made, startsOn: PlainDate): Promise<void> {
	const jurisdictionId = desk.placeId("halcyon");
	const { id: documentId } = await desk.perform("odalys", startPlan, {
		...{
			jurisdictionId,
			editionId,
			startsOn,
			title: `State of Halcyon CQI Annual Plan ${Number(startsOn.slice(0, 4)) + 1}`,
		},
	});
	made.plan = documentId;
	const { id: focusAreaId } = await desk.perform("odalys", addComponent, {
		...{ documentId, subjectKind: "systemic-factor", codes: ["qa"], label: "Quality assurance system" },
	});
	await desk.perform("odalys", saveAnswer, {
		...{ documentId, focusAreaId, field: "goals.rationale", value: qualityRationale, version: 0 },
	});
	for (const { id, usedIn } of await desk.perform("odalys", listGoalsToUse, { documentId })) {
		if (!usedIn.some((title) => title.includes("Child and Family Services Plan"))) continue;
		await desk.perform("odalys", addGoal, {
			...{ documentId, focusAreaId, goalKind: "numeric", statement: "", existingGoalId: id },
		});
	}
	for (const [field, value] of Object.entries(qualityPlanTexts)) {
		await desk.perform("odalys", saveAnswer, { documentId, field, value, version: 0 });
	}
}

async function writeReport(desk: Desk, made: Made): Promise<void> {
	const { id: documentId } = await desk.perform("odalys", startYearlyPaper, { documentId: made.plan });
	const { facts } = await desk.perform("odalys", getPlan, { documentId });
	for (const { partId, partKind, version } of facts.carriedParts) {
		await desk.perform("odalys", saveProgress, {
			...{ documentId, partId, version, standing: "continues" },
			...(partKind === "goal" ? { progress: "Each office worked on its change; the figure moved the right way." } : {}),
		});
	}
	for (const { id: field, from, noChangeAllowed } of fieldsOf(
		editionOfDocument(getEdition(editionId), facts.document),
	)) {
		const there = facts.answers.find((answer) => answer.field === field);
		const value = qualityReportTexts[field] ?? there?.value ?? "";
		if (from !== "answer" || value === "") continue;
		await desk.perform("odalys", saveAnswer, {
			...{ documentId, field, value, version: there?.version ?? 0, noChange: noChangeAllowed === true },
		});
	}
	await send(desk, documentId, false);
}

/** The plan of this year: the texts that changed are written, the others wait to be looked at. */
async function beginNext(desk: Desk, made: Made): Promise<void> {
	const { id: documentId } = await desk.perform("odalys", startNextPlan, { documentId: made.plan });
	const { facts } = await desk.perform("odalys", getPlan, { documentId });
	for (const { field, value, version, focusAreaId } of facts.answers.filter(({ field }) =>
		/^(cover|reviews)\./u.test(field),
	)) {
		await desk.perform("odalys", saveAnswer, { documentId, focusAreaId, field, value, version });
	}
	await desk.perform("odalys", recordCalendarOccasion, {
		...{ jurisdictionId: facts.jurisdiction.id, eventKind: "cqi-day-set" },
		on: plainDate(`${facts.cycle.startsOn.slice(0, 4)}-12-01`),
		note: "Set by the CQI unit for the report on last year and the plan of this one.",
	});
}

async function send(desk: Desk, documentId: string, accepted: boolean): Promise<void> {
	await desk.perform("odalys", screenNames, {
		...{ documentId, names: "Tamsin Oakhollow\nBram Oakhollow", note: "Names of the cases that the reviews read." },
	});
	const step = async (who: "odalys" | "winifred", action: DocumentAction, more: object = {}) => {
		const { facts } = await desk.perform(who, getPlan, { documentId });
		await desk.perform(who, takeStep, { documentId, action, version: facts.document.version, ...more });
	};
	await step("odalys", "mark-ready");
	await step("winifred", "submit");
	if (!accepted) return;
	const { facts } = await desk.perform("winifred", getPlan, { documentId });
	const answeredOn = facts.document.submittedOn;
	await step("winifred", "accept", { letter: "Memorandum of the director to the CQI unit", answeredOn });
}
