/**
 * The numbers of a plan: goal `1.0`, strategy `1.1`, milestone `1.1.1`. They start anew in each component, so a full key
 * is component and number. Source: component template of the 2004 guide (SIP-49, SIP-54, SIP-57).
 */
export type PlanNumber =
	| { readonly level: "goal"; readonly goal: number }
	| { readonly level: "strategy"; readonly goal: number; readonly strategy: number }
	| { readonly level: "milestone"; readonly goal: number; readonly strategy: number; readonly milestone: number };

/** The printed form: `1.0`, `1.1` or `1.1.1`. */
export function formatPlanNumber(number: PlanNumber): string {
	switch (number.level) {
		case "goal":
			return `${number.goal}.0`;
		case "strategy":
			return `${number.goal}.${number.strategy}`;
		case "milestone":
			return `${number.goal}.${number.strategy}.${number.milestone}`;
	}
}

/**
 * Reads a number as printed, or undefined when it is none. Spaces and trailing dots are forgiven, because the guide's own
 * template has them: "1. 2" is strategy 1.2 and "1.2.1." is milestone 1.2.1.
 */
export function parsePlanNumber(text: string): PlanNumber | undefined {
	const match = /^([1-9]\d*)\.(0|[1-9]\d*)(?:\.([1-9]\d*))?$/.exec(text.replace(/\s+/gu, "").replace(/\.+$/, ""));
	if (!match) return undefined;
	const [goal, strategy] = [Number(match[1]), Number(match[2])];
	if (match[3] === undefined) return strategy === 0 ? { level: "goal", goal } : { level: "strategy", goal, strategy };
	return strategy === 0 ? undefined : { level: "milestone", goal, strategy, milestone: Number(match[3]) };
}

/** The printed form of a number that came from elsewhere, or undefined when it is none. */
export function normalisePlanNumber(text: string): string | undefined {
	const number = parsePlanNumber(text);
	return number && formatPlanNumber(number);
}
