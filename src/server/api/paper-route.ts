import { z } from "zod";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Input = z.object({
	documentId: z.uuid(),
	format: z.enum(["html", "docx", "pdf"]),
	part: z.literal("summary").optional().describe("Of a self-assessment: its summary of findings alone."),
	submission: z.coerce.number().int().min(1).optional().describe("As it was sent in this submission: 1, 2, 3 ..."),
});

/** The paper of a plan as a file: HTML, Word or PDF. */
export const paperRoute: ApiRoute = {
	method: "get",
	path: "/plans/{documentId}/papers/{format}",
	name: "render-plan",
	title: "Get the paper of a plan as HTML, Word or PDF",
	signedIn: true,
	input: Input,
	answers: {
		files: ["text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"],
	},
	async handle(services, context) {
		const { submission, part, ...input } = checkInput(Input, await readInput(context, undefined));
		const paper = await services.renderPlan(visitOf(context).person, {
			...input,
			...(submission === undefined ? {} : { submission }),
			...(part === undefined ? {} : { part }),
		});
		return context.body(Buffer.from(paper.bytes), 200, {
			"Content-Type": paper.mediaType,
			"Content-Disposition": `attachment; filename="${paper.fileName}"`,
		});
	},
};
