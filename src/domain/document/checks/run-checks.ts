import type { PlanGraph } from "../../plan/plan-graph.ts";
import { type Check, type CheckKind, CheckSeverity } from "../check-definitions.ts";
import type { Edition, EditionRule } from "../edition.ts";
import { appliesAt } from "../stages.ts";
import { checkFunctions } from "./check-functions.ts";
import type { CheckContext, CheckFunction, CheckInput, CheckResult, Hit } from "./check-result.ts";
import { fillMessage } from "./fill-message.ts";
import { findWaiver } from "./find-waiver.ts";

/**
 * Runs the checks of an edition over a plan: what must be mended first, then what to look at, then what is worth knowing,
 * and within each the edition's own order. Knows no edition and no authority: all that is particular comes from the data.
 * Messages name no figures of the jurisdiction, so that none that is small can leak (design, invariant 6).
 * Throws a `RangeError` when the plan is written under another edition.
 */
export function runChecks(graph: PlanGraph, edition: Edition, context: CheckContext): readonly CheckResult[] {
	if (graph.document.editionId !== edition.id) {
		throw new RangeError(`The plan is written under edition ${graph.document.editionId}, not ${edition.id}.`);
	}
	const rules = new Map(edition.rules.map((rule) => [rule.id, rule]));
	const results = edition.checks.flatMap((check) => {
		const rule = getRule(rules, check.rule);
		if (!appliesAt(check.stage ?? rule.stage, context.stage)) return [];
		return hitsOf(check, graph, edition, context).map((hit) => toResult(hit, check, rule, graph, context));
	});
	const weight = (result: CheckResult) => CheckSeverity.options.indexOf(result.severity);
	return results.toSorted((a, b) => weight(a) - weight(b));
}

/** The results that stop a document: errors that nobody has waived. */
export function openErrors(results: readonly CheckResult[]): readonly CheckResult[] {
	return results.filter((result) => result.severity === "error" && result.waived === undefined);
}

function hitsOf(check: Check, graph: PlanGraph, edition: Edition, context: CheckContext): readonly Hit[] {
	return runOne(check.kind, {
		check,
		graph,
		edition,
		context,
		run: (other) => hitsOf(other, graph, edition, context),
	});
}

function runOne<K extends CheckKind>(kind: K, input: Omit<CheckInput<K>, "check"> & { readonly check: Check }) {
	const run = checkFunctions[kind] as CheckFunction<K>;
	return run(input as CheckInput<K>);
}

function toResult(hit: Hit, check: Check, rule: EditionRule, graph: PlanGraph, context: CheckContext): CheckResult {
	const waiver = findWaiver(graph, check.rule, hit.place);
	const by = waiver && context.waiverGivers?.get(waiver.id);
	return {
		ruleId: check.rule,
		severity: check.severity ?? severityOf(rule),
		stage: check.stage ?? rule.stage,
		message: fillMessage(check.message, hit.words),
		place: hit.place,
		...(waiver && {
			waived: { waiverId: waiver.id, reason: waiver.reason, ...(by !== undefined && { by }) },
		}),
	};
}

function severityOf(rule: EditionRule): CheckSeverity {
	if (rule.severity === "E" || rule.severity === "Ec") return "error";
	return rule.severity === "W" ? "warning" : "information";
}

function getRule(rules: ReadonlyMap<string, EditionRule>, id: string): EditionRule {
	const rule = rules.get(id);
	if (!rule) throw new RangeError(`A check names the rule ${id}, which the edition does not have.`);
	return rule;
}
