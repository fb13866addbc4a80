import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { errorCodes } from "../middleware/errors.ts";
import { apiRoutes } from "./api.ts";
import { describeApi } from "./describe-api.ts";
import { createJsonSchemas } from "./json-schemas.ts";
import { apiOperations } from "./operations.ts";

type Node = Readonly<Record<string, unknown>>;
const description = JSON.parse(JSON.stringify(describeApi(apiRoutes))) as ReturnType<typeof describeApi>;
const operations = Object.entries(description.paths).flatMap(([where, methods]) =>
	Object.entries(methods).map(([method, operation]) => ({ where, method, operation: operation as Node })),
);

/** Every object inside a value, with its place. */
function* nodesOf(value: unknown, place = "#"): Generator<{ place: string; node: Node }> {
	if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* nodesOf(each, `${place}/${index}`);
	else if (typeof value === "object" && value !== null) {
		yield { place, node: value as Node };
		for (const [key, each] of Object.entries(value)) yield* nodesOf(each, `${place}/${key}`);
	}
}

function resolve(reference: string): unknown {
	return reference
		.slice(2)
		.split("/")
		.reduce<unknown>((node, key) => (node as Node | undefined)?.[key], description);
}

describe("the API's description", () => {
	it("is OpenAPI 3.1 in its form", () => {
		expect(description.openapi).toBe("3.1.0");
		expect(description.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
		for (const { where, method, operation } of operations) {
			expect(where, where).toMatch(/^\/[\w/{}.-]*[\w}]$/);
			expect(["get", "post", "put", "delete"]).toContain(method);
			expect(operation, where).toMatchObject({ operationId: expect.any(String), summary: expect.any(String) });
			expect(method === "get" && "requestBody" in operation, where).toBe(false);
		}
		for (const { place, node } of nodesOf(description.paths)) {
			if ("content" in node) {
				for (const [type, media] of Object.entries(node.content as Node)) {
					expect(type, place).toMatch(/^[a-z]+\/[\w.+-]+$/);
					if (type === "application/json") expect(media, place).toHaveProperty("schema");
				}
			}
		}
	});

	it("names every operation once", () => {
		const ids = operations.map(({ operation }) => operation.operationId);
		expect(ids.length).toBeGreaterThan(60);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
	});

	it("declares every parameter of a path, and no other", () => {
		for (const { where, operation } of operations) {
			const inPath = [...where.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
			const declared = (operation.parameters ?? []) as { name: string; in: string; required: boolean; schema: Node }[];
			const ofPath = declared.filter((each) => each.in === "path");
			expect(ofPath.map((each) => each.name).sort(), where).toEqual(inPath.sort());
			expect(ofPath.every((each) => each.required && Object.keys(each.schema).length > 0)).toBe(true);
			expect(new Set(declared.map((each) => each.name)).size, where).toBe(declared.length);
		}
	});

	it("answers with a schema and lists the errors", () => {
		for (const { where, operation } of operations) {
			const responses = operation.responses as Readonly<Record<string, Node>>;
			expect(responses["200"], where).toHaveProperty("content");
			for (const [status, response] of Object.entries(responses)) {
				expect(status).toMatch(/^[1-5]\d\d$/);
				const found = "$ref" in response ? (resolve(String(response.$ref)) as Node) : response;
				expect(found, `${where} ${status}`).toHaveProperty("description");
			}
			expect(Object.keys(responses), where).toEqual(expect.arrayContaining(["403", "404", "422", "500"]));
		}
	});

	it("leads every reference somewhere, and leaves no component unused", () => {
		const references = [...nodesOf(description)].flatMap(({ node }) => ("$ref" in node ? [String(node.$ref)] : []));
		expect(references.length).toBeGreaterThan(100);
		for (const reference of references) expect(resolve(reference), reference).toBeTypeOf("object");
		const unused = Object.keys(description.components.schemas).filter(
			(name) => !references.includes(`#/components/schemas/${name}`),
		);
		expect(unused).toEqual([]);
		const names = ["PlanView", "PlanFacts", "Goal", "Milestone", "Outcome", "Action", "LoadResult", "Home", "Error"];
		expect(Object.keys(description.components.schemas)).toEqual(expect.arrayContaining(names));
	});

	it("holds schemas that another reader of JSON Schema takes", () => {
		const $defs = JSON.parse(
			JSON.stringify(description.components.schemas).replaceAll("#/components/schemas/", "#/$defs/"),
		) as Record<string, Node>;
		for (const name of Object.keys($defs)) {
			expect(() => z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs } as never), name).not.toThrow();
		}
	});

	it("says nothing of what it leaves open: a field that is added later breaks no program", () => {
		const { schemas } = description.components;
		expect(schemas.Goal).not.toHaveProperty("additionalProperties");
		expect(schemas.Goal).toMatchObject({ required: expect.arrayContaining(["id", "version", "statement"]) });
		expect((schemas.Cycle as Node & { properties: Node }).properties.startsOn).toMatchObject({ format: "date" });
	});
});

it("has a guide that names every kind of error and every address that it shows", () => {
	const guide = readFileSync(path.resolve(import.meta.dirname, "../../../docs/guides/api.md"), "utf8");
	expect(errorCodes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
	const shown = [...guide.matchAll(/\$api(\/[\w/-]+)/g)].map((match) => match[1] ?? "");
	expect(shown.length).toBeGreaterThan(6);
	const known = operations.map(({ where }) => new RegExp(`^${where.replace(/\{\w+\}/g, "\\w+")}$`));
	expect(shown.filter((where) => !known.some((each) => each.test(where)))).toEqual([]);
});

/** Operations that the API offers by another route, or not at all, with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
	"load-figures": "a file: figure-load-route.ts",
	"load-state-data-profile": "a file: profile-load-route.ts",
	"get-budget-workbook": "a file: budget-form-routes.ts",
	"take-budget-workbook": "a file: budget-form-routes.ts",
	"get-working-copy": "a file: word-file-routes.ts",
	"recognise-old-plan": "a file: word-file-routes.ts",
	"import-word-file": "a file: word-file-routes.ts",
	"add-attachment": "a file: attachment-routes.ts",
	"get-attachment": "a file: attachment-routes.ts",
	"allow-attachment": "asked before a file is scanned: attachment-routes.ts",
	"list-waiting-scans": "done by the installation alone, when it scans",
	"get-waiting-file": "done by the installation alone, when it scans",
	"settle-scan": "done by the installation alone, when it has scanned",
	"get-paper-to-count": "asked before pages are counted: attachment-routes.ts",
	"keep-page-count": "done by the installation alone, when it has counted pages",
	"get-step-news": "done by the installation alone, after a step",
	"look-at-indicator-records": "a list or a file: indicator-records-route.ts",
	"keep-extract-load": "done by the program alone, when it has read a file; throughline load extract",
	"allow-extract-upload": "asked before a file is taken: extract-upload-route.ts",
	"receive-extract": "a file: extract-upload-route.ts",
	"resume-extract-loads": "done by the installation alone, when it starts",
	"share-extract-problems": "answers the address: extract-share-route.ts",
	"open-extract-share": "done by the installation alone, for whoever holds a link",
	"list-public-plans": "without an account, by the installation: public-plan-routes.ts",
	"open-public-plan": "without an account, by the installation: public-plan-routes.ts",
	"send-public-comment": "without an account, by the installation: public-plan-routes.ts",
	"get-invitation-news": "done by the installation alone, when an invitation is mailed",
	"keep-indicator-run": "done by the installation alone, when indicators were counted",
	"feed-counted-figures": "done by the installation alone, when indicators were counted",
	"list-current-extracts": "done by the installation alone, before indicators are counted",
	"load-child-population": "a file: population-load-route.ts",
	"mark-gone-files": "done by the installation alone, when indicators were counted",
	"list-run-keys": "done by the installation alone, before indicators are counted",
	"add-calendar-feed": "answers the address: calendar-feed-routes.ts",
	"list-calendar-feeds": "answers the addresses: calendar-feed-routes.ts",
	"open-calendar-feed": "done by the installation alone, for whoever holds an address",
	"list-due-notices": "done by the installation alone, before mails are sent",
	"claim-due-notice": "done by the installation alone, before a mail is sent",
	"settle-due-notice": "done by the installation alone, when a mail was sent",
	"open-paper-link": "done by the installation alone, for whoever holds a mailed link",
	"confirm-receipt": "done by the installation alone, for whoever holds a mailed link",
	"open-milestone-link": "done by the installation alone, for whoever holds a mailed link",
	"report-by-link": "done through a mailed link alone; signed in it is report-milestone",
	"list-milestone-reminders": "done by the installation alone, before mails are sent",
	"list-section-reminders": "done by the installation alone, before mails are sent",
	"get-assignment-news": "done by the installation alone, when a section was given to somebody",
	"get-mention-news": "done by the installation alone, when a comment names somebody",
	"get-comment-news": "done by the installation alone, when the other side comments on a shared draft",
	"exchange-presence": "done by the servers alone, among each other",
	"add-jurisdiction": "done by the installation alone, from the command line",
};

it("offers every operation that there is", async () => {
	const folder = path.resolve(import.meta.dirname, "../../operations");
	const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
	const found: string[] = [];
	for (const file of files) {
		const module: Readonly<Record<string, unknown>> = await import(path.join(folder, file));
		for (const each of Object.values(module)) {
			if (typeof each === "object" && each !== null && "http" in each && "run" in each && "name" in each)
				found.push(String(each.name));
		}
	}
	const offered = apiOperations.map((each) => each.name);
	expect(new Set(offered).size).toBe(offered.length);
	expect([...offered, ...Object.keys(elsewhere)].sort()).toEqual(found.sort());
});

describe("schemas with an id", () => {
	it("are refused when two of different content have the same", () => {
		const schemas = createJsonSchemas();
		const one = z.object({ is: z.object({ a: z.string() }).meta({ id: "TestTwice" }) });
		schemas.describe(one, "output");
		z.globalRegistry.remove(one.shape.is);
		const other = z.object({ is: z.object({ b: z.string() }).meta({ id: "TestTwice" }) });
		expect(() => schemas.describe(other, "output")).toThrow("TestTwice");
		z.globalRegistry.remove(other.shape.is);
	});

	it("are asked for where a schema refers to itself", () => {
		const Tree = z.object({
			get children() {
				return z.array(Tree);
			},
		});
		expect(() => createJsonSchemas().describe(z.object({ tree: Tree }), "output")).toThrow("needs an id");
	});
});
