import { caseworkerShortfall } from "../money/caseworker-shortfall.ts";
import type { VisitReport } from "./planning-facts.ts";

/** One standard of the law (42 U.S.C. 624(f)) held against what was reported. */
export type VisitStandard = {
	readonly name: string;
	readonly part: number;
	readonly whole: number;
	/** The percentage that the law asks for at least. */
	readonly limit: number;
	/** Not rounded; null where there is nothing to count in. */
	readonly percent: number | null;
	readonly met: boolean | null;
	/** Points off the federal share of title IV-B subpart 1 for this shortfall (check C17 of form CFS-101). */
	readonly pointsOff: number;
};

/** Both standards, judged before any rounding: 95 percent of the months visited, 50 percent of these where the child lives. */
export function visitStandards(
	report: Pick<VisitReport, "careMonths" | "visitedMonths" | "residenceMonths">,
): readonly [VisitStandard, VisitStandard] {
	const { careMonths, visitedMonths, residenceMonths } = report;
	const visits = percentOf(visitedMonths, careMonths);
	const inResidence = percentOf(residenceMonths, visitedMonths);
	const points = caseworkerShortfall({ visits: visits ?? 100, inResidence: inResidence ?? 100 });
	const standard = (name: string, part: number, whole: number, limit: number, pointsOff: number): VisitStandard => ({
		...{ name, part, whole, limit, percent: percentOf(part, whole), pointsOff },
		met: whole === 0 ? null : part * 100 >= limit * whole,
	});
	return [
		standard("Months with a visit", visitedMonths, careMonths, 95, points.visits),
		standard("Visits where the child lives", residenceMonths, visitedMonths, 50, points.inResidence),
	];
}

function percentOf(part: number, whole: number): number | null {
	return whole === 0 ? null : (part * 100) / whole;
}

/** "950 / 1,000 = 95.00 percent". */
export function visitArithmetic({ part, whole, percent }: VisitStandard): string {
	const [a, b] = [part, whole].map((each) => each.toLocaleString("en-US"));
	if (percent === null) return `${a} / ${b}: nothing to count in`;
	return `${a} / ${b} = ${(hundredthsOf(percent) / 100).toFixed(2)} percent`;
}

/** A percentage in hundredths, cut: what misses a standard never reaches it by rounding. */
export function hundredthsOf(percent: number): number {
	return Math.floor(percent * 100 + 1e-9);
}
