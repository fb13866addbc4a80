import type { ApiAnswers, ApiRoute } from "./api-route.ts";
import { ApiError } from "./api-route.ts";
import {
	createJsonSchemas,
	type JsonSchema,
	type JsonSchemas,
	propertiesOf,
	withoutProperties,
} from "./json-schemas.ts";

const description = `Everything that a page of Throughline can do, by the same operations and with the same rights.

Sign in with \`POST /session\` and send the cookies of the answer with every later request. What changes something is sent by
\`POST\` as JSON, with the header \`Content-Type: application/json\`; a program needs no \`Origin\` header, a page of another site
is refused.

Facts have a version. A save names the version that it was made from; when somebody else has saved meanwhile, the answer is 409
with both texts, and nothing is lost. Errors say in plain words what is wrong and how to mend it.`;

/** What can go wrong: the status, when, and whether it can happen everywhere or only where something is sent. */
const failures = [
	{ status: 400, name: "NotJson", words: "What was sent is not a JSON object", sent: true },
	{ status: 401, name: "SignedOut", words: "Nobody is signed in, or the session has ended" },
	{ status: 403, name: "NotAllowed", words: "Not allowed, or sent by a page of another site" },
	{ status: 404, name: "NotFound", words: "Not there, or not yours to see: the two are not told apart" },
	{ status: 409, name: "Conflict", words: "Not possible in this state, or somebody else has changed it", sent: true },
	{ status: 413, name: "TooLarge", words: "More than 25 MB", sent: true },
	{ status: 422, name: "Invalid", words: "The input breaks a rule: each problem names its field" },
	{ status: 429, name: "TooManyTries", words: "Too many wrong passwords or codes: wait as long as Retry-After says" },
	{ status: 500, name: "Fault", words: "A fault of ours. The message holds a number for the technician" },
] as const;

/** The API's description as OpenAPI 3.1, from the schemas that check the input. The same for every installation. */
export function describeApi(routes: readonly ApiRoute[]) {
	const schemas = createJsonSchemas();
	const error = schemas.describe(ApiError, "output");
	const paths: Record<string, Record<string, unknown>> = {};
	for (const route of routes) {
		paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route, schemas) };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Throughline API",
			version: "1",
			description,
			license: { name: "Apache-2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: "/api" }],
		security: [{ session: [] }],
		paths,
		components: {
			schemas: Object.fromEntries(Object.entries(schemas.components).sort(([a], [b]) => (a < b ? -1 : 1))),
			responses: Object.fromEntries(
				failures.map(({ name, words }) => [
					name,
					{ description: words, content: { "application/json": { schema: error } } },
				]),
			),
			securitySchemes: {
				session: {
					type: "apiKey",
					in: "cookie",
					name: "throughline.session_token",
					description: "Where the address begins with https, the name begins with `__Host-`.",
				},
			},
		},
	};
}

function describeRoute(route: ApiRoute, schemas: JsonSchemas) {
	const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
	const input = schemas.describe(route.input, "input");
	const known = propertiesOf(input);
	const parameters = [
		...inPath.map((name) => ({ name, in: "path", required: true, schema: pathSchema(input, name) })),
		...(route.body && route.body !== "bytes"
			? []
			: known
					.filter(({ name }) => !inPath.includes(name))
					.map(({ name, required, schema }) => ({ name, in: "query", required, schema }))),
	];
	return {
		operationId: route.name,
		summary: route.title,
		...(route.description ? { description: route.description } : {}),
		...(route.signedIn ? {} : { security: [] }),
		...(parameters.length > 0 ? { parameters } : {}),
		...(route.body ? { requestBody: describeBody(route.body, withoutProperties(input, inPath)) } : {}),
		responses: { 200: describeAnswer(route.answers, schemas), ...describeFailures(route, schemas) },
	};
}

/** The schema of a path parameter: of the input's property, or of that of the first branch of a union. */
function pathSchema(input: JsonSchema, name: string): JsonSchema {
	const own = propertiesOf(input).find((each) => each.name === name)?.schema;
	if (own) return own;
	const branches = (input.oneOf ?? input.anyOf ?? []) as readonly JsonSchema[];
	return branches.flatMap(propertiesOf).find((each) => each.name === name)?.schema ?? { type: "string" };
}

function describeBody(kind: "json" | "multipart" | "bytes", schema: JsonSchema) {
	if (kind === "bytes") return { required: true, content: { "application/octet-stream": {} } };
	const required = propertiesOf(schema).some((each) => each.required) || "oneOf" in schema || "anyOf" in schema;
	return { required, content: { [kind === "json" ? "application/json" : "multipart/form-data"]: { schema } } };
}

function describeAnswer(answers: ApiAnswers, schemas: JsonSchemas) {
	const content =
		"json" in answers
			? { "application/json": { schema: schemas.describe(answers.json, "output") } }
			: Object.fromEntries(answers.files.map((mediaType) => [mediaType, {}]));
	return { description: "Done", content };
}

function describeFailures(route: ApiRoute, schemas: JsonSchemas) {
	const possible = failures.filter((each) => {
		if ("sent" in each && !route.body) return false;
		if (each.status === 413) return route.body !== "bytes";
		if (each.status === 400) return route.body === "json";
		if (each.status === 429) return !route.signedIn || route.path.startsWith("/account");
		return true;
	});
	return Object.fromEntries(
		possible.map(({ status, name }) => {
			const reference = { $ref: `#/components/responses/${name}` };
			if (!("json" in route.answers) || !route.answers.alsoAt?.some((each) => each === status))
				return [status, reference];
			const both = [schemas.describe(route.answers.json, "output"), schemas.describe(ApiError, "output")];
			return [
				status,
				{
					description: "Refused, with a problem for each fault",
					content: { "application/json": { schema: { anyOf: both } } },
				},
			];
		}),
	);
}
