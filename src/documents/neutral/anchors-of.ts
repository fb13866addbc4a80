import type { NeutralDocument } from "./neutral-document.ts";

/** The names of all places in a document, in reading order. */
export function anchorsOf(document: NeutralDocument): readonly string[] {
	const found: string[] = [];
	collect(document.blocks, found);
	return found;
}

function collect(value: unknown, found: string[]): void {
	if (Array.isArray(value)) {
		for (const each of value) collect(each, found);
	} else if (value !== null && typeof value === "object") {
		const { id, ...rest } = value as { readonly id?: unknown };
		if (typeof id === "string" && id.includes("/")) found.push(id);
		for (const each of Object.values(rest)) if (typeof each === "object") collect(each, found);
	}
}
