import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { isDueSoon, sectionAsksForMail } from "../domain/drafting/section-due.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { nameOfSection, pathOfSection } from "./section-name.ts";

/** What the owner of sections is told on one day: all that are overdue, due or soon due. */
export type SectionReminder = {
	readonly person: { readonly id: string; readonly name: string; readonly email: string };
	readonly sections: readonly {
		readonly name: string;
		readonly planTitle: string;
		readonly dueOn: PlainDate;
		/** Below the address of the installation. */
		readonly path: string;
	}[];
};

/** Works out who gets a mail about their sections of drafts on a day, and what stands in it. Done by the installation. */
export const listSectionReminders = defineOperation({
	name: "list-section-reminders",
	title: "Work out who is reminded of sections",
	http: { method: "get", path: "/internal/section-reminders" },
	input: z.object({
		day: PlainDate,
		before: z.int().min(1).max(90),
		lateEvery: z.int().min(1).max(90),
		personId: z.uuid().optional(),
	}),
	output: z.array(
		z.object({
			person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
			sections: z.array(z.object({ name: z.string(), planTitle: z.string(), dueOn: PlainDate, path: z.string() })),
		}),
	),
	async run({ actor, stores }, { day, personId, ...days }): Promise<readonly SectionReminder[]> {
		requireRole(actor, "jurisdiction.manage", []);
		const { facts } = stores;
		const assignments = await facts.list("section-assignment", personId ? { ownerId: personId } : {});
		const told = assignments.filter((each) => each.ownerId !== null && isDueSoon(each, day, days.before));
		const reminders: SectionReminder[] = [];
		for (const ownerId of new Set(told.map((each) => each.ownerId ?? ""))) {
			const person = await facts.find("person", ownerId);
			if (!person?.active) continue;
			const sections: SectionReminder["sections"][number][] = [];
			let asks = false;
			for (const assignment of told.filter((each) => each.ownerId === ownerId)) {
				// What was sent is not written any more.
				const document = await facts.find("document", assignment.documentId);
				if (!document || !["drafting", "returned"].includes(document.state) || !assignment.dueOn) continue;
				const name = await nameOfSection(stores, assignment, document);
				if (name === undefined) continue;
				asks ||= sectionAsksForMail(assignment, day, days);
				sections.push({
					...{ name, planTitle: document.title },
					...{ dueOn: assignment.dueOn, path: `/plans/${document.id}${pathOfSection(assignment, document)}` },
				});
			}
			if (!asks) continue;
			sections.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
			reminders.push({ person: { id: person.id, name: person.name, email: person.email }, sections });
		}
		return reminders;
	},
});
