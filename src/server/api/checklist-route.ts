import { z } from "zod";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Input = z.object({
	documentId: z.uuid(),
	format: z.enum(["html", "docx", "pdf", "xlsx"]),
	submission: z.coerce.number().int().min(1).optional().describe("As it was sent in this submission: 1, 2, 3 ..."),
});

/** The checklist of a plan as a file, with the page of each item in the PDF. */
export const checklistRoute: ApiRoute = {
	method: "get",
	path: "/plans/{documentId}/checklists/{format}",
	name: "render-checklist",
	title: "Get the checklist of a plan as HTML, Word, PDF or Excel",
	signedIn: true,
	input: Input,
	answers: {
		files: [
			"text/html",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			"application/pdf",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		],
	},
	async handle(services, context) {
		const { submission, ...input } = checkInput(Input, await readInput(context, undefined));
		const file = await services.checklists.render(visitOf(context).person, {
			...input,
			...(submission === undefined ? {} : { submission }),
		});
		return context.body(Buffer.from(file.bytes), 200, {
			"Content-Type": file.mediaType,
			"Content-Disposition": `attachment; filename="checklist.${file.extension}"`,
		});
	},
};
