import { OpenAPIHono, z } from "@hono/zod-openapi";
import { loadFigures } from "../../operations/load-figures.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { visitOf } from "../middleware/answers.ts";

/** Loads a file of figures, sent as `multipart/form-data`. */
export function figureLoadRoute(services: AppServices): OpenAPIHono<AppEnvironment> {
	const routes = new OpenAPIHono<AppEnvironment>();
	routes.openAPIRegistry.registerPath({
		method: "post",
		path: "/figure-loads",
		operationId: loadFigures.name,
		summary: loadFigures.title,
		request: {
			body: {
				content: {
					"multipart/form-data": {
						schema: z.object({
							file: z.string().meta({ format: "binary", description: "CSV or .xlsx, at most 25 MB" }),
							jurisdictionId: z.uuid().optional(),
							vintage: z.string().optional(),
						}),
					},
				},
			},
		},
		responses: { 200: { description: "Taken, the same file as before, or refused with the problems" } },
	});
	routes.post("/figure-loads", async (context) => {
		const form = await context.req.parseBody();
		const { file, jurisdictionId, vintage } = form;
		if (!(file instanceof File)) {
			return context.json(
				{ error: "No file", message: 'Send the file in the field "file" of a multipart/form-data body.' },
				422,
			);
		}
		const result = await services.perform(loadFigures, visitOf(context).person, {
			jurisdictionId: typeof jurisdictionId === "string" && jurisdictionId !== "" ? jurisdictionId : null,
			...(typeof vintage === "string" && vintage !== "" ? { vintage } : {}),
			fileName: file.name || "figures",
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		return context.json(result, result.result === "refused" ? 422 : 200);
	});
	return routes;
}
