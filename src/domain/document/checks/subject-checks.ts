import type { Indicator } from "../../measure/indicator.ts";
import type { ComponentNode } from "../../plan/plan-graph.ts";
import type { Edition, SystemicFactor } from "../edition.ts";
import type { CheckContext, CheckFunction } from "./check-result.ts";
import { filledFields } from "./field-checks.ts";
import { componentPlace, componentsOf, documentPlace, goalsOf, milestonesOf, strategiesOf } from "./plan-parts.ts";

/** The place is one that the edition is for (SIP-1). A practice installation's places are let through. */
export const jurisdictionListed: CheckFunction<"jurisdiction-listed"> = ({ graph, edition }) => {
	const { kind, code, name } = graph.jurisdiction;
	const { kinds, places } = edition.jurisdictions;
	const listed = places.length === 0 || places.some((place) => place.code === code) || isPractice(edition, code);
	if (kinds.includes(kind) && listed) return [];
	return [
		{
			place: { kind: "jurisdiction", id: graph.jurisdiction.id, field: "code", label: name },
			words: { name, code, kind },
		},
	];
};

/** The name printed on the cover is the name of the place with this code (SIP-13). */
export const jurisdictionNamed: CheckFunction<"jurisdiction-named"> = ({ graph, edition }) => {
	const { code, name } = graph.jurisdiction;
	const place = edition.jurisdictions.places.find((each) => each.code === code);
	const bare = (text: string) =>
		text
			.toLowerCase()
			.replace(/\s+county$/u, "")
			.trim();
	if (!place || bare(place.name) === bare(name)) return [];
	return [
		{
			place: { kind: "jurisdiction", id: graph.jurisdiction.id, field: "name", label: name },
			words: { name, code, expected: place.name },
		},
	];
};

export const subjectKindPresent: CheckFunction<"subject-kind-present"> = ({ check, graph, edition }) => {
	if (graph.components.length === 0) return [];
	if (graph.components.some(({ focusArea }) => focusArea.subjectKind === check.subject)) return [];
	return [{ place: documentPlace(graph, "components", edition.words.component), words: {} }];
};

/** Two components on the same indicator or factor, under any of its codes (SIP-35). */
export const subjectUnique: CheckFunction<"subject-unique"> = ({ graph, edition, context }) => {
	const first = new Map<string, string>();
	return componentsOf(graph, edition).flatMap((part) => {
		const keys = subjectKeys(part.component, edition, context);
		const other = keys.map((key) => first.get(key)).find((name) => name !== undefined);
		for (const key of keys) if (!first.has(key)) first.set(key, part.name);
		return other ? [{ place: componentPlace(part, "codes"), words: { thing: part.name, other } }] : [];
	});
};

/** The subject is an indicator or a factor of the edition's catalogue, and one of the two (SIP-36). */
export const subjectKnown: CheckFunction<"subject-known"> = ({ graph, edition, context }) =>
	componentsOf(graph, edition).flatMap((part) => {
		const { subjectKind, codes } = part.component.focusArea;
		const hit = (why: string) => [{ place: componentPlace(part, "codes"), words: { thing: part.name, why } }];
		if (subjectKind === "other") return hit("it is about neither an outcome indicator nor a systemic factor");
		if (codes.length === 0) return hit("it names no code");
		const unknown = codes.filter((code) =>
			subjectKind === "indicator" ? !findIn(edition, context, code) : !findFactor(edition, code),
		);
		if (unknown.length === 0) return [];
		const catalogue = subjectKind === "indicator" ? "indicators" : "systemic factors";
		return hit(`${unknown.join(" and ")} is not among this edition's ${catalogue}`);
	});

export const subjectSingle: CheckFunction<"subject-single"> = ({ graph, edition }) =>
	componentsOf(graph, edition)
		.filter((part) => part.component.focusArea.codes.length > 1)
		.map((part) => ({
			place: componentPlace(part, "codes"),
			words: { thing: part.name, codes: part.component.focusArea.codes.join(" and ") },
		}));

/** The subject is one of some: for hints that belong to those subjects (SIP-46). */
export const subjectAmong: CheckFunction<"subject-among"> = ({ check, graph, edition, context }) =>
	componentsOf(graph, edition)
		.filter((part) => catalogueCodes(part.component, edition, context).some((code) => check.codes.includes(code)))
		.filter((part) => !check.whileProbationOpen || isProbationOpen(part.component))
		.map((part) => ({
			place: componentPlace(part, check.whileProbationOpen ? "probationConsidered" : "codes"),
			words: { thing: part.name },
		}));

/** A factor that several components name as support, and that has no component of its own (SIP-42). */
export const factorRepeated: CheckFunction<"factor-repeated"> = (input) => {
	const { check, graph, edition } = input;
	const own = new Set(graph.components.flatMap(({ focusArea }) => focusArea.codes));
	const texts = filledFields(input, check.field);
	return edition.systemicFactors
		.filter((factor) => !own.has(factor.id))
		.map((factor) => ({ factor, n: texts.filter((each) => namesFactor(each.text, factor)).length }))
		.filter(({ n }) => n >= check.min)
		.map(({ factor, n }) => ({
			place: documentPlace(graph, "components", factor.label),
			words: { factor: factor.label, count: String(n) },
		}));
};

export const originIs: CheckFunction<"origin-is"> = ({ check, graph, edition }) =>
	componentsOf(graph, edition)
		.filter((part) => part.component.focusArea.origin === check.origin)
		.map((part) => ({ place: componentPlace(part, "origin"), words: { thing: part.name } }));

/** Probation was considered, or the reason why it does not apply is given (SIP-44). */
export const probationAnswered: CheckFunction<"probation-answered"> = ({ graph, edition }) =>
	componentsOf(graph, edition)
		.filter((part) => isProbationOpen(part.component))
		.map((part) => {
			const open = part.component.focusArea.probationConsidered === "unanswered";
			return {
				place: componentPlace(part, open ? "probationConsidered" : "probationReason"),
				words: {
					thing: part.name,
					why: open ? "does not say whether probation was considered" : "gives no reason why probation does not apply",
				},
			};
		});

/** Somewhere in the plan a goal, strategy or milestone is marked for one of these populations (SIP-45). */
export const populationMarked: CheckFunction<"population-marked"> = ({ check, graph, edition }) => {
	const marks = [
		...goalsOf(graph, edition).map((part) => part.goal.goal.population),
		...strategiesOf(graph, edition).map((part) => part.strategy.strategy.population),
		...milestonesOf(graph, edition).map((part) => part.milestone.milestone.population),
	];
	if (marks.length === 0 || marks.flat().some((mark) => check.populations.includes(mark))) return [];
	return [{ place: documentPlace(graph, "components", "Population"), words: {} }];
};

/** The indicator of this code in any vintage that the edition uses. */
export function findIn(
	edition: Edition,
	context: Pick<CheckContext, "findIndicator">,
	code: string,
): Indicator | undefined {
	for (const vintage of edition.indicatorVintages) {
		const indicator = context.findIndicator(vintage, code);
		if (indicator) return indicator;
	}
	return undefined;
}

export function findFactor(edition: Edition, id: string): SystemicFactor | undefined {
	return edition.systemicFactors.find((factor) => factor.id === id);
}

function subjectKeys(component: ComponentNode, edition: Edition, context: CheckContext): readonly string[] {
	const { subjectKind, codes, label } = component.focusArea;
	if (codes.length === 0) return [`label/${label.trim().toLowerCase()}`];
	return catalogueCodes(component, edition, context).map((code) => `${subjectKind}/${code}`);
}

/** The codes of a component's subject as the catalogue spells them. */
export function catalogueCodes(
	{ focusArea }: ComponentNode,
	edition: Edition,
	context: Pick<CheckContext, "findIndicator">,
): readonly string[] {
	if (focusArea.subjectKind !== "indicator") return focusArea.codes;
	return focusArea.codes.map((code) => findIn(edition, context, code)?.code ?? code);
}

function isProbationOpen({ focusArea }: ComponentNode): boolean {
	if (focusArea.probationConsidered === "not-applicable") return focusArea.probationReason.trim() === "";
	return focusArea.probationConsidered === "unanswered";
}

function namesFactor(text: string, factor: SystemicFactor): boolean {
	const lower = text.toLowerCase();
	return factor.terms.some((term) => lower.includes(term));
}

function isPractice(edition: Edition, code: string): boolean {
	return edition.jurisdictions.practicePrefix !== "" && code.startsWith(edition.jurisdictions.practicePrefix);
}
