import { z } from "zod";
import { defineOperation, requireRole } from "./operation.ts";
import { RunFileOutput } from "./outputs/indicator-outputs.ts";

const CurrentExtractOutput = RunFileOutput.extend({ takenOn: z.iso.date() });

/** The current file of each system and period that a place has loaded: what its indicators are counted from. */
export const listCurrentExtracts = defineOperation({
	name: "list-current-extracts",
	title: "List the files that indicators are counted from",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/current-extracts" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.array(CurrentExtractOutput),
	async run({ actor, stores }, { jurisdictionId }): Promise<z.infer<typeof CurrentExtractOutput>[]> {
		requireRole(actor, "jurisdiction.manage", await stores.jurisdictions.pathOf(jurisdictionId));
		const taken = await stores.facts.list("extract-load", { jurisdictionId, state: "taken" });
		return taken.flatMap(({ id, extractKind, period, fileName, sha256, takenAt }) =>
			takenAt === null || period === null || sha256 === null
				? []
				: [
						{
							...{ loadId: id, period, fileName, sha256, takenOn: takenAt.slice(0, 10) },
							system: extractKind === "ncands" ? ("NCANDS" as const) : ("AFCARS" as const),
						},
					],
		);
	},
});
