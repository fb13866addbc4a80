import { z } from "zod";
import { AssistanceGiven } from "../domain/resources/resource-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Writes down technical assistance that was given, or what has come of it since. */
export const saveAssistance = defineOperation({
	name: "save-assistance",
	title: "Write down technical assistance",
	http: { method: "post", path: "/assistance" },
	input: AssistanceGiven.extend({
		/** Set for assistance that is in the log already. */
		assistanceId: z.uuid().nullable().default(null),
		version: z.coerce.number().int().min(0).default(0),
	}),
	output: VersionOutput.extend({ id: z.uuid() }).meta({ id: "SavedAssistance" }),
	async run({ actor, ids, stores }, { assistanceId, version, ...patch }): Promise<{ id: string; version: number }> {
		const { jurisdictionId, startedOn, endedOn, goalId } = patch;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		if (endedOn && endedOn < startedOn) {
			throw new InvalidInput([{ field: "endedOn", message: "It must end on or after the day on which it started." }]);
		}
		const goal = goalId ? await stores.facts.find("goal", goalId) : undefined;
		if (goalId && goal?.jurisdictionId !== jurisdictionId) {
			throw new InvalidInput([{ field: "goalId", message: "There is no such goal here. Choose one of the list." }]);
		}
		const known = assistanceId ? await stores.facts.find("assistance-given", assistanceId) : undefined;
		if (assistanceId && known?.jurisdictionId !== jurisdictionId)
			throw new NotFound("There is no such entry any more.");
		const id = known?.id ?? ids.next();
		const saved = await stores.facts.write({
			...{ kind: "assistance-given", id, verb: known ? "change" : "add", expectedVersion: version, patch },
			...{ jurisdictionId, root: jurisdictionId, role, reason: "" },
		});
		return { id, version: saved };
	},
});
