import { expect } from "vitest";
import { type PlainDate, plainDate } from "../../src/domain/calendar/plain-date.ts";
import { addComponent } from "../../src/operations/add-component.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { answerFinding } from "../../src/operations/answer-finding.ts";
import { closeGoal } from "../../src/operations/close-goal.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { listFindings } from "../../src/operations/list-findings.ts";
import { listServices } from "../../src/operations/list-services.ts";
import { saveProgress } from "../../src/operations/save-progress.ts";
import { saveServiceYear } from "../../src/operations/save-service-year.ts";
import { screenNames } from "../../src/operations/screen-names.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { startPip } from "../../src/operations/start-pip.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { startYearlyPaper } from "../../src/operations/start-yearly-paper.ts";
import { waiveCheck } from "../../src/operations/waive-check.ts";
import { answerPaperBy, approveByLetterBy, type Run, stepBy, writeStatePlanBy } from "./write-state-plan.ts";

/** Who walks the thread, and by what: the operations, or the pages of a browser. */
export type Thread<Who> = {
	readonly run: Run<Who>;
	/** What somebody reads in the paper of a document, as it stands or, with a number, as it was sent. */
	readonly read: (who: Who, documentId: string, submission?: number) => Promise<string>;
	readonly planner: Who;
	readonly director: Who;
	/** The id of the State. */
	readonly state: string;
	readonly today: PlainDate;
};

/** A file with the figure that the thread begins with. */
export const oneFigure = [
	"county,indicator,vintage,period_start,period_end,population,numerator,denominator,value,source,as_of",
	"99,4P1,cfsr4,2022-10-01,2023-09-30,all,353,1000,,Extract of the State,2024-02-01",
].join("\n");

/**
 * One figure, loaded before, goes from its file into statewide assessment, five-year plan, improvement plan, yearly report and final
 * report. Each changed baseline is looked for in every draft, and in nothing that was sent.
 */
export async function walkOneFact<Who>(by: Thread<Who>): Promise<void> {
	const { run, planner, director, state, today } = by;
	const shows = async (who: Who, [id, submission]: readonly [string, number?], now: string, before: string) => {
		const text = await by.read(who, id, submission);
		expect(text, id).toContain(now);
		expect(text, id).not.toContain(before);
	};
	const cfsp = await writeStatePlanBy(run, planner, state);
	const { documentId, goalId, objectiveId } = cfsp;
	await putOffOtherFindings(by, state, cfsp);
	const figure = (await run(getPlan, planner, { documentId })).facts.observations.find(
		({ source }) => source === "Extract of the State",
	);
	await run(setObjective, planner, {
		...{ documentId, objectiveId, version: 2, baseline: { observationId: figure?.id ?? "", version: 1 } },
	});

	const assessment = await startWithGoal(by, { state, goalId });
	const { id: pip } = await run(startPip, planner, {
		...{ jurisdictionId: state, pipType: "voluntary", review: "The State's own choice", areas: [] },
	});
	const { facts } = await run(getPlan, planner, { documentId: pip });
	await run(addGoal, planner, {
		...{ documentId: pip, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric", statement: "" },
		existingGoalId: goalId,
	});
	/** The same goal is changed where it is open: in the improvement plan, until that was sent. */
	const change = async (numerator: number, reason: string, where = pip) => {
		const { baselines, objectives } = (await run(getPlan, planner, { documentId: where })).facts;
		const [baseline] = baselines.filter((each) => each.objectiveId === objectiveId);
		await run(setObjective, planner, {
			...{
				documentId: where,
				objectiveId,
				version: objectives.find(({ id }) => id === objectiveId)?.version ?? 0,
				reason,
			},
			baseline: {
				...{ value: numerator / 10, numerator, denominator: 1000, source: "Recount", version: baseline?.version ?? 0 },
				...{ periodStart: plainDate("2022-10-01"), periodEnd: plainDate("2023-09-30") },
			},
		});
	};

	// The figure itself, with its source, and the baseline that was taken from it.
	for (const id of [assessment, documentId]) expect(await by.read(planner, id)).toContain("Extract of the State");
	for (const id of [assessment, documentId, pip]) expect(await by.read(planner, id)).toContain("35.3%");
	await change(348, "");
	for (const id of [assessment, documentId, pip]) await shows(planner, [id], "34.8%", "35.3%, to");

	await approveByLetterBy(run, documentId, { planner, director }, today);
	await expect(change(341, "")).rejects.toThrow("was submitted as it stands");
	const { id: report } = await run(startYearlyPaper, planner, { documentId });
	await change(341, "Entries of one court were missing.");
	for (const id of [assessment, pip, report]) await shows(planner, [id], "34.1%", "34.8%, to");
	await shows(director, [documentId, 1], "34.8%", "34.1%");
	expect(await by.read(planner, report)).toContain("Entries of one court were missing.");

	await writeReport(by, report, state);
	await approveByLetterBy(run, report, { planner, director }, today);
	const { id: last } = await run(startYearlyPaper, planner, { documentId, final: true });
	await change(337, "Entries of a second court were missing.");
	for (const id of [assessment, pip, last]) await shows(planner, [id], "33.7%", "34.1%, to");
	await shows(director, [documentId, 1], "34.8%", "33.7%");
	await shows(director, [report, 1], "34.1%", "33.7%");

	// Now each of the five was sent, and one draft more uses the goal: what is changed there changes nothing that was sent.
	await closeGoals(by, last);
	await answerPaperBy(run, planner, last);
	await approveByLetterBy(run, last, { planner, director }, today);
	for (const id of [assessment, pip]) await sendAsItStands(by, id);
	const sent = [assessment, documentId, pip, report, last];
	const before: string[] = [];
	for (const id of sent) before.push(await by.read(director, id, 1));
	expect(before.map((text) => ["34.8%", "34.1%", "33.7%"].filter((value) => text.includes(value)))).toEqual([
		...[["33.7%"], ["34.8%"], ["33.7%"], ["34.1%"], ["33.7%"]],
	]);
	const next = await startWithGoal(by, { state, goalId });
	await change(331, "Entries of a third court were missing.", next);
	await shows(planner, [next], "33.1%", "33.7%, to");
	for (const [index, id] of sent.entries()) expect(await by.read(director, id, 1), id).toBe(before[index]);
}

/** Each goal of the final report is closed, and what serves it said. */
async function closeGoals<Who>({ run, planner }: Thread<Who>, documentId: string): Promise<void> {
	for (const { partId, partKind, version } of (await run(getPlan, planner, { documentId })).facts.carriedParts) {
		if (partKind !== "goal") continue;
		await run(closeGoal, planner, { documentId, goalId: partId, version, closing: "achieved", closingReason: "" });
	}
}

/** Sends a document of which only this thread is written: what else is missing is set aside by the director, with the reason. */
async function sendAsItStands<Who>({ run, planner, director }: Thread<Who>, documentId: string): Promise<void> {
	await run(screenNames, planner, { documentId, names: "Marigold Pennyfeather" });
	const { checks } = await run(getPlan, planner, { documentId });
	for (const { ruleId, place, severity } of checks) {
		if (severity !== "error") continue;
		await run(waiveCheck, director, {
			...{
				documentId,
				ruleId,
				aboutId: place.id,
				subject: place.subject ?? null,
				reason: "Only one fact is followed here.",
			},
		});
	}
	await stepBy(run, documentId, planner, "mark-ready");
	await stepBy(run, documentId, director, "submit");
}

/** The practice state has findings of its own: this plan gives the reason why it leaves them to the others. */
async function putOffOtherFindings<Who>(
	by: Thread<Who>,
	jurisdictionId: string,
	{ documentId, findingId }: { readonly documentId: string; readonly findingId: string },
): Promise<void> {
	for (const finding of await by.run(listFindings, by.planner, { jurisdictionId })) {
		if (finding.id === findingId || finding.state !== "confirmed") continue;
		await by.run(answerFinding, by.planner, {
			...{ documentId, findingId: finding.id, disposition: "deferred", reason: "Another plan answers it.", version: 0 },
		});
	}
}

/** The statewide assessment tells of the goal among what is under way. */
async function startWithGoal<Who>(
	by: Thread<Who>,
	{ state, goalId }: { readonly state: string; readonly goalId: string },
) {
	const { id: documentId } = await by.run(startPlan, by.planner, {
		...{ jurisdictionId: state, editionId: "us-cfsr-4-statewide-assessment" },
		...{ startsOn: plainDate("2026-10-01"), endsOn: plainDate("2027-09-30") },
	});
	const { id: focusAreaId } = await by.run(addComponent, by.planner, {
		...{ documentId, subjectKind: "systemic-factor", codes: ["sa"], label: "Service array and resource development" },
	});
	await by.run(addGoal, by.planner, {
		...{ documentId, focusAreaId, goalKind: "numeric", statement: "", existingGoalId: goalId },
	});
	return documentId;
}

async function writeReport<Who>(by: Thread<Who>, documentId: string, jurisdictionId: string): Promise<void> {
	await answerPaperBy(by.run, by.planner, documentId);
	for (const { service, years } of await by.run(listServices, by.planner, { jurisdictionId })) {
		const said = years.find((each) => each.federalFiscalYear === 2026);
		if (said?.change) continue;
		await by.run(saveServiceYear, by.planner, {
			...{ serviceId: service.id, federalFiscalYear: 2026, change: "no-change", version: said?.version ?? 0 },
		});
	}
	for (const { partId, version } of (await by.run(getPlan, by.planner, { documentId })).facts.carriedParts) {
		await by.run(saveProgress, by.planner, {
			documentId,
			partId,
			version,
			standing: "continues",
			progress: "Half is done.",
		});
	}
}
