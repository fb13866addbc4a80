import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import type { ComponentNode, PlanGraph } from "../../../domain/plan/plan-graph.ts";
import { plural } from "../../../domain/plan/plural.ts";

/** "3F Re-entry to foster care": the code, where the label does not begin with it, and the label. */
export function subjectName({ focusArea }: Pick<ComponentNode, "focusArea">): string {
	const { codes, label, subjectKind } = focusArea;
	const shown = subjectKind === "indicator" ? codes.filter((code) => !label.startsWith(code)) : [];
	return [...shown, label].join(" ");
}

/** "Component 1". */
export function componentName(component: ComponentNode, edition: Edition): string {
	return `${edition.words.component} ${component.number}`;
}

/** "July 1, 2025 to June 30, 2028". */
export function periodWords({ cycle }: Pick<PlanGraph, "cycle">): string {
	return `${formatDate(cycle.startsOn)} to ${formatDate(cycle.endsOn)}`;
}

/** A text cut to a length at a word, for links and lists. */
export function shorten(text: string, most = 120): string {
	const line = text.replace(/\s+/gu, " ").trim();
	if (line.length <= most) return line;
	const cut = line.slice(0, most - 3);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most - 30))}...`;
}

/** Several of what an edition calls something: "key activities", "milestones". */
export function severalOf(word: string): string {
	return plural(word.toLowerCase());
}

/** "1 check" or "3 checks". */
export function count(n: number, one: string, many = `${one}s`): string {
	return `${n} ${n === 1 ? one : many}`;
}

/** "a goal", "an improvement goal". */
export function withArticle(word: string): string {
	const lower = word.toLowerCase();
	return `${/^[aeiou]/u.test(lower) ? "an" : "a"} ${lower}`;
}
