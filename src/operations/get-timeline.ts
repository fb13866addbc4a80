import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { timelineOf } from "../domain/plan/timeline.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";

const TimelineOutput = z
	.object({
		today: PlainDate,
		rows: z.array(
			z.object({
				milestone: factOutputs.milestone,
				number: z.string(),
				component: z.int(),
				dueOn: PlainDate.nullable(),
				standing: z.enum(["settled", "no-date", "later", "due-soon", "due-today", "late"]),
				stale: z.boolean().describe("Past due by more than two weeks, with no report since it was due."),
				owner: z.string().describe("The person in charge by name; empty when only a position was named."),
				supervisor: z
					.string()
					.describe("Who is told when a milestone is left without a report; empty when nobody was named."),
				openedOn: PlainDate.nullable().describe(
					"When a mailed link to it was last opened, by a person or by a mail program.",
				),
			}),
		),
	})
	.meta({ id: "Timeline" });
export type Timeline = z.infer<typeof TimelineOutput>;

/** The milestones of a plan by due date, with who answers for each and how it stands. */
export const getTimeline = defineOperation({
	name: "get-timeline",
	title: "Get the timeline of a plan",
	http: { method: "get", path: "/plans/{documentId}/timeline" },
	input: z.object({ documentId: z.uuid() }),
	output: TimelineOutput,
	async run({ clock, stores }, { documentId }): Promise<Timeline> {
		const facts = await stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const people = new Map((await stores.facts.list("person")).map((each) => [each.id, each]));
		const { jurisdictionId } = facts.document;
		const openings = await stores.facts.list("link-opening", { jurisdictionId });
		const today = dayOf(clock());
		return {
			today,
			rows: timelineOf(assemblePlan(facts), today).map(({ node, ...row }) => {
				const { milestone, number, dueOn } = node;
				const owner = people.get(milestone.assignedPersonId ?? "");
				const opened = openings.findLast(({ milestoneId }) => milestoneId === milestone.id);
				return {
					...row,
					...{ milestone, number, dueOn: dueOn ?? null, owner: owner?.name ?? "" },
					supervisor: people.get(owner?.supervisorId ?? "")?.name ?? "",
					openedOn: opened ? dayOf(new Date(opened.openedAt)) : null,
				};
			}),
		};
	},
});
