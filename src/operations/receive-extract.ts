import { z } from "zod";
import { ExtractLoad } from "../domain/measure/extract-load.ts";
import { defineOperation, requireRole } from "./operation.ts";

const Input = ExtractLoad.pick({ jurisdictionId: true, fileName: true, sha256: true, bytes: true }).extend({
	loadId: z.uuid(),
});

/**
 * Writes down that a whole file has arrived and has it read in the background, with the rights that the person has then. Throws
 * `NotAllowed` without `extracts.load`.
 */
export const receiveExtract = defineOperation({
	name: "receive-extract",
	title: "Receive a file of AFCARS or NCANDS",
	http: { method: "post", path: "/extract-loads/{loadId}/receive" },
	input: Input,
	output: z.object({ loadId: z.uuid() }),
	async run({ actor, stores }, { loadId, ...received }) {
		const { jurisdictionId } = received;
		const role = requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		await stores.facts.write({
			...{ kind: "extract-load", id: loadId, root: loadId, verb: "add", expectedVersion: 0 },
			...{ jurisdictionId, role, reason: "" },
			patch: {
				...received,
				...{ extractKind: null, period: null, records: 0, state: "reading", takenAt: null },
				...{ rejectProblems: 0, mendProblems: 0, lookProblems: 0 },
			},
		});
		await stores.jobs.enqueue("take-extract", { loadId, personId: actor.personId });
		return { loadId };
	},
});
