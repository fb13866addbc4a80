import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { visitOf } from "../middleware/answers.ts";

const params = z.object({ documentId: z.uuid(), format: z.enum(["html", "docx", "pdf"]) });
const query = z.object({ submission: z.coerce.number().int().min(1).optional() });

/** The paper of a plan as HTML, Word or PDF. */
export function paperRoutes(services: AppServices): OpenAPIHono<AppEnvironment> {
	const routes = new OpenAPIHono<AppEnvironment>();
	routes.openAPIRegistry.registerPath({
		method: "get",
		path: "/plans/{documentId}/paper.{format}",
		operationId: "render-plan",
		summary: "Get the paper of a plan as HTML, Word or PDF",
		request: { params, query },
		responses: { 200: { description: "The file" } },
	});
	routes.get("/plans/:documentId/:file{paper\\.(html|docx|pdf)}", async (context) => {
		const format = context.req.param("file").slice("paper.".length);
		const input = params
			.and(query)
			.parse({ ...context.req.query(), documentId: context.req.param("documentId"), format });
		const { submission, ...rest } = input;
		const paper = await services.renderPlan(visitOf(context).person, {
			...rest,
			...(submission ? { submission } : {}),
		});
		return context.body(Buffer.from(paper.bytes), 200, {
			"Content-Type": paper.mediaType,
			"Content-Disposition": `attachment; filename="${paper.fileName}"`,
		});
	});
	return routes;
}
