import { createHash } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { paperFormats, renderPaper, renderWorkingCopy } from "../../documents/render-paper.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getWorkingCopy } from "../../operations/get-working-copy.ts";
import { listPlans } from "../../operations/list-plans.ts";
import { perform } from "../../operations/operation.ts";
import type { Installation } from "../../server/installation.ts";
import type { SignedInPerson } from "../../storage/sql/actors.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";
import { writeNewBytes } from "../write-new-bytes.ts";

const Submission = z.coerce.number().int().min(1);

/** Writes the paper of a plan into a file. */
export const exportPlan: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			as: { type: "string" },
			out: { type: "string" },
			submission: { type: "string" },
			"to-edit": { type: "boolean" },
			json: { type: "boolean" },
		},
	});
	const [documentId] = positionals;
	if (!documentId || !values.out) throw new CommandError("Use: throughline export plan PLAN --as EMAIL --out FILE.pdf");
	const file = path.resolve(world.folder, values.out);
	const format = paperFormats.find((each) => `.${each}` === path.extname(file).toLowerCase());
	if (!format) throw new CommandError(`The ending of ${values.out} says no form. End it in .html, .docx or .pdf.`);
	const submission = values.submission === undefined ? undefined : Submission.safeParse(values.submission);
	if (submission?.success === false)
		throw new CommandError(`--submission is "${values.submission}": give its number, 1 for the first.`);
	const toEdit = values["to-edit"] === true;
	if (toEdit && (format !== "docx" || submission)) {
		throw new CommandError(
			"--to-edit writes the plan as it stands into a Word file: end FILE in .docx, without --submission.",
		);
	}
	const rendered = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		if (!z.uuid().safeParse(documentId).success) throw await noSuchPlan(installation, person, documentId);
		if (toEdit) {
			const { paper, copy } = await perform(installation.performer, getWorkingCopy, person, { documentId });
			return renderWorkingCopy(paper, copy);
		}
		const { paper } = await perform(installation.performer, getPaper, person, {
			documentId,
			...(submission ? { submission: submission.data } : {}),
		});
		return renderPaper(paper, format, installation.pdf);
	});
	await writeNewBytes(file, rendered.bytes);
	const sha256 = createHash("sha256").update(rendered.bytes).digest("hex");
	const result = { file, bytes: rendered.bytes.byteLength, sha256 };
	printResult(world, values.json, result, `Written: ${file} (${result.bytes} bytes).`);
	return 0;
};

/** Names the plans that there are: their ids stand in no list on paper. */
async function noSuchPlan({ performer }: Installation, person: SignedInPerson, given: string): Promise<CommandError> {
	const plans = await perform(performer, listPlans, person, {});
	const known = plans.slice(0, 20).map(({ document }) => `${document.id} (${document.title})`);
	return new CommandError(
		`"${given}" is not the id of a plan, which stands in the address of its page. ${known.length > 0 ? `Plans that ${person.name} sees: ${known.join(", ")}.` : `${person.name} sees no plan.`}`,
	);
}
