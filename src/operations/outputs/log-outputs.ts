import { z } from "zod";
import { ActionBody } from "../../domain/workflow/action.ts";
import type { LoggedAction } from "../ports.ts";
import { schemaOf } from "./agreement.ts";

const JsonValue = z.json().register(z.globalRegistry, { id: "JsonValue" });

export const LoggedActionOutput = schemaOf<LoggedAction>()(
	ActionBody.extend({
		before: z.record(z.string(), JsonValue),
		after: z.record(z.string(), JsonValue),
		seq: z.int().describe("The action's place in the order of all actions."),
	}).meta({
		id: "Action",
		description: "Who did what to which fact, when and why, with the fields that changed before and after.",
	}),
);

/** An id of something that was just made. */
export const MadeOutput = z.object({ id: z.uuid() }).meta({ id: "Made" });

/** The version that the next save must name. */
export const VersionOutput = z.object({ version: z.int().min(1) }).meta({ id: "NewVersion" });

/** What a save answers: the version that the next one must name, and the time to show. */
export const SavedOutput = z.object({ version: z.int().min(1), savedAt: z.iso.datetime() }).meta({ id: "Saved" });
