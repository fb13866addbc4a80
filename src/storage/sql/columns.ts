import { type FactKind, type FactValues, factSchemas } from "../../domain/workflow/fact-kinds.ts";

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

/**
 * Fields that fewer may read than the fact they belong to. Row-level security hides rows, not columns: each lies in a table of its own,
 * in a row with the id and version of the fact, and reads as `hidden` where that row may not be read.
 */
const guardedFields: {
	readonly [K in FactKind]?: readonly {
		readonly field: keyof FactValues<K> & string;
		readonly table: string;
		readonly hidden: string | null;
	}[];
} = {
	"partner-input": [
		{ field: "said", table: "partner_words", hidden: "" },
		{ field: "partyId", table: "partner_name", hidden: null },
	],
};

/** Where the guarded fields of a kind of fact are written. */
export function guardedFieldsOf(kind: FactKind): readonly { readonly field: string; readonly table: string }[] {
	return guardedFields[kind] ?? [];
}

/** The fields of a kind of fact that lie in its own table, in the order of its schema. */
export function openFieldsOf(kind: FactKind): readonly string[] {
	const guarded = guardedFieldsOf(kind);
	return fieldsOf(kind).filter((field) => !guarded.some((each) => each.field === field));
}

/** Where facts of a kind are read, as SQL: their table, with what the reader may see of guarded fields as further columns. */
export function sourceOf(kind: FactKind): string {
	const table = `app."${snakeCase(kind)}"`;
	const guarded = (guardedFields[kind] ?? []).map(({ field, table: from, hidden }) => {
		const column = snakeCase(field);
		const value = `(select g.${column} from app.${from} g where g.id = fact.id)`;
		return hidden === null ? `${value} as ${column}` : `coalesce(${value}, '${hidden}') as ${column}`;
	});
	return guarded.length === 0 ? table : `(select fact.*, ${guarded.join(", ")} from ${table} fact)`;
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
