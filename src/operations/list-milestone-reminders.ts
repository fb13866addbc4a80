import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { asksForMail, milestoneStanding } from "../domain/plan/milestone-standing.ts";
import { listMilestonesInForce } from "./milestones-in-force.ts";
import { defineOperation, requireRole } from "./operation.ts";

/** What one owner is told on one day: all that is late, due or soon due, in one mail. */
export type MilestoneReminder = {
	readonly person: { readonly id: string; readonly version: number; readonly name: string; readonly email: string };
	readonly milestones: readonly {
		readonly id: string;
		readonly version: number;
		readonly statement: string;
		readonly planTitle: string;
		/** What the plan calls it. */
		readonly word: string;
		readonly dueOn: PlainDate;
	}[];
};

/** Works out who gets a mail about their milestones on a day, and what stands in it. Done by the installation. */
export const listMilestoneReminders = defineOperation({
	name: "list-milestone-reminders",
	title: "Work out who is reminded of milestones",
	http: { method: "get", path: "/internal/milestone-reminders" },
	input: z.object({
		day: PlainDate,
		before: z.int().min(1).max(90),
		lateEvery: z.int().min(1).max(90),
		personId: z.uuid().optional(),
	}),
	output: z.array(
		z.object({
			person: z.object({ id: z.uuid(), version: z.int(), name: z.string(), email: z.string() }),
			milestones: z.array(
				z.object({
					id: z.uuid(),
					version: z.int(),
					statement: z.string(),
					planTitle: z.string(),
					word: z.string(),
					dueOn: PlainDate,
				}),
			),
		}),
	),
	async run({ actor, stores }, { day, personId, ...days }): Promise<readonly MilestoneReminder[]> {
		requireRole(actor, "jurisdiction.manage", []);
		const inForce = await listMilestonesInForce(stores, personId ? { assignedPersonId: personId } : {});
		const people = (await stores.facts.list("person")).filter((each) => each.active);
		return people.flatMap(({ id, version, name, email }) => {
			const mine = inForce.flatMap(({ milestone, document, dueOn, word }) =>
				milestone.assignedPersonId === id && dueOn ? [{ milestone, document, dueOn, word }] : [],
			);
			const asking = mine.some(({ milestone, dueOn }) => asksForMail({ ...milestone, dueOn }, day, days));
			if (!asking) return [];
			const told = mine.filter(({ milestone, dueOn }) =>
				["late", "due-today", "due-soon"].includes(
					milestoneStanding({ status: milestone.status, dueOn }, day, days.before),
				),
			);
			const milestones = told
				.map(({ milestone, document, dueOn, word }) => ({
					...{ id: milestone.id, version: milestone.version, statement: milestone.statement },
					...{ planTitle: document.title, dueOn, word },
				}))
				.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
			return [{ person: { id, version, name, email }, milestones }];
		});
	},
});
