import type { ActionBody } from "../workflow/action.ts";
import type { FactKind } from "../workflow/fact-kinds.ts";

/** One change of a goal, or of what serves it, since the last submission: what it said before, what it says now, and why. */
export type Revision = {
	readonly kind: FactKind;
	readonly id: string;
	readonly verb: ActionBody["verb"];
	/** The field that changed; empty where the whole was added or taken away. */
	readonly field: string;
	readonly before: string;
	readonly after: string;
	readonly reason: string;
	readonly at: string;
	readonly by: string;
};

/** The fields of each kind in which a change is a revision of the plan. How a milestone stands is a report, not a revision. */
const revisedFields: Partial<Record<FactKind, readonly string[]>> = {
	goal: ["statement"],
	objective: ["statement", "measureId", "evidenceOfCompletion", "dataSource", "cadence"],
	baseline: ["value", "numerator", "denominator", "periodStart", "periodEnd", "source", "dueOn"],
	target: ["value", "by"],
	strategy: ["statement", "rationale"],
	milestone: ["statement", "dueOn", "timeframeMonths"],
};

/** The fields in words. */
export const revisedFieldWords: Readonly<Record<string, string>> = {
	statement: "wording",
	measureId: "measure",
	evidenceOfCompletion: "evidence of completion",
	dataSource: "source",
	cadence: "how often",
	value: "value",
	numerator: "numerator",
	denominator: "denominator",
	periodStart: "start of the period",
	periodEnd: "end of the period",
	source: "source",
	by: "day",
	dueOn: "day",
	timeframeMonths: "timeframe in months",
	rationale: "rationale",
};

/** Every revision after a moment, oldest first. One change of several fields is several revisions with one reason (INT-08). */
export function revisionsSince(actions: readonly ActionBody[], since: string): readonly Revision[] {
	return actions
		.filter(({ at }) => at > since)
		.toSorted((a, b) => a.at.localeCompare(b.at) || a.position - b.position)
		.flatMap((action) => revisionsOf(action));
}

/** What one action revised: nothing where it did not change what the plan says. */
export function revisionsOf({ kind, subject, verb, before, after, reason, at, actorName }: ActionBody): Revision[] {
	const fields = revisedFields[kind];
	if (!fields) return [];
	const common = { kind, id: subject, verb, reason, at, by: actorName };
	if (verb !== "change") {
		const name = words(after.statement ?? before.statement ?? after.value ?? "");
		return [{ ...common, field: "", before: "", after: name }];
	}
	return fields
		.filter((field) => field in after)
		.map((field) => ({ ...common, field, before: words(before[field]), after: words(after[field]) }));
}

function words(value: unknown): string {
	if (value === null || value === undefined) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
