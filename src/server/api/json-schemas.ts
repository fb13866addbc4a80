import { z } from "zod";

export type JsonSchema = { readonly [key: string]: unknown };

/** Schemas as JSON Schema 2020-12, which is what OpenAPI 3.1 takes; those with an id are kept once, as components. */
export type JsonSchemas = {
	readonly components: Readonly<Record<string, JsonSchema>>;
	/** The schema, or a reference to its component. `input` is what may be sent, `output` what is answered. */
	describe(schema: z.ZodType, io: "input" | "output"): JsonSchema;
};

const generated = "#/$defs/";

/** Collects the components of one description. Throws when two schemas of different content have the same id. */
export function createJsonSchemas(): JsonSchemas {
	const components: Record<string, JsonSchema> = {};
	return {
		components,
		describe(schema, io) {
			const {
				$schema: _dialect,
				$defs = {},
				...described
			} = z.toJSONSchema(schema, {
				target: "draft-2020-12",
				io,
				override: ({ zodSchema, jsonSchema }) => {
					// What is added later must not break a program that was written before.
					const { def } = zodSchema._zod;
					if (def.type === "object" && (def as z.core.$ZodObjectDef).catchall === undefined)
						delete jsonSchema.additionalProperties;
					// The format says it better.
					if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
				},
			});
			for (const [id, definition] of Object.entries($defs)) {
				if (id.startsWith("__"))
					throw new Error(`A schema that refers to itself needs an id: ${JSON.stringify(described)}`);
				const { id: _id, ...component } = asComponent(definition) as JsonSchema;
				const known = components[id];
				if (known && JSON.stringify(known) !== JSON.stringify(component))
					throw new Error(`Two schemas have the id ${id}.`);
				components[id] = component;
			}
			return asComponent(described) as JsonSchema;
		},
	};
}

/** The same schema with references to components. */
function asComponent(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(asComponent);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) =>
			key === "$ref" && typeof each === "string" && each.startsWith(generated)
				? [key, `#/components/schemas/${each.slice(generated.length)}`]
				: [key, asComponent(each)],
		),
	);
}

/** An object's schema without some of its properties, also inside the branches of a union. */
export function withoutProperties(schema: JsonSchema, names: readonly string[]): JsonSchema {
	const copy: Record<string, unknown> = { ...schema };
	if (isObject(copy.properties)) {
		copy.properties = Object.fromEntries(Object.entries(copy.properties).filter(([name]) => !names.includes(name)));
	}
	if (Array.isArray(copy.required)) {
		const required = copy.required.filter((name) => !names.includes(name));
		if (required.length > 0) copy.required = required;
		else delete copy.required;
	}
	for (const key of ["anyOf", "oneOf"]) {
		if (Array.isArray(copy[key])) copy[key] = copy[key].map((each: JsonSchema) => withoutProperties(each, names));
	}
	return copy;
}

/** The properties of an object's schema, with whether each must be there. */
export function propertiesOf(schema: JsonSchema): readonly { name: string; required: boolean; schema: JsonSchema }[] {
	const required = Array.isArray(schema.required) ? schema.required : [];
	return Object.entries(isObject(schema.properties) ? schema.properties : {}).map(([name, each]) => ({
		name,
		required: required.includes(name),
		schema: each as JsonSchema,
	}));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
