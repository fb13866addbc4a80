import { z } from "zod";
import { attachmentLimits, attachmentTypes } from "../../documents/attachments/detect-file-type.ts";
import { addAttachment } from "../../operations/add-attachment.ts";
import { InvalidInput } from "../../operations/errors.ts";
import { getAttachment } from "../../operations/get-attachment.ts";
import { visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { answerAttachment } from "../routes/answer-attachment.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const AddInput = addAttachment.input.omit({ bytes: true, fileName: true, scan: true, scanNote: true });

/** Attaches a file to a plan, sent as `multipart/form-data`. */
const addRoute: ApiRoute = {
	...addAttachment.http,
	name: addAttachment.name,
	title: addAttachment.title,
	description: `Takes one file (${attachmentLimits}), whole or not at all. Its kind is read from its content. Where a scanner is set up, a file in which it finds something harmful is refused; when it cannot be reached the file is kept and waits (scan: waiting), and does not count until it was scanned.`,
	signedIn: true,
	body: "multipart",
	input: AddInput.extend({ file: z.string().meta({ contentMediaType: "application/octet-stream" }) }),
	answers: { json: addAttachment.output },
	async handle(services, context) {
		const form = await readForm(context);
		const about = checkInput(AddInput, {
			documentId: context.req.param("documentId"),
			attachmentKind: form.text("attachmentKind"),
			focusAreaId: form.text("focusAreaId") || null,
			title: form.text("title"),
			milestoneId: form.text("milestoneId") || null,
			shownOn: form.text("shownOn") || null,
		});
		const file = form.file("file");
		if (!file) {
			throw new InvalidInput([
				{ field: "file", message: 'Send the file in the field "file" of a multipart/form-data body.' },
			]);
		}
		const bytes = new Uint8Array(await file.arrayBuffer());
		const { person } = visitOf(context);
		return context.json(await services.attachments.add(person, about, { fileName: file.name || "file", bytes }));
	},
};

/** An attached file, to be saved. */
const getRoute: ApiRoute = {
	...getAttachment.http,
	name: getAttachment.name,
	title: getAttachment.title,
	signedIn: true,
	input: getAttachment.input,
	answers: { files: Object.keys(attachmentTypes) },
	async handle(services, context) {
		const input = checkInput(getAttachment.input, await readInput(context, undefined));
		return answerAttachment(context, await services.perform(getAttachment, visitOf(context).person, input));
	},
};

const CountInput = z.object({ documentId: z.uuid() });

/** Counts the pages of a plan on the rendered paper; `GET /plans/{documentId}` then shows them. */
const countRoute: ApiRoute = {
	method: "post",
	path: "/plans/{documentId}/page-count",
	name: "count-pages",
	title: "Count the pages of a plan",
	signedIn: true,
	body: "json",
	input: CountInput,
	answers: { json: z.object({ counted: z.literal(true) }) },
	async handle(services, context) {
		const { documentId } = checkInput(CountInput, await readInput(context, "json"));
		await services.pages.count(visitOf(context).person, documentId);
		return context.json({ counted: true });
	},
};

export const attachmentRoutes: readonly ApiRoute[] = [addRoute, getRoute, countRoute];
