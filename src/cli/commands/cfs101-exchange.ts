import { createHash } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { renderPaper } from "../../documents/render-paper.ts";
import { getBudgetPaper } from "../../operations/get-budget-paper.ts";
import { getBudgetWorkbook } from "../../operations/get-budget-workbook.ts";
import { listBudgetForms } from "../../operations/list-budget-forms.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { perform } from "../../operations/operation.ts";
import { takeBudgetWorkbook, type WorkbookResult } from "../../operations/take-budget-workbook.ts";
import type { Installation } from "../../server/installation.ts";
import type { SignedInPerson } from "../../storage/sql/actors.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";
import { writeNewBytes } from "../write-new-bytes.ts";
import { readWorkbookFile } from "./cfs101-check.ts";

const formats = ["html", "docx", "pdf"] as const;

/** Writes a form CFS-101 as workbook or paper. */
export const cfs101Export: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { as: { type: "string" }, out: { type: "string" }, json: { type: "boolean" } },
	});
	const [formId] = positionals;
	if (!formId || !values.out) {
		throw new CommandError("Use: throughline cfs101 export FORM --as EMAIL --out FILE.xlsx");
	}
	const file = path.resolve(world.folder, values.out);
	const ending = path.extname(file).toLowerCase().slice(1);
	const format = formats.find((each) => each === ending);
	if (!format && ending !== "xlsx") {
		throw new CommandError(`The ending of ${values.out} says no form. End it in .xlsx, .html, .docx or .pdf.`);
	}
	const bytes = await withInstallation(world, async (installation) => {
		const { performer, pdf } = installation;
		const person = await personFor(installation, values.as);
		await requireFormId(installation, person, formId);
		if (!format) return (await perform(performer, getBudgetWorkbook, person, { formId })).bytes;
		const { paper } = await perform(performer, getBudgetPaper, person, { formId });
		return (await renderPaper(paper, format, pdf)).bytes;
	});
	await writeNewBytes(file, bytes);
	const result = { file, bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
	printResult(world, values.json, result, `Written: ${file} (${result.bytes} bytes).`);
	return 0;
};

/** Takes a workbook into a form CFS-101, or says what it would change. */
export const cfs101Import: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { as: { type: "string" }, preview: { type: "boolean", default: false }, json: { type: "boolean" } },
	});
	const [formId, name] = positionals;
	if (!formId || !name) throw new CommandError("Use: throughline cfs101 import FORM FILE --as EMAIL [--preview]");
	const bytes = await readWorkbookFile(world, name);
	const result = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		await requireFormId(installation, person, formId);
		return perform(installation.performer, takeBudgetWorkbook, person, { formId, bytes, preview: values.preview });
	});
	printResult(world, values.json, result, inWords(result));
	return result.result === "refused" ? 1 : 0;
};

/** Names the forms that there are: their ids stand in no list on paper. */
async function requireFormId({ performer }: Installation, person: SignedInPerson, given: string): Promise<void> {
	if (z.uuid().safeParse(given).success) return;
	const states = (await perform(performer, listJurisdictions, person, {})).filter(({ kind }) => kind === "state");
	const known: string[] = [];
	for (const { id: jurisdictionId } of states) {
		const { forms } = await perform(performer, listBudgetForms, person, { jurisdictionId });
		known.push(...forms.map(({ form, years }) => `${form.id} (FFY${years.plans}, ${form.state})`));
	}
	const seen =
		known.length > 0 ? `Forms that ${person.name} sees: ${known.join(", ")}.` : `${person.name} sees no form.`;
	throw new CommandError(`"${given}" is not the id of a form, which stands in the address of its page. ${seen}`);
}

function inWords(result: WorkbookResult): string {
	if (result.result === "refused") {
		return [
			"The workbook was refused. Nothing was changed.",
			...result.problems.map(({ message }) => `  ${message}`),
		].join("\n");
	}
	const { changes, notes } = result;
	const count = changes.length === 1 ? "1 cell" : `${changes.length} cells`;
	return [
		result.result === "taken" ? `Taken: ${count} changed.` : `It would change ${count}. Nothing was kept.`,
		...changes.map(({ name, before, typed }) => `  ${name}: ${before || "(empty)"} -> ${typed || "(emptied)"}`),
		...notes.map(({ message }) => `  To look at: ${message}`),
	].join("\n");
}
