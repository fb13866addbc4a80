import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import type { PlanContext } from "./plan-context.ts";

/** What a check's weight means to the person who writes. */
const severityWords: Readonly<Record<CheckResult["severity"], string>> = {
	error: "To fix",
	warning: "To look at",
	information: "Good to know",
};

/** What the checks say to one part of the plan, beside it; with `about`, only on some of its fields. */
export function PartChecks(props: {
	readonly plan: PlanContext;
	readonly ids: readonly string[];
	readonly about?: (field: string) => boolean;
}) {
	const { ids, about = () => true } = props;
	const checks = props.plan.checks.filter(
		({ place, waived }) => ids.includes(place.id) && about(place.field) && waived === undefined,
	);
	if (checks.length === 0) return null;
	return (
		<ul className="part-checks">
			{checks.map((check) => (
				<li key={`${check.ruleId}|${check.place.field}|${check.message}`} className={`part-check--${check.severity}`}>
					<strong>{severityWords[check.severity]}:</strong> {check.message}
				</li>
			))}
		</ul>
	);
}
