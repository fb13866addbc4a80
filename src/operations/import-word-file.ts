import { z } from "zod";
import { WordFileRefused } from "../documents/word/read/word-file-refused.ts";
import { readEditedFile } from "../documents/word/read-word-file.ts";
import { compareWordFile } from "./compare-word-file.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { plainFileName } from "./plain-file-name.ts";
import { planTexts, readOrigin, sentWith } from "./working-copy.ts";

export type WordImportResult = {
	readonly id: string;
	/** `same-file`: this very file was read before; its changes are where they were. */
	readonly result: "read" | "same-file";
	readonly changes: number;
	readonly notes: readonly string[];
};

/**
 * Reads the plan's own Word file back after people have edited it. Each change is kept as a proposal; nothing in the plan is
 * changed. A file that cannot be read is refused as a whole.
 */
export const importWordFile = defineOperation({
	name: "import-word-file",
	title: "Read an edited Word file of a plan",
	http: { method: "post", path: "/plans/{documentId}/word-files" },
	input: z.object({
		documentId: z.uuid(),
		fileName: z.string().min(1).max(1000),
		bytes: z.instanceof(Uint8Array),
	}),
	output: z
		.object({
			id: z.uuid(),
			result: z.enum(["read", "same-file"]),
			changes: z.int().min(0),
			notes: z.array(z.string()),
		})
		.meta({ id: "WordFileReading" }),
	async run(context, input): Promise<WordImportResult> {
		const { ids, stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const sha256 = ids.hash(input.bytes);
		const [known] = await stores.facts.list("word-file", { documentId: document.id, sha256 });
		if (known) {
			const proposals = await stores.facts.list("word-proposal", { importId: known.id });
			return { id: known.id, result: "same-file", changes: proposals.length, notes: known.notes };
		}
		const facts = await stores.plans.find(document.id);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const copy = await readOrRefuse(input.bytes);
		const origin = readOrigin(copy.origin);
		const plan = await planTexts(context, facts);
		const own = new Set(plan.places.map(({ factId }) => factId));
		if (origin !== undefined && origin.documentId !== document.id) {
			throw refused("This Word file was made of another plan. Load it on the page of that plan.");
		}
		if (!copy.texts.some(({ mark }) => own.has(mark.factId))) {
			throw refused(
				'No text of this plan can be found in the file. Only the "Word file to edit" of this plan can be read back; an old plan is imported from the list of plans.',
			);
		}
		const found = await compareWordFile(context, plan, copy, {
			exportedAt: origin?.seq,
			offered: origin?.offered ?? 0,
			...(await sentWith(context, facts, plan)),
		});
		const notes = found.notes.map((note) => note.slice(0, 2000));
		const id = ids.next();
		const common = {
			verb: "add",
			expectedVersion: 0,
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		} as const;
		const owned = { jurisdictionId: document.jurisdictionId, documentId: document.id };
		await stores.facts.write({
			...common,
			kind: "word-file",
			id,
			patch: {
				...owned,
				fileName: plainFileName(input.fileName, "plan.docx"),
				sha256,
				source: "edited",
				notes: notes.slice(0, 200),
			},
		});
		for (const [index, change] of found.changes.entries()) {
			await stores.facts.write({
				...common,
				kind: "word-proposal",
				id: ids.next(),
				// In the history of the file, not of the plan: there it shows once it is taken.
				root: id,
				patch: { ...owned, ...change, importId: id, position: index + 1, state: "open", reason: "" },
			});
		}
		return { id, result: "read", changes: found.changes.length, notes };
	},
});

async function readOrRefuse(bytes: Uint8Array) {
	try {
		return await readEditedFile(bytes);
	} catch (error) {
		if (error instanceof WordFileRefused) throw refused(error.message);
		throw error;
	}
}

function refused(message: string): InvalidInput {
	return new InvalidInput([{ field: "file", message: `${message} Nothing was taken.` }]);
}
