import type { Measure, PopulationGroup } from "../../../domain/measure/measure-facts.ts";
import { listIndicators } from "../../../frameworks/ca-indicators/catalogue.ts";
import type { SelectOptionGroup } from "../../forms/select-field.tsx";
import { groupWords } from "./fact-words.ts";

const groups: readonly PopulationGroup[] = ["all", "child-welfare", "probation"];

/** The value of the choice for a measure: vintage, code and group, `ccfsr-2004|3F|all`. Empty for no measure. */
export function measureValue(measure: Pick<Measure, "vintage" | "indicator" | "populationGroup"> | undefined): string {
	return measure ? `${measure.vintage}|${measure.indicator}|${measure.populationGroup}` : "";
}

/** Reads the value of a choice; undefined when it is none of ours. */
export function readMeasureValue(
	value: string,
): { readonly vintage: string; readonly indicator: string; readonly populationGroup: PopulationGroup } | undefined {
	const [vintage = "", indicator = "", group = ""] = value.split("|");
	const populationGroup = groups.find((each) => each === group);
	return vintage && indicator && populationGroup ? { vintage, indicator, populationGroup } : undefined;
}

/** What a goal can be measured by: the component's own indicators first, then all others of the edition's vintages. */
export function measureOptions(
	vintages: readonly string[],
	codes: readonly string[],
	current: Pick<Measure, "vintage" | "indicator" | "populationGroup" | "title"> | undefined,
): readonly SelectOptionGroup[] {
	const indicators = vintages
		.flatMap((vintage) => listIndicators(vintage))
		.filter(({ label, unit, desiredDirection }) => label && unit && desiredDirection);
	const option = (vintage: string, code: string, label: string, populationGroup: PopulationGroup) => ({
		value: measureValue({ vintage, indicator: code, populationGroup }),
		label: `${code} ${label} (${groupWords[populationGroup].toLowerCase()})`,
	});
	const own = indicators.filter(({ code }) => codes.includes(code));
	const ownOptions = own.flatMap(({ vintage, code, label }) =>
		groups.map((group) => option(vintage, code, label ?? "", group)),
	);
	const otherOptions = indicators
		.filter((indicator) => !own.includes(indicator))
		.map(({ vintage, code, label }) => option(vintage, code, label ?? "", "all"));
	const known = [...ownOptions, ...otherOptions].some(({ value }) => value === measureValue(current));
	const kept =
		current && !known ? [option(current.vintage, current.indicator, current.title, current.populationGroup)] : [];
	return [
		{ label: "Chosen now", options: kept },
		{ label: "Of this component", options: ownOptions },
		{ label: "Other indicators", options: otherOptions },
	].filter(({ options }) => options.length > 0);
}
