import { z } from "zod";
import { defineOperation, requireRole } from "./operation.ts";

/** The name of a file and the place that it is about. */
export const ExtractUploadInput = z.object({
	jurisdictionId: z.uuid().describe("The State or county that the file is about."),
	fileName: z.string().trim().min(1).max(255).describe("What the file is called, without folders."),
});

/**
 * Says, before a file is sent, whether this person may load it, and which id its load will have. Throws `NotAllowed` without
 * `extracts.load` for the place. Writes nothing.
 */
export const allowExtractUpload = defineOperation({
	name: "allow-extract-upload",
	title: "Allow the upload of a file",
	http: { method: "post", path: "/extract-uploads/allow" },
	input: ExtractUploadInput,
	output: z.object({ loadId: z.uuid() }),
	async run({ actor, ids, stores }, { jurisdictionId }) {
		requireRole(actor, "extracts.load", await stores.jurisdictions.pathOf(jurisdictionId));
		return { loadId: ids.next() };
	},
});
