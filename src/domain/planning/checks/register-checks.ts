import type { PlanningRules } from "../planning-rules.ts";
import { type PlanningView, roleHolders } from "../planning-view.ts";
import { type CheckOutcome, count, outcome } from "./check-outcome.ts";

/** Every kind of plan of the rules is in the register, with cycle, owner and due rule. */
export function plansRegistered(rules: PlanningRules, view: PlanningView): CheckOutcome {
	const plans = view.facts["statewide-plan"];
	const missing = rules.planTypes.flatMap(({ id, name }) => {
		const plan = plans.find((each) => each.planType === id);
		if (!plan) return [`"${name}" is not in the register.`];
		return [
			...(plan.cycle === "" ? [`"${plan.name}" does not say how often it is made.`] : []),
			...(plan.ownerPersonId === null && plan.ownerTitle === "" ? [`"${plan.name}" has no owner.`] : []),
			...(plan.dueRuleId === "" && plan.dueWords === "" ? [`"${plan.name}" does not say when it is due.`] : []),
		];
	});
	return outcome(missing, count(plans.length, "plan"));
}

/** Every plan of the register says where it is reported. */
export function plansReported(_rules: PlanningRules, view: PlanningView): CheckOutcome {
	const plans = view.facts["statewide-plan"];
	if (plans.length === 0) return outcome(["The register is empty."]);
	return outcome(
		plans
			.filter(({ reportedIn }) => reportedIn === "")
			.map(({ name }) => `"${name}" does not say in which section it is reported.`),
		count(plans.length, "plan"),
	);
}

/** Somebody holds the role today, and is not the one who holds the other. */
export function roleHeld(
	rules: PlanningRules,
	view: PlanningView,
	{ role, apartFrom }: { readonly role: string; readonly apartFrom?: string | undefined },
): CheckOutcome {
	const nameOf = (id: string) => rules.roles.find((each) => each.id === id)?.name ?? id;
	const holders = roleHolders(view, role);
	if (holders.length === 0) return outcome([`"${nameOf(role)}" is vacant.`]);
	const others = apartFrom === undefined ? [] : roleHolders(view, apartFrom);
	const both = holders.filter((holder) =>
		others.some((other) =>
			holder.personId !== null && other.personId !== null
				? holder.personId === other.personId
				: holder.name === other.name,
		),
	);
	return outcome(
		both.map(({ name }) => `${name} is both "${nameOf(role)}" and "${nameOf(apartFrom ?? "")}".`),
		holders.map(({ name }) => name).join(", "),
	);
}

/** The State has goals in the cycle. */
export function goalsSet(_rules: PlanningRules, view: PlanningView): CheckOutcome {
	return outcome(
		view.goals.length === 0 ? ["The State has no goal in these five years."] : [],
		count(view.goals.length, "goal"),
	);
}

/** Strengths and areas needing improvement are both among the findings. */
export function findingsOfBothKinds(_rules: PlanningRules, view: PlanningView): CheckOutcome {
	const has = (judgement: string) => view.findings.some((each) => each.judgement === judgement);
	return outcome(
		[
			...(has("strength") ? [] : ["The State has no confirmed finding that is a strength."]),
			...(has("area-needing-improvement")
				? []
				: ["The State has no confirmed finding that is an area needing improvement."]),
		],
		count(view.findings.length, "finding"),
	);
}

/** Every panel of the profile has values, or a source. */
export function profilePanels(
	rules: PlanningRules,
	view: PlanningView,
	{ sources }: { readonly sources: boolean },
): CheckOutcome {
	const tables = view.facts["demographic-panel"];
	const missing = rules.profilePanels.flatMap(({ id, name }) => {
		const mine = tables.filter((each) => each.panel === id);
		if (mine.every(({ values }) => values.length === 0)) return [`"${name}" has no numbers.`];
		return sources && mine.some(({ source }) => source === "") ? [`"${name}" does not say its source.`] : [];
	});
	return outcome(missing, count(tables.length, "table"));
}
