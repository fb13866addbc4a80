import { z } from "zod";
import { ExtractLoad } from "../domain/measure/extract-load.ts";
import { defineOperation, requireRole } from "./operation.ts";

/** What reading a whole file gave. A refused one is kept in the list, without rows. */
const Input = ExtractLoad.omit({ takenAt: true, state: true }).extend({ loadId: z.uuid(), usable: z.boolean() });

/**
 * Writes down that a file of AFCARS or NCANDS was read to its end: taken, or refused. A taken one replaces the current one of its
 * place and period, which stays listed, and its indicators are counted anew. Throws `NotAllowed` without `extracts.load`.
 */
export const keepExtractLoad = defineOperation({
	name: "keep-extract-load",
	title: "Keep an extract that was read",
	http: { method: "post", path: "/extract-loads" },
	input: Input,
	output: z.object({ loadId: z.uuid(), replaced: z.array(z.uuid()), sameFileAs: z.uuid().nullable() }),
	async run({ actor, clock, stores }, { loadId, usable, ...read }) {
		const { jurisdictionId, period } = read;
		const role = requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		const earlier = await stores.facts.list("extract-load", { jurisdictionId });
		const current = usable ? earlier.filter((each) => each.state === "taken" && each.period === period) : [];
		const common = { kind: "extract-load", jurisdictionId, role, reason: "" } as const;
		for (const { id, version } of current) {
			const change = { id, root: id, verb: "change", expectedVersion: version, patch: { state: "replaced" } } as const;
			await stores.facts.write({ ...common, ...change });
		}
		const state = usable ? ("taken" as const) : ("refused" as const);
		await stores.facts.write({
			...common,
			id: loadId,
			root: loadId,
			verb: "add",
			expectedVersion: 0,
			patch: { ...read, state, takenAt: usable ? clock().toISOString() : null },
		});
		if (usable) await stores.jobs.enqueue("count-indicators", { jurisdictionId });
		const same = earlier.find((each) => each.sha256 === read.sha256 && each.state !== "refused");
		return { loadId, replaced: current.map(({ id }) => id), sameFileAs: same?.id ?? null };
	},
});
