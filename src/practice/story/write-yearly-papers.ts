import { addDays, addMonths, formatDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { assemblePlan } from "../../domain/plan/assemble-plan.ts";
import { addAttachment } from "../../operations/add-attachment.ts";
import { amendPart } from "../../operations/amend-part.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { recordBoardAction } from "../../operations/record-board-action.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { takeStep } from "../../operations/take-step.ts";
import { practicePlaces } from "../data/places.ts";
import { makePaper } from "./make-paper.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

/** What planners write of a goal, in turn. */
const progress = [
	"The work of the year is done as agreed. The partners meet each month and look at the figures together; families say that they are heard earlier.",
	"Slower than planned: two positions stood empty until spring. The milestones of the second half year are under way, and the newest figure moves the right way.",
	"The tool is in use in all units. What it changes for families will show in next year's figures.",
] as const;

const narrative = {
	"update.participation":
		"The SIP team met four times, with foster parents and former foster youth at two of them. Their words stand in the minutes.",
	"update.barriers": "Housing for young adults remains scarce. The county has applied for two more places.",
} as const;

/** The years of which the practice plans tell. The last one is being written, with half of it looked at. */
const years: Readonly<Record<string, readonly ("accepted" | "drafting")[]>> = {
	"alder-earlier": ["accepted", "accepted"],
	esperanza: ["drafting"],
};

/** Each year before its day the planner writes the yearly paper of a plan in force; the director and the State do their part. */
export function writeYearlyPapers(story: PlanStory): readonly Session[] {
	const { times, today } = story;
	const accepted = times.steps.find(({ action }) => action === "accept");
	const submitted = times.steps.find(({ action }) => action === "submit");
	if (!accepted || !submitted) return [];
	return (years[times.key] ?? []).flatMap((state, index): readonly Session[] => {
		const name = `plan ${times.key}: yearly paper ${index + 1}`;
		const paper = { id: "" };
		if (state === "drafting") {
			return [{ day: addDays(today, -12), name: `${name} begun`, run: (desk) => begin(desk, story, paper, "half") }];
		}
		const due = addMonths(addDays(today, -accepted.daysAgo), 12 * (index + 1));
		const day = (before: number) => addDays(due, -before);
		return [
			{ day: day(48), name: `${name} written`, run: (desk) => begin(desk, story, paper, "whole") },
			...(index === 1
				? [{ day: day(40), name: `${name} amended`, run: (desk: Desk) => amend(desk, story, paper, day(44)) }]
				: []),
			{
				day: day(20),
				name: `${name} submitted`,
				async run(desk) {
					await step(desk, times.planner, paper, "mark-ready");
					await bringToBoard(desk, story, paper, day(25));
					await step(desk, submitted.who, paper, "submit");
				},
			},
			{ day: day(6), name: `${name} accepted`, run: (desk) => step(desk, accepted.who, paper, "accept") },
		];
	});
}

type Paper = { id: string };

async function begin(desk: Desk, story: PlanStory, paper: Paper, much: "half" | "whole"): Promise<void> {
	const { times, draft } = story;
	const { id } = await desk.perform(times.planner, startYearlyPaper, { documentId: draft.documentId() });
	paper.id = id;
	const { facts } = await desk.perform(times.planner, getPlan, { documentId: id });
	const done = new Set(facts.milestones.filter(({ status }) => status === "completed").map((each) => each.id));
	const parts = much === "whole" ? facts.carriedParts : facts.carriedParts.slice(0, facts.carriedParts.length / 2);
	for (const [index, { partId, partKind, version }] of parts.entries()) {
		await desk.perform(times.planner, saveProgress, {
			...{ documentId: id, partId, version, standing: done.has(partId) ? "done" : "continues" },
			...(partKind === "goal" ? { progress: progress[index % progress.length] ?? "" } : {}),
		});
	}
	if (much === "whole") await answer(desk, story, paper, narrative);
}

async function answer(
	desk: Desk,
	{ times }: PlanStory,
	{ id }: Paper,
	fields: Readonly<Record<string, string>>,
): Promise<void> {
	for (const [field, value] of Object.entries(fields)) {
		await desk.perform(times.planner, saveAnswer, { documentId: id, field, value, version: 0 });
	}
}

/** The Board approves the paper as it goes to the State (SIP-113), and its minute order is attached. */
async function bringToBoard(desk: Desk, { times }: PlanStory, paper: Paper, actedOn: PlainDate): Promise<void> {
	const documentId = paper.id;
	const number = `Consent item 14 of ${formatDate(actedOn)}`;
	const { name } = practicePlaces[times.text.county];
	const { id: attachmentId } = await desk.perform(times.planner, addAttachment, {
		...{ documentId, attachmentKind: "board-action", fileName: "consent-item-14.pdf", scan: "not-scanned" },
		bytes: makePaper([`${name}: Board of Supervisors`, number, "The annual update is approved."]),
	});
	await desk.perform(times.planner, recordBoardAction, {
		...{ documentId, actionKind: "agenda-item", number, actedOn, attachmentId, version: 0 },
		coordinationVerified: false,
	});
	await step(desk, times.planner, paper, "approve-by-board");
}

/** A strategy is narrowed with the State's word: its text before and after stays. */
async function amend(desk: Desk, { times }: PlanStory, { id }: Paper, agreedOn: PlainDate): Promise<void> {
	const { facts } = await desk.perform(times.planner, getPlan, { documentId: id });
	const strategies = assemblePlan(facts).components.flatMap(({ goals }) => goals.flatMap((goal) => goal.strategies));
	const last = strategies.at(-1)?.strategy;
	if (!last) return;
	await desk.perform(times.planner, amendPart, {
		...{ documentId: id, partKind: "strategy", partId: last.id, version: last.version, field: "statement", agreedOn },
		after: `${last.statement.replace(/\.$/, "")}, in the two offices with the most placements first.`,
		reason: "The county has staff for two offices this year; the others follow when the new positions are filled.",
		agreedBy: "Lorraine Whitcomb for the county, Renata Osei for the State",
	});
}

async function step(
	desk: Desk,
	who: PlanStory["times"]["planner"],
	{ id }: Paper,
	action: "mark-ready" | "approve-by-board" | "submit" | "accept",
): Promise<void> {
	const { facts } = await desk.perform(who, getPlan, { documentId: id });
	await desk.perform(who, takeStep, { documentId: id, action, version: facts.document.version });
}
