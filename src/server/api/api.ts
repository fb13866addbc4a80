import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Operation } from "../../operations/operation.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { visitOf } from "../middleware/answers.ts";
import { figureLoadRoute } from "./figure-loads.ts";
import { apiOperations } from "./operations.ts";
import { paperRoutes } from "./papers.ts";
import { sessionRoutes } from "./session.ts";

export const ApiError = z
	.object({
		error: z.string(),
		message: z.string(),
		problems: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
		clashes: z.array(z.unknown()).optional(),
		currentVersion: z.number().optional(),
	})
	.meta({ id: "Error" });

const title = "Throughline API";

/**
 * The API: one route an operation, described by OpenAPI 3.1 from the schemas that check the input. Signed in by the
 * session cookie that `POST /api/session` or the sign-in page gives.
 */
export function createApi(services: AppServices): OpenAPIHono<AppEnvironment> {
	const api = new OpenAPIHono<AppEnvironment>();
	const describe = describeIn(api);
	for (const operation of apiOperations) describe(operation);
	api.get("/openapi.json", (context) =>
		context.json(
			api.getOpenAPI31Document({
				openapi: "3.1.0",
				info: {
					title,
					version: "1",
					description:
						"Everything that a page of Throughline can do. Errors say in plain words what is wrong and how to mend it.",
					license: { name: "Apache-2.0" },
				},
				servers: [{ url: `${services.baseUrl}/api` }],
				security: [{ session: [] }],
			}),
		),
	);
	api.openAPIRegistry.registerComponent("securitySchemes", "session", {
		type: "apiKey",
		in: "cookie",
		name: "session",
	});
	api.route("/", sessionRoutes(services));
	api.use(async (context, next) => {
		if (context.get("visit")) return next();
		return context.json(
			{ error: "Signed out", message: "Sign in first: POST /api/session with email and password." },
			401,
		);
	});
	api.route("/", figureLoadRoute(services));
	api.route("/", paperRoutes(services));
	for (const operation of apiOperations) {
		const path = operation.http.path.replace(/\{(\w+)\}/g, ":$1");
		api.on(operation.http.method, path, async (context) => {
			const input = await inputOf(context, operation);
			if (input instanceof Response) return input;
			return context.json((await services.perform(operation, visitOf(context).person, input)) as object);
		});
	}
	return api;
}

/** The input of an operation: the body or the query, with the path's parameters over it. */
async function inputOf(context: Context<AppEnvironment>, operation: Operation<z.ZodType, unknown>) {
	if (operation.http.method === "get") return { ...context.req.query(), ...context.req.param() };
	try {
		const body: unknown = await context.req.json();
		if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body, ...context.req.param() };
	} catch {
		// Told below.
	}
	return context.json(
		{ error: "Not JSON", message: "Send the input as a JSON object, with the header Content-Type: application/json." },
		400,
	);
}

/** The input without what stands in the path. */
function withoutKeys(input: z.ZodObject, keys: readonly string[]): z.ZodObject {
	return z.object(Object.fromEntries(Object.entries(input.shape).filter(([key]) => !keys.includes(key))));
}

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });

function describeIn(api: OpenAPIHono<AppEnvironment>) {
	return ({ name, title: summary, http, input, output }: Operation<z.ZodType, unknown>) => {
		const parameters = [...http.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
		const params = z.object(Object.fromEntries(parameters.map((each) => [each, z.string()])));
		const rest = input instanceof z.ZodObject ? withoutKeys(input, parameters) : input;
		api.openAPIRegistry.registerPath({
			method: http.method,
			path: http.path,
			operationId: name,
			summary,
			request: {
				...(parameters.length > 0 ? { params } : {}),
				...(http.method === "post" ? { body: json(rest) } : rest instanceof z.ZodObject ? { query: rest } : {}),
			},
			responses: {
				200: { description: "Done", ...json(output ?? z.unknown()) },
				401: { description: "Nobody is signed in", ...json(ApiError) },
				403: { description: "Not allowed", ...json(ApiError) },
				404: { description: "Not there, or not yours to see", ...json(ApiError) },
				409: { description: "Not possible in this state, or somebody else has changed it", ...json(ApiError) },
				422: { description: "The input breaks a rule", ...json(ApiError) },
			},
		});
	};
}
