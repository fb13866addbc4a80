import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { paperFormats, renderPaper } from "../../documents/render-paper.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { perform } from "../../operations/operation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";

/** Writes the paper of a plan into a file. */
export const exportPlan: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			as: { type: "string" },
			out: { type: "string" },
			submission: { type: "string" },
			json: { type: "boolean" },
		},
	});
	const [documentId] = positionals;
	if (!documentId || !values.out) throw new CommandError("Use: throughline export plan PLAN --as EMAIL --out FILE.pdf");
	const file = path.resolve(world.folder, values.out);
	const format = paperFormats.find((each) => `.${each}` === path.extname(file).toLowerCase());
	if (!format) throw new CommandError(`The ending of ${values.out} says no form. End it in .html, .docx or .pdf.`);
	const rendered = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		const { paper } = await perform(installation.performer, getPaper, person, {
			documentId,
			...(values.submission ? { submission: values.submission } : {}),
		});
		return renderPaper(paper, format, installation.pdf);
	});
	try {
		await writeFile(file, rendered.bytes, { flag: "wx" });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		throw new CommandError(`${values.out} is there already. Give another name; nothing was overwritten.`, {
			cause: error,
		});
	}
	const sha256 = createHash("sha256").update(rendered.bytes).digest("hex");
	const result = { file, bytes: rendered.bytes.byteLength, sha256 };
	printResult(world, values.json, result, `Written: ${file} (${result.bytes} bytes).`);
	return 0;
};
