import { type MaskedFigure, maskFigure, type Shown } from "./masking.ts";
import type { Observation, PopulationGroup, Unit } from "./measure-facts.ts";

type Figure = Pick<Observation, "populationGroup" | "numerator" | "denominator" | "value" | "withheld">;
type Count = "numerator" | "denominator";

const masked: Shown = { masked: true };
const parts: readonly PopulationGroup[] = ["child-welfare", "probation"];

/**
 * Masks the figures of one indicator, place and period together: each on its own (`maskFigure`), and then the other part
 * too where a masked one could be worked out by subtraction. All children less child welfare is probation, so when 4 of
 * probation are masked beside 62 of all, the 58 of child welfare are masked as well (design, invariant 6). The whole stays.
 *
 * Answers in the order given.
 */
export function maskGroups(figures: readonly Figure[], unit: Unit): readonly MaskedFigure[] {
	const alone = figures.map((figure) => maskFigure(figure, unit));
	const hide: Readonly<Record<Count, boolean>> = {
		numerator: givesAway(figures, alone, "numerator"),
		denominator: givesAway(figures, alone, "denominator"),
	};
	return alone.map((figure, index) => {
		const group = figures[index]?.populationGroup;
		if (!group || !parts.includes(group) || !(hide.numerator || hide.denominator)) return figure;
		return {
			numerator: hide.numerator && figure.numerator ? masked : figure.numerator,
			denominator: hide.denominator && figure.denominator ? masked : figure.denominator,
			value: masked,
		};
	});
}

/** Is a count of one part masked while the whole and the other part show theirs? */
function givesAway(figures: readonly Figure[], alone: readonly MaskedFigure[], count: Count): boolean {
	const shownOf = (group: PopulationGroup) =>
		alone[figures.findIndex((each) => each.populationGroup === group)]?.[count];
	const whole = shownOf("all");
	const counts = parts.map(shownOf);
	return whole?.masked === false && counts.some((each) => each?.masked === true);
}
