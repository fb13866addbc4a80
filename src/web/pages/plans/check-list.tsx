import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import { stageLabels } from "../../../domain/document/stages.ts";
import { addressOf } from "./address-of.ts";
import type { PlanContext } from "./plan-context.ts";
import { planPath } from "./plan-paths.ts";
import { count } from "./plan-words.ts";

const groups: readonly { readonly severity: CheckResult["severity"]; readonly title: string }[] = [
	{ severity: "error", title: "To fix" },
	{ severity: "warning", title: "To look at" },
	{ severity: "information", title: "Good to know" },
];

/** "2 to fix, 5 to look at", of the checks that nobody has set aside. */
export function checkCounts(checks: readonly CheckResult[]): string {
	const open = checks.filter((check) => check.waived === undefined);
	const of = (severity: CheckResult["severity"]) => open.filter((check) => check.severity === severity).length;
	if (of("error") + of("warning") === 0) return "Nothing to fix and nothing to look at";
	return `${of("error")} to fix, ${of("warning")} to look at`;
}

/** What the edition's checks say, as a task list: each line leads to the very field that mends it. */
export function CheckList({ plan }: { readonly plan: PlanContext }) {
	const waived = plan.checks.filter((check) => check.waived !== undefined);
	return (
		<section aria-labelledby="checks">
			<h2 id="checks" tabIndex={-1}>
				Checks: {checkCounts(plan.checks)}
			</h2>
			{plan.edition.checks.length === 0 ? <p>This edition is here in outline and has no checks yet.</p> : null}
			{groups.map(({ severity, title }) => {
				const checks = plan.checks.filter((check) => check.severity === severity && check.waived === undefined);
				return checks.length === 0 ? null : (
					<details key={severity} open={severity === "error"} className="check-group">
						<summary>
							<h3 className="check-group__title">
								{title} ({checks.length})
							</h3>
						</summary>
						<ul className="usa-list usa-list--unstyled check-list">
							{checks.map((check) => (
								<CheckLine key={keyOf(check)} plan={plan} check={check} />
							))}
						</ul>
					</details>
				);
			})}
			{waived.length > 0 ? (
				<details className="check-group">
					<summary>
						<h3 className="check-group__title">Set aside ({count(waived.length, "check")})</h3>
					</summary>
					<ul className="usa-list usa-list--unstyled check-list">
						{waived.map((check) => (
							<WaivedLine key={keyOf(check)} plan={plan} check={check} />
						))}
					</ul>
				</details>
			) : null}
		</section>
	);
}

const keyOf = ({ ruleId, place, message }: CheckResult) => `${ruleId}|${place.id}|${place.field}|${message}`;

function CheckLine({ plan, check }: { readonly plan: PlanContext; readonly check: CheckResult }) {
	return (
		<li className="check-line">
			<a className="usa-link" href={addressOf(check.place, plan)}>
				{check.place.label}
			</a>
			<div>{check.message}</div>
			<div className="check-line__rule">
				Rule {check.ruleId}, {stageLabels[check.stage].toLowerCase()}
				{plan.mayWaive && check.severity === "error" ? (
					<>
						{". "}
						<a className="usa-link" href={waivePath(plan, check)}>
							Set aside with a reason
							<span className="usa-sr-only">
								: {check.place.label}, {check.ruleId}
							</span>
						</a>
					</>
				) : null}
			</div>
		</li>
	);
}

function WaivedLine({ plan, check }: { readonly plan: PlanContext; readonly check: CheckResult }) {
	const { waived } = check;
	return (
		<li className="check-line">
			<a className="usa-link" href={addressOf(check.place, plan)}>
				{check.place.label}
			</a>
			<div>{check.message}</div>
			<div>
				<strong>Set aside{waived?.by ? ` by ${waived.by}` : ""}:</strong> {waived?.reason}
			</div>
			<div className="check-line__rule">Rule {check.ruleId}</div>
			{plan.mayWaive && waived ? (
				<form method="post" action={planPath(plan.graph.document.id, `/waivers/${waived.waiverId}/remove`)}>
					<button type="submit" className="usa-button usa-button--unstyled part-action">
						Let it count again
						<span className="usa-sr-only">
							: {check.place.label}, {check.ruleId}
						</span>
					</button>
				</form>
			) : null}
		</li>
	);
}

/** The page on which a check is set aside: which rule, about which thing, for which indicator. */
function waivePath({ graph }: PlanContext, { ruleId, place }: CheckResult): string {
	return planPath(
		graph.document.id,
		`/waive?rule=${encodeURIComponent(ruleId)}&about=${place.id}${place.subject === undefined ? "" : `&subject=${encodeURIComponent(place.subject)}`}`,
	);
}
