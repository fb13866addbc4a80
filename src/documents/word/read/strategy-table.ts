import type { NewMilestone } from "./edited-copy.ts";
import { textOfLines } from "./text-of-lines.ts";
import { paragraphsOf, type WordRow, type WordTable } from "./word-content.ts";

export type ReadStrategy = {
	/** `1.1`; "" where none stands there. */
	readonly number: string;
	readonly statement: string;
	readonly rationale: string;
	readonly milestones: readonly (NewMilestone & { readonly number: string })[];
};

const LABEL = /^(?:strategy|action step|improvement strategy)\s*(\d+(?:\.\d+)*)?\s*[.:)\u2013-]*\s*/iu;
const RATIONALE = /^(?:strategy\s+)?rationale(?:\s+for\s+(?:this\s+)?strategy)?\s*\d*\s*[.:\u2013-]*\s*/iu;
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?$/u;
const LEADING_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+/u;
const HEADS =
	/^(?:milestones?|timeframe|time frame|assigned to|target date|responsible(?: party| person)?|person responsible)\b/iu;

/** Reads a table as that of a strategy: the strategy beside its rationale, and a row for each milestone. */
export function readStrategyTable(table: WordTable): ReadStrategy | undefined {
	const rows = table.rows.map(cellTexts);
	const headAt = rows.findIndex((cells) => isHead(cells));
	if (headAt < 0) return undefined;
	const above = rows
		.slice(0, headAt)
		.flat()
		.filter((text) => text !== "");
	const strategies = above.filter((text) => LABEL.test(text) && !RATIONALE.test(text));
	const rationales = above.filter((text) => RATIONALE.test(text));
	const statement = (strategies[0] ?? above.find((text) => !RATIONALE.test(text)) ?? "").trim();
	if (statement === "") return undefined;
	const number = LABEL.exec(statement)?.[1] ?? LEADING_NUMBER.exec(statement)?.[1] ?? "";
	const rationale = rationales[0] ?? "";
	const milestones = rows.slice(headAt + 1).flatMap((cells) => {
		if (isHead(cells)) return [];
		const milestone = toNewMilestone(cells);
		return milestone.statement === "" ? [] : [{ ...milestone, number: numberOf(cells) }];
	});
	return {
		number,
		statement: statement.replace(LABEL, "").replace(LEADING_NUMBER, "").trim(),
		rationale: rationale.replace(RATIONALE, "").trim(),
		milestones,
	};
}

function cellTexts({ cells }: WordRow): string[] {
	return cells.map(({ blocks }) => textOfLines(paragraphsOf(blocks)));
}

/** The row that names the columns: Milestone, Timeframe, Assigned to. */
function isHead(cells: readonly string[]): boolean {
	return cells.filter((text) => HEADS.test(text) && text.length < 40).length >= 2;
}

/** The cells of a row as a milestone. The number may have a cell of its own, stand before the statement, or be missing. */
export function toNewMilestone(cells: readonly string[]): NewMilestone {
	const rest = cells.length > 3 || NUMBER.test(cells[0]?.trim() ?? "") ? cells.slice(1) : cells;
	const [statement = "", timeframe = "", ...assigned] = rest;
	return {
		statement: statement.replace(LEADING_NUMBER, "").trim(),
		timeframe: timeframe.trim(),
		assigned: assigned
			.filter((text) => text !== "")
			.join(", ")
			.replace(/\s*\n+\s*/gu, ", "),
	};
}

function numberOf(cells: readonly string[]): string {
	return NUMBER.exec(cells[0]?.trim() ?? "")?.[1] ?? LEADING_NUMBER.exec(cells[0] ?? "")?.[1] ?? "";
}
