import { z } from "zod";
import { InvalidInput } from "../../operations/errors.ts";
import { getBudgetWorkbook } from "../../operations/get-budget-workbook.ts";
import { takeBudgetWorkbook } from "../../operations/take-budget-workbook.ts";
import { visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The workbook of a form CFS-101. */
const workbookRoute: ApiRoute = {
	...getBudgetWorkbook.http,
	name: getBudgetWorkbook.name,
	title: getBudgetWorkbook.title,
	signedIn: true,
	input: getBudgetWorkbook.input,
	answers: { files: [workbookType] },
	async handle(services, context) {
		const input = checkInput(getBudgetWorkbook.input, await readInput(context, undefined));
		const { fileName, bytes } = await services.perform(getBudgetWorkbook, visitOf(context).person, input);
		return context.body(Buffer.from(bytes), 200, {
			"Content-Type": workbookType,
			"Content-Disposition": `attachment; filename="${fileName}"`,
		});
	},
};

/** Takes a workbook in, sent as `multipart/form-data`: whole or not at all. */
const takeRoute: ApiRoute = {
	...takeBudgetWorkbook.http,
	name: takeBudgetWorkbook.name,
	title: takeBudgetWorkbook.title,
	description:
		"Reads a workbook that was written for this form, with changed cells, whole or not at all. With preview=yes (the default) nothing is kept and the answer is what would change; preview=no takes it. A workbook that is refused is answered with status 422 and a problem for each cell.",
	signedIn: true,
	body: "multipart",
	input: z.object({
		formId: z.uuid(),
		file: z.string().meta({ contentMediaType: "application/octet-stream" }),
		preview: z.enum(["yes", "no"]).optional(),
	}),
	answers: { json: takeBudgetWorkbook.output, alsoAt: [422] },
	async handle(services, context) {
		const form = await readForm(context);
		const file = form.file("file");
		if (!file) {
			throw new InvalidInput([
				{ field: "file", message: 'Send the workbook in the field "file" of a multipart/form-data body.' },
			]);
		}
		const result = await services.perform(takeBudgetWorkbook, visitOf(context).person, {
			...checkInput(z.object({ formId: z.uuid() }), { formId: context.req.param("formId") }),
			preview: form.text("preview") !== "no",
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		return context.json(result, result.result === "refused" ? 422 : 200);
	},
};

const PaperInput = z.object({ formId: z.uuid(), format: z.enum(["html", "docx", "pdf"]) });

/** The paper of a form CFS-101 as a file. */
const paperRoute: ApiRoute = {
	method: "get",
	path: "/budget-forms/{formId}/papers/{format}",
	name: "render-budget-form",
	title: "Get the paper of a form CFS-101 as HTML, Word or PDF",
	signedIn: true,
	input: PaperInput,
	answers: {
		files: ["text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"],
	},
	async handle(services, context) {
		const input = checkInput(PaperInput, await readInput(context, undefined));
		const paper = await services.renderBudgetForm(visitOf(context).person, input);
		return context.body(Buffer.from(paper.bytes), 200, {
			"Content-Type": paper.mediaType,
			"Content-Disposition": `attachment; filename="${paper.fileName}"`,
		});
	},
};

export const budgetFormApiRoutes: readonly ApiRoute[] = [workbookRoute, takeRoute, paperRoute];
