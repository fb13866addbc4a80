import { z } from "zod";
import { ExtractLoad } from "../domain/measure/extract-load.ts";
import { Refused } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";

/** What reading a whole file gave. A refused one is kept in the list, without rows. */
const Input = ExtractLoad.omit({ takenAt: true, state: true }).extend({
	loadId: z.uuid(),
	usable: z.boolean(),
	/** Why it could not be read, where no problem says it. */
	reason: z.string().max(500).default(""),
});

/**
 * Writes down that a file of AFCARS or NCANDS was read to its end: taken, or refused. A taken one replaces the current one of its
 * place and period, which stays listed, and its indicators are counted anew. Throws `NotAllowed` without `extracts.load`, and `Refused`
 * for a load that has been written down already.
 */
export const keepExtractLoad = defineOperation({
	name: "keep-extract-load",
	title: "Keep an extract that was read",
	http: { method: "post", path: "/extract-loads" },
	input: Input,
	output: z.object({ loadId: z.uuid(), replaced: z.array(z.uuid()), sameFileAs: z.uuid().nullable() }),
	async run({ actor, clock, stores }, { loadId, usable, reason, ...read }) {
		const { jurisdictionId, period } = read;
		const role = requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		const received = await stores.facts.find("extract-load", loadId);
		if (received && received.state !== "reading") throw new Refused("This file has been read already.");
		const earlier = await stores.facts.list("extract-load", { jurisdictionId });
		const current = usable ? earlier.filter((each) => each.state === "taken" && each.period === period) : [];
		const common = { kind: "extract-load", jurisdictionId, role, reason: "" } as const;
		for (const { id, version } of current) {
			const change = { id, root: id, verb: "change", expectedVersion: version, patch: { state: "replaced" } } as const;
			await stores.facts.write({ ...common, ...change });
		}
		const state = usable ? ("taken" as const) : ("refused" as const);
		await stores.facts.write({
			...{ ...common, id: loadId, root: loadId, reason },
			...{ verb: received ? "change" : "add", expectedVersion: received?.version ?? 0 },
			patch: { ...read, state, takenAt: usable ? clock().toISOString() : null },
		});
		if (usable) await stores.jobs.enqueue("count-indicators", { jurisdictionId });
		const same = earlier.find((each) => each.sha256 === read.sha256 && each.state !== "refused" && each.id !== loadId);
		return { loadId, replaced: current.map(({ id }) => id), sameFileAs: same?.id ?? null };
	},
});
