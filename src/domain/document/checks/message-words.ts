import type { CheckKind } from "../check-definitions.ts";

const component = ["thing"] as const;
const field = ["thing", "label", "value"] as const;
const group = ["group"] as const;
const measure = ["thing", "measure"] as const;
const none = [] as const;

/** The `{words}` that each kind of check offers to its message. The compiler holds the functions to it, a test the data. */
export const messageWords = {
	"field-present": field,
	"one-field-present": field,
	"fields-together": field,
	"fields-differ": field,
	"field-empty-for": field,
	"field-quarter-end": field,
	"field-email": field,
	"value-present": component,
	count: ["thing", "count"],
	"no-unplaced-parts": ["thing", "missing"],
	"positions-differ": ["thing", "other"],
	"period-order": ["start", "end"],
	"period-length": ["start", "end", "months"],
	"date-set": ["found"],
	"due-within-period": ["thing", "due", "start", "end"],
	"due-share": ["soon", "count"],
	"timeframe-one-of": ["thing", "months"],
	"jurisdiction-listed": ["name", "code"],
	"jurisdiction-named": ["name", "code", "expected"],
	"subject-kind-present": none,
	"subject-unique": ["thing", "other"],
	"subject-known": ["thing", "why"],
	"subject-single": ["thing", "codes"],
	"subject-among": component,
	"factor-repeated": ["factor", "count"],
	"origin-is": component,
	"probation-answered": ["thing", "why"],
	"population-marked": none,
	"findings-answered": ["finding"],
	"below-standard-answered": ["indicator", "standard", "why"],
	"standard-missing": ["thing", "code"],
	"measured-value-present": component,
	"baseline-agrees": measure,
	"baseline-period": ["thing", "measure", "end", "quarter"],
	"goal-kind-shown": component,
	"goal-measurable": ["thing", "missing"],
	"target-direction": ["thing", "measure", "better"],
	"target-reach": ["thing", "measure", "target", "why"],
	"rationale-mentions-subject": ["thing", "subject"],
	"other-plan-mentioned": none,
	"assigned-to-person": ["thing", "value"],
	"milestone-done": ["thing", "why", "suggestion"],
	"milestone-evidence": ["thing", "why"],
	"team-group": group,
	"consultation-dated": group,
	"some-of-groups": ["groups"],
	"self-assessment-complete": ["why"],
	"subjects-rated": ["thing", "missing"],
	"figures-assessed": ["indicator"],
	"body-roles": component,
	"body-tags": ["missing"],
	"collection-complete": ["thing", "missing"],
	"peer-review-complete": ["missing"],
	"reference-placed": component,
	"factors-explored": ["thing", "factor"],
	"assistance-asked": component,
	"academy-informed": component,
	"chosen-by-director": ["why"],
	"team-overlap": ["shared", "count"],
	"rules-clear": ["rules"],
} as const satisfies Readonly<Record<CheckKind, readonly string[]>>;

/** The words that a check of this kind must supply. */
export type MessageWords<K extends CheckKind> = Readonly<Record<(typeof messageWords)[K][number], string>>;
