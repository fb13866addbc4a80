import { z } from "zod";
import { WordFileRefused } from "../documents/word/read/word-file-refused.ts";
import { recogniseFile } from "../documents/word/read-word-file.ts";
import { RecognisedPlan } from "../domain/word/old-plan.ts";
import { findEdition } from "../frameworks/editions.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { plainFileName } from "./plain-file-name.ts";

export type RecognisedOldPlan = { readonly plan: RecognisedPlan; readonly fileName: string; readonly sha256: string };

/**
 * Reads a plan that was written in Word without this program, and says what it takes each line for. Nothing is kept: a person
 * confirms the lines, and `import-old-plan` makes the plan of them.
 */
export const recogniseOldPlan = defineOperation({
	name: "recognise-old-plan",
	title: "Read an old plan from Word",
	http: { method: "post", path: "/old-plans/reading" },
	input: z.object({
		jurisdictionId: z.uuid(),
		editionId: z.string().min(1).max(60),
		fileName: z.string().min(1).max(1000),
		bytes: z.instanceof(Uint8Array),
	}),
	output: z.object({ plan: RecognisedPlan, fileName: z.string(), sha256: z.string() }),
	async run({ actor, ids, stores }, input): Promise<RecognisedOldPlan> {
		const jurisdiction = await stores.facts.find("jurisdiction", input.jurisdictionId);
		if (!jurisdiction) throw new NotFound("There is no such jurisdiction.");
		requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdiction.id));
		const edition = findEdition(input.editionId);
		if (!edition) throw new InvalidInput([{ field: "editionId", message: "Choose the edition of the requirements." }]);
		try {
			const plan = await recogniseFile(input.bytes, edition);
			return {
				plan,
				fileName: plainFileName(input.fileName, "plan.docx").slice(0, 255),
				sha256: ids.hash(input.bytes),
			};
		} catch (error) {
			if (!(error instanceof WordFileRefused)) throw error;
			throw new InvalidInput([{ field: "file", message: `${error.message} Nothing was taken.` }]);
		}
	},
});
