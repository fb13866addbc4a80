import { z } from "zod";
import { InvalidInput } from "../../operations/errors.ts";
import { getWorkingCopy } from "../../operations/get-working-copy.ts";
import { importWordFile } from "../../operations/import-word-file.ts";
import { recogniseOldPlan } from "../../operations/recognise-old-plan.ts";
import { visitOf } from "../middleware/answers.ts";
import { readForm, type SentForm } from "../middleware/read-form.ts";
import { workingCopyFor } from "../working-copy-of.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

/** The Word file of a plan to be edited and read back. */
const copyRoute: ApiRoute = {
	...getWorkingCopy.http,
	name: getWorkingCopy.name,
	title: getWorkingCopy.title,
	signedIn: true,
	input: getWorkingCopy.input,
	answers: { files: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] },
	async handle(services, context) {
		const { documentId, talk } = checkInput(getWorkingCopy.input, await readInput(context, undefined));
		const paper = await workingCopyFor(services, visitOf(context).person, documentId, talk);
		return context.body(Buffer.from(paper.bytes), 200, {
			"Content-Type": paper.mediaType,
			"Content-Disposition": `attachment; filename="${paper.fileName}"`,
		});
	},
};

/** Reads an edited Word file, sent as `multipart/form-data`. */
const importRoute: ApiRoute = {
	...importWordFile.http,
	name: importWordFile.name,
	title: importWordFile.title,
	description:
		"Takes the plan's own Word file (.docx, at most 25 MB) after it was edited. Each change is kept as a proposal, to be taken or left by settle-word-proposal; nothing in the plan changes. The same file twice answers the proposals of the first time.",
	signedIn: true,
	body: "multipart",
	input: z.object({ documentId: z.uuid(), file: z.string().meta({ contentMediaType: "application/octet-stream" }) }),
	answers: { json: importWordFile.output },
	async handle(services, context) {
		const form = await readForm(context);
		const { documentId } = checkInput(importWordFile.input.pick({ documentId: true }), {
			documentId: context.req.param("documentId"),
		});
		return context.json(
			await services.perform(importWordFile, visitOf(context).person, {
				documentId,
				...(await readWordFile(form)),
			}),
		);
	},
};

/** Reads an old plan, sent as `multipart/form-data`. */
const oldPlanRoute: ApiRoute = {
	...recogniseOldPlan.http,
	name: recogniseOldPlan.name,
	title: recogniseOldPlan.title,
	description:
		"Takes a Word file (.docx, at most 25 MB) of a plan that was written without this program, and answers what each of its lines is taken for, and how sure that is. Nothing is kept: import-old-plan starts a plan from the lines that a person has confirmed.",
	signedIn: true,
	body: "multipart",
	input: z.object({
		jurisdictionId: z.uuid(),
		editionId: z.string(),
		file: z.string().meta({ contentMediaType: "application/octet-stream" }),
	}),
	answers: { json: recogniseOldPlan.output },
	async handle(services, context) {
		const form = await readForm(context);
		const about = checkInput(recogniseOldPlan.input.pick({ jurisdictionId: true, editionId: true }), {
			jurisdictionId: form.text("jurisdictionId"),
			editionId: form.text("editionId"),
		});
		return context.json(
			await services.perform(recogniseOldPlan, visitOf(context).person, {
				...about,
				...(await readWordFile(form)),
			}),
		);
	},
};

async function readWordFile(form: SentForm): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> }> {
	const file = form.file("file");
	if (!file) {
		throw new InvalidInput([
			{ field: "file", message: 'Send the file in the field "file" of a multipart/form-data body.' },
		]);
	}
	return { fileName: file.name || "plan.docx", bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const wordFileRoutes: readonly ApiRoute[] = [copyRoute, importRoute, oldPlanRoute];
