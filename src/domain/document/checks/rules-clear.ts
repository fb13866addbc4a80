import type { CheckFunction } from "./check-result.ts";
import { findWaiver } from "./find-waiver.ts";
import { documentPlace } from "./plan-parts.ts";

/** The authority's own tests in one line: which of some rules still have something open (SIP-106). */
export const rulesClear: CheckFunction<"rules-clear"> = ({ check, graph, edition, run }) => {
	const open = check.rules.filter((rule) =>
		edition.checks.some(
			(other) => other.rule === rule && run(other).some((hit) => !findWaiver(graph, rule, hit.place)),
		),
	);
	if (open.length === 0) return [];
	return [{ place: documentPlace(graph, "components", "The State's tests"), words: { rules: open.join(", ") } }];
};
