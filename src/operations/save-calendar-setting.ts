import { z } from "zod";
import { CalendarSetting } from "../domain/calendar/calendar-facts.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Says how a State reckons its due dates: what happens on weekends, and when its fiscal year begins. */
export const saveCalendarSetting = defineOperation({
	name: "save-calendar-setting",
	title: "Say how a State reckons its due dates",
	http: { method: "post", path: "/due-dates/setting" },
	input: CalendarSetting.extend({
		/** The version that the person saw; 0 while the defaults hold. */
		version: z.coerce.number().int().min(0),
	}),
	output: VersionOutput,
	async run({ actor, ids, stores }, { version, ...patch }): Promise<{ version: number }> {
		const state = await getState(stores, patch.jurisdictionId);
		const role = requireRole(actor, "calendar.manage", await stores.jurisdictions.pathOf(state.id));
		const stored = (await stores.facts.list("calendar-setting", { jurisdictionId: state.id }))[0];
		const saved = await stores.facts.write({
			kind: "calendar-setting",
			id: stored?.id ?? ids.named("calendar-setting", state.id),
			verb: stored ? "change" : "add",
			expectedVersion: version,
			patch,
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { version: saved };
	},
});
