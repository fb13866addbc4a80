import type { PlainDate } from "../../calendar/plain-date.ts";

/** What a check found: what is still missing, in words (nothing where it holds), and the day by which it must hold. */
export type CheckOutcome = {
	readonly missing: readonly string[];
	readonly dueOn: PlainDate | null;
	/** What is there, in words. */
	readonly found: string;
};

export function outcome(missing: readonly string[], found = "", dueOn: PlainDate | null = null): CheckOutcome {
	return { missing, dueOn, found };
}

/** "3 meetings", "1 meeting". */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}

/** A statement short enough for a list. */
export function short(text: string): string {
	const line = text.replace(/\s+/gu, " ").trim();
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** The name of one of a list; its id where the list does not know it. */
export function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
	return list.find((each) => each.id === id)?.name ?? id;
}
