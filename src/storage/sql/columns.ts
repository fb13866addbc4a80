import { type FactKind, factSchemas } from "../../domain/workflow/fact-kinds.ts";

/** `focus-area` -> `focus_area`, `focusAreaId` -> `focus_area_id`. */
export function snakeCase(name: string): string {
	return name.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** There are some two hundred column names, and they are asked for with every row. */
const fieldNames = new Map<string, string>();

/** `focus_area_id` -> `focusAreaId`. */
export function camelCase(name: string): string {
	let field = fieldNames.get(name);
	if (field === undefined) {
		field = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
		fieldNames.set(name, field);
	}
	return field;
}

/** The fields of a kind of fact, in the order of its schema. */
export function fieldsOf(kind: FactKind): readonly string[] {
	return Object.keys(factSchemas[kind].shape);
}

/** A row or JSON object of the database with the program's names. Undefined for nothing. */
export function withFieldNames(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const named: Record<string, unknown> = {};
	for (const column of Object.keys(row)) named[camelCase(column)] = row[column];
	return named;
}

/** A row as a parsed fact: values checked by the schema, with id and version. Throws when the row breaks the schema. */
export function toFact(kind: FactKind, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const named = withFieldNames(row);
	return { ...factSchemas[kind].parse(named), id: named.id, version: named.version };
}
