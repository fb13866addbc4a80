import { z } from "zod";
import { addDays, PlainDate } from "../domain/calendar/plain-date.ts";
import { ownedDueDates } from "./due-notices.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

export const MyDueDateOutput = z
	.object({
		ruleId: z.string(),
		name: z.string(),
		covers: z.string(),
		on: PlainDate,
		stateName: z.string(),
	})
	.meta({ id: "MyDueDate" });
export type MyDueDate = z.infer<typeof MyDueDateOutput>;

/** From how many days before its day something due is shown to whoever answers for it. */
const shownDays = 60;

/** What is due of a State that this person answers for: late, or due in 60 days. Those without a plan or a charge cost two questions. */
export async function myDueDates({ actor, clock, stores }: OperationContext): Promise<readonly MyDueDate[]> {
	const { personId } = actor;
	const mine = [
		...(await stores.facts.list("statewide-plan", { ownerPersonId: personId })),
		...(await stores.facts.list("planning-role", { personId })),
	];
	const day = dayOf(clock());
	const found: MyDueDate[] = [];
	for (const id of new Set(mine.map(({ jurisdictionId }) => jurisdictionId))) {
		const state = await stores.facts.find("jurisdiction", id);
		if (!state) continue;
		const span = { day, from: addDays(day, -365), to: addDays(day, shownDays) };
		const { dueDates } = await ownedDueDates(stores, state, span);
		for (const { ruleId, name, covers, on, ownerIds, done } of dueDates) {
			if (!done && ownerIds.includes(personId)) found.push({ ruleId, name, covers, on, stateName: state.name });
		}
	}
	return found.sort((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name, "en"));
}
