import { addDays, addMonths, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import type { DocumentAction } from "../../domain/workflow/document-workflow.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { answerRenegotiation } from "../../operations/answer-renegotiation.ts";
import { askRenegotiation } from "../../operations/ask-renegotiation.ts";
import { addCompletionEvidence } from "../../operations/completion-evidence.ts";
import { getPip } from "../../operations/get-pip.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { nameGoalAreas } from "../../operations/name-goal-areas.ts";
import { recordClockEvent } from "../../operations/record-clock-event.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveMeasurementItem } from "../../operations/save-measurement-item.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { saveWorkStep } from "../../operations/save-work-step.ts";
import { startPip } from "../../operations/start-pip.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { takeStep } from "../../operations/take-step.ts";
import { type PipGoalText, pipAnswers, pipGoals, pipReview } from "../data/state-pip.ts";
import type { Desk, Session, Who } from "./session.ts";

/** Days before today on which the State came this far. */
const daysAgo = {
	notice: 336,
	started: 322,
	written: 262,
	submitted: 250,
	approved: 214,
	reported: 112,
	renegotiated: 61,
} as const;

/** The State's Program Improvement Plan: from the notice to its first quarterly report, with a clock that stood for six days. */
export function writePip(today: PlainDate): readonly Session[] {
	const on = (days: number) => addDays(today, -days);
	const pip = { id: "" };
	const report = { id: "" };
	const approvedOn = on(daysAgo.approved);
	return [
		{ day: on(daysAgo.started), name: "PIP started", run: (desk) => begin(desk, pip, on) },
		...pipGoals.map(
			(goal, index): Session => ({
				day: on(daysAgo.written - index),
				name: `PIP goal ${index + 1}`,
				run: (desk) => writeGoal(desk, pip, goal, approvedOn),
			}),
		),
		{
			day: on(daysAgo.submitted),
			name: "PIP submitted",
			async run(desk) {
				await finishWorkPlan(desk, pip, on(daysAgo.submitted + 4));
				await step(desk, "odalys", pip, { action: "mark-ready" });
				await step(desk, "winifred", pip, { action: "submit" });
			},
		},
		{
			day: on(daysAgo.approved - 3),
			name: "PIP approved",
			run: (desk) =>
				step(desk, "winifred", pip, {
					...{ action: "accept", letter: "Letter of the regional administrator, filed with the agreement" },
					answeredOn: approvedOn,
				}),
		},
		{
			day: on(daysAgo.reported),
			name: "PIP progress report 1",
			run: (desk) => writeReport(desk, { pip, report }, addMonths(approvedOn, 2)),
		},
		{
			day: on(daysAgo.renegotiated),
			name: "PIP key activity negotiated anew",
			run: (desk) => renegotiate(desk, pip, on),
		},
	];
}

type Made = { id: string };

async function begin(desk: Desk, pip: Made, on: (days: number) => PlainDate): Promise<void> {
	const { id } = await desk.perform("odalys", startPip, {
		...{ jurisdictionId: desk.placeId("halcyon"), pipType: "traditional", review: pipReview.review },
		...{ areas: [...pipReview.areas], items: [...pipReview.items] },
		...{ issuedOn: on(daysAgo.notice + 3), noticeReceivedOn: on(daysAgo.notice) },
	});
	pip.id = id;
	const clock = (eventKind: "stopped" | "resumed", day: PlainDate, reason: string) =>
		desk.perform("odalys", recordClockEvent, { documentId: id, eventKind, on: day, reason });
	await clock("stopped", on(daysAgo.started + 9), "The regional office asked for time to send the final report again.");
	await clock("resumed", on(daysAgo.started + 3), "The final report was received.");
	for (const [field, value] of Object.entries(pipAnswers)) {
		await desk.perform("odalys", saveAnswer, { documentId: id, field, value, version: 0 });
	}
}

async function writeGoal(desk: Desk, pip: Made, goal: PipGoalText, approvedOn: PlainDate): Promise<void> {
	const documentId = pip.id;
	const { facts } = await desk.perform("odalys", getPlan, { documentId });
	const { id: goalId } = await desk.perform("odalys", addGoal, {
		...{ documentId, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric", statement: goal.statement },
	});
	await desk.perform("odalys", nameGoalAreas, { documentId, goalId, codes: [...goal.codes] });
	const { id: strategyId } = await desk.perform("odalys", addStrategy, {
		...{ documentId, goalId, statement: goal.strategy, rationale: goal.rationale },
	});
	for (const { statement, months, assignedTitle } of goal.activities) {
		await desk.perform("odalys", addMilestone, {
			...{ documentId, strategyId, statement, assignedTitle, dueOn: addMonths(approvedOn, months) },
		});
	}
	const { numerator, denominator, code, label } = goal.measure;
	await desk.perform("odalys", saveMeasurementItem, {
		...{ documentId, goalId, subjectKind: "item", code, label, method: "sampling-error", better: "higher" },
		baseline: {
			...{ numerator, denominator, source: "Case reviews of the onsite review" },
			...{ periodStart: addMonths(approvedOn, -20), periodEnd: addDays(addMonths(approvedOn, -8), -1) },
		},
		goalBy: addMonths(approvedOn, 24),
		...{ metroShare: 0.38, fosterShare: 0.61 },
	});
}

async function finishWorkPlan(desk: Desk, pip: Made, doneOn: PlainDate): Promise<void> {
	const { view } = await desk.perform("odalys", getPip, { documentId: pip.id });
	for (const step of Object.values(view.tracks).flat()) {
		const { id: stepId, version, track, label, dueOn, assignedTo } = step;
		const day = dueOn && dueOn < doneOn ? dueOn : doneOn;
		await desk.perform("odalys", saveWorkStep, {
			...{ documentId: pip.id, stepId, version, track, label, dueOn, assignedTo, doneOn: day },
		});
	}
}

async function writeReport(
	desk: Desk,
	{ pip, report }: { readonly pip: Made; readonly report: Made },
	doneOn: PlainDate,
): Promise<void> {
	const { facts } = await desk.perform("odalys", getPlan, { documentId: pip.id });
	const [first, second] = facts.milestones.toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1));
	for (const [milestone, done] of [
		[first, true],
		[second, false],
	] as const) {
		if (!milestone) continue;
		await desk.perform("odalys", reportMilestone, {
			...{ documentId: pip.id, milestoneId: milestone.id, version: milestone.version },
			...(done
				? { status: "completed", completedOn: doneOn, proof: "Rosters of the three desks, filed with the report" }
				: { status: "in-progress" }),
		});
	}
	await desk.perform("odalys", addCompletionEvidence, {
		...{ documentId: pip.id, milestoneId: first?.id ?? "", manner: "link", shownOn: doneOn },
		...{ title: "Rosters of the three night desks", address: "https://records.halcyon.example/night-desks/rosters" },
	});
	const { id } = await desk.perform("odalys", startYearlyPaper, { documentId: pip.id });
	report.id = id;
	const paper = await desk.perform("odalys", getPlan, { documentId: id });
	for (const { partId, partKind, version } of paper.facts.carriedParts) {
		await desk.perform("odalys", saveProgress, {
			...{ documentId: id, partId, version, standing: partId === first?.id ? "done" : "continues" },
			...(partKind === "goal" ? { progress: "Work began in all three regions, on the days that were agreed." } : {}),
		});
	}
	await desk.perform("odalys", saveAnswer, {
		...{ documentId: id, field: "report.summary", version: 0 },
		value:
			"The night desks are open in all three regions. Hiring of facilitators began; two of six posts are filled. Nothing stands in the way yet.",
	});
	await step(desk, "odalys", report, { action: "mark-ready" });
	await step(desk, "winifred", report, { action: "submit" });
}

/** The contracts of the second goal take three months longer: asked of the regional office, and agreed two weeks later. */
async function renegotiate(desk: Desk, pip: Made, on: (days: number) => PlainDate): Promise<void> {
	const documentId = pip.id;
	const { parts } = await desk.perform("odalys", getPip, { documentId });
	const part = parts.find(({ field, name }) => field === "dueOn" && name.includes("2.1.2"));
	if (!part?.now) throw new Error("The key activity 2.1.2 of the PIP has no day.");
	const { id: renegotiationId } = await desk.perform("odalys", askRenegotiation, {
		...{ documentId, partKind: "milestone", partId: part.id, field: "dueOn" },
		after: addMonths(plainDate(part.now), 3),
		reason: "The legislature passed the budget for family therapy ten weeks late; bids could not be asked for before.",
		askedOn: on(daysAgo.renegotiated + 14),
	});
	await desk.perform("odalys", answerRenegotiation, {
		...{ documentId, renegotiationId, version: 1, answer: "agreed", answeredOn: on(daysAgo.renegotiated) },
		...{ answeredBy: "Winifred Thorsby; regional program manager", letter: "Letter of the regional office, filed" },
	});
	await replaceActivity(desk, pip, on);
}

/** A monthly review of late first visits is taken out, and a weekly one comes in its place: two asks, agreed in one letter. */
async function replaceActivity(desk: Desk, pip: Made, on: (days: number) => PlainDate): Promise<void> {
	const documentId = pip.id;
	const { parts, places } = await desk.perform("odalys", getPip, { documentId });
	const monthly = parts.find(({ field, name }) => field === "takenOut" && name.includes("1.1.3"));
	const strategy = places.find(({ kind, name }) => kind === "milestone" && name.includes("strategy 1.1"));
	if (!monthly || !strategy) throw new Error("The PIP has no strategy 1.1 with a key activity 1.1.3.");
	const asked = {
		askedOn: on(daysAgo.renegotiated + 14),
		reason: "The night desks list late first visits every day. Read once a month, the list comes too late to help.",
	};
	const { id: out } = await desk.perform("odalys", askRenegotiation, {
		...{ documentId, partKind: "milestone", partId: monthly.id, field: "takenOut", ...asked },
	});
	const { id: added } = await desk.perform("odalys", askRenegotiation, {
		...{ documentId, partKind: "milestone", underId: strategy.underId, field: "added", ...asked },
		...{ after: "Late first visits read each week by night desk and regional manager, and what held them up noted." },
		...{ dueOn: addMonths(on(daysAgo.approved), 12), assignedTitle: "Regional managers" },
	});
	for (const renegotiationId of [out, added]) {
		await desk.perform("odalys", answerRenegotiation, {
			...{ documentId, renegotiationId, version: 1, answer: "agreed", answeredOn: on(daysAgo.renegotiated) },
			...{ answeredBy: "Winifred Thorsby; regional program manager", letter: "Letter of the regional office, filed" },
		});
	}
}

async function step(
	desk: Desk,
	who: Who & ("odalys" | "winifred"),
	{ id: documentId }: Made,
	taken: { readonly action: DocumentAction; readonly letter?: string; readonly answeredOn?: PlainDate },
): Promise<void> {
	const { facts } = await desk.perform(who, getPlan, { documentId });
	await desk.perform(who, takeStep, { documentId, version: facts.document.version, ...taken });
}
