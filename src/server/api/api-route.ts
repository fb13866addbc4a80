import type { Context } from "hono";
import { z } from "zod";
import { InvalidInput } from "../../operations/errors.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { errorCodes } from "../middleware/errors.ts";

/** One address of the API: what is asked, what is answered, and the function between. The description is made of it. */
export type ApiRoute = {
	readonly method: "get" | "post" | "put" | "delete";
	/** With parameters in braces: `/plans/{documentId}`. */
	readonly path: string;
	/** The operation id: a verb on a thing. */
	readonly name: string;
	readonly title: string;
	readonly description?: string;
	/** False for the few addresses that are there to sign in. */
	readonly signedIn: boolean;
	/** Path, query and body fields together. */
	readonly input: z.ZodType;
	/** How the body is sent. None, or the bytes of a file: what is not in the path is in the query. */
	readonly body?: "json" | "multipart" | "bytes";
	readonly answers: ApiAnswers;
	handle(services: AppServices, context: Context<AppEnvironment>): Promise<Response>;
};

/** What is answered when it is done: JSON by a schema, or a file of one of some media types. */
export type ApiAnswers =
	| { readonly json: z.ZodType; readonly alsoAt?: readonly 422[] }
	| { readonly files: readonly string[] };

/** Every error of the API. */
export const ApiError = z
	.object({
		error: z.enum(errorCodes).describe("A short name of the kind of error, for programs."),
		message: z.string().describe("What is wrong and how to mend it, in plain words."),
		problems: z
			.array(z.object({ field: z.string(), message: z.string() }))
			.exactOptional()
			.describe("With `invalid`: what is wrong with each field."),
		clashes: z
			.array(
				z.object({
					field: z.string(),
					yours: z.unknown(),
					theirs: z.unknown(),
					theirName: z.string(),
					theirTime: z.string(),
				}),
			)
			.exactOptional()
			.describe("With `stale`: both texts of each field that was changed meanwhile. Nothing was saved."),
		currentVersion: z.int().exactOptional().describe("With `stale`: the version that the next save must name."),
	})
	.meta({ id: "Error" });
export type ApiError = z.infer<typeof ApiError>;

/** The fields of a request: the JSON object of the body, or the query; and the path's over them. */
export async function readInput(context: Context, body: ApiRoute["body"]): Promise<Record<string, unknown>> {
	if (body !== "json") return { ...context.req.query(), ...context.req.param() };
	const text = await context.req.text();
	return { ...(text.trim() === "" ? {} : parseObject(text)), ...context.req.param() };
}

/** What was sent is not JSON, or not an object. */
export class NotJson extends Error {
	override name = "NotJson";
}

function parseObject(text: string): object {
	const refusal = "Send the input as a JSON object, with the header Content-Type: application/json.";
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new NotJson(`What was sent is not JSON. ${refusal}`, { cause: error });
	}
	if (typeof value !== "object" || value === null || Array.isArray(value))
		throw new NotJson(`What was sent is JSON, but not an object. ${refusal}`);
	return value;
}

/** Input by its schema. Throws `InvalidInput` with every problem. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	throw new InvalidInput(parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })));
}
