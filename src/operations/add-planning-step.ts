import { PlanningStep } from "../domain/calendar/calendar-facts.ts";
import { calendarRules } from "../frameworks/us-calendar/calendar-rules.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Adds a step of a State's own, so many days before something is due. */
export const addPlanningStep = defineOperation({
	name: "add-planning-step",
	title: "Add a step before a due date",
	http: { method: "post", path: "/due-dates/steps" },
	input: PlanningStep,
	output: MadeOutput,
	async run({ actor, ids, stores }, patch): Promise<{ id: string }> {
		const state = await getState(stores, patch.jurisdictionId);
		const role = requireRole(actor, "calendar.manage", await stores.jurisdictions.pathOf(state.id));
		if (!calendarRules.rules.some(({ id }) => id === patch.ruleId)) {
			throw new InvalidInput([{ field: "ruleId", message: "Choose what the step leads to from the list." }]);
		}
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "planning-step", id, verb: "add", expectedVersion: 0, patch },
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id };
	},
});
