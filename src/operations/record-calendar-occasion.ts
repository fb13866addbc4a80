import { CalendarOccasion } from "../domain/calendar/calendar-facts.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Records something that starts a clock in a State, such as the day on which a notice of nonconformity was received. */
export const recordCalendarOccasion = defineOperation({
	name: "record-calendar-occasion",
	title: "Record what starts a clock",
	http: { method: "post", path: "/due-dates/occasions" },
	input: CalendarOccasion.extend({ note: CalendarOccasion.shape.note.default("") }),
	output: MadeOutput,
	async run({ actor, ids, stores }, patch): Promise<{ id: string }> {
		const state = await getState(stores, patch.jurisdictionId);
		const role = requireRole(actor, "calendar.manage", await stores.jurisdictions.pathOf(state.id));
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "calendar-occasion", id, verb: "add", expectedVersion: 0, patch },
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id };
	},
});
