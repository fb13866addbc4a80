import type { CheckResult } from "../../../domain/money/checks/check-form.ts";
import type { MoneyFinding } from "../../../domain/money/checks/finding.ts";
import type { BudgetFormProps } from "./budget-props.ts";
import { cellPath } from "./budget-props.ts";
import { CheckTag } from "./check-tag.tsx";

/** How many checks are to fix, to look at, not known yet, met. */
export function countInWords(checks: readonly CheckResult[]): string {
	const count = (outcome: CheckResult["outcome"]) => checks.filter((each) => each.outcome === outcome).length;
	return `${count("error")} to fix, ${count("warning")} to look at, ${count("unknown")} not known yet, ${count("met")} met`;
}

/** All checks as a task list: each with its arithmetic and a way to the cell. What is met is folded away. */
export function CheckList({ form, checks, cells }: Pick<BudgetFormProps, "form" | "checks" | "cells">) {
	const names = new Map(cells.map(({ cell, name }) => [cell, name]));
	return (
		<ul className="usa-list usa-list--unstyled">
			{checks.map(({ id, rule, outcome, findings, source, status }) => {
				const open = findings.filter((each) => each.outcome !== "met");
				const met = findings.filter((each) => each.outcome === "met");
				return (
					<li key={id} className="border-top-1px border-base-lighter padding-y-1" id={`check-${id}`}>
						<h3 className="margin-y-0 font-body-md">
							<CheckTag outcome={outcome} /> {id}: {rule}
						</h3>
						<p className="usa-hint margin-y-05">
							{source}
							{status === "knowledge" ? " (known in the field, not confirmed in a text that was read)" : ""}
						</p>
						<Findings form={form} findings={open} names={names} />
						{met.length > 0 ? (
							<details>
								<summary>
									The arithmetic that holds ({met.length}
									<span className="usa-sr-only"> of check {id}</span>)
								</summary>
								<Findings form={form} findings={met} names={names} />
							</details>
						) : null}
					</li>
				);
			})}
		</ul>
	);
}

function Findings(props: {
	readonly form: BudgetFormProps["form"];
	readonly findings: readonly MoneyFinding[];
	readonly names: ReadonlyMap<string, string>;
}) {
	if (props.findings.length === 0) return null;
	return (
		<ul className="usa-list measure-5">
			{props.findings.map(({ message, cell }) => (
				<li key={message}>
					{message}{" "}
					<a className="usa-link" href={cellPath(props.form, cell)}>
						Go to {props.names.get(cell) ?? "the field"}
					</a>
				</li>
			))}
		</ul>
	);
}
