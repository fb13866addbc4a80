import type { Answers, Question } from "./engine.ts";
import type { IndicatorId } from "./indicator.ts";
import { countStep } from "./steps.ts";

/** All children of a county in one age category of risk adjustment: what a comparison of counties is fitted to. Never masked. */
export type RiskCell = {
	readonly indicator: IndicatorId;
	/** Five digits, or "unknown". */
	readonly county: string;
	/** -2 is 0 to 3 months, -1 is 4 to 11 months, then the year of age (section 2.1). */
	readonly riskAge: number;
	readonly children: number;
	readonly numerator: number;
	readonly denominator: number;
};

const nameOf = (indicator: IndicatorId) => `${countStep(indicator)}_by_risk_age`;

/** Asks the counts of an indicator by county and age category of risk adjustment. */
export function riskQuestion(indicator: IndicatorId): Question {
	const sums = "count(*) as children, sum(numerator) as numerator, sum(denominator) as denominator";
	const sql = `select county, risk_age, ${sums} from ${countStep(indicator)} group by county, risk_age`;
	return { name: nameOf(indicator), sql };
}

/** The cells of an indicator, by county and age. */
export function riskCellsOf(indicator: IndicatorId, answers: Answers): readonly RiskCell[] {
	return (answers[nameOf(indicator)] ?? [])
		.map((row) => ({
			indicator,
			county: String(row.county),
			riskAge: Number(row.risk_age),
			children: Number(row.children),
			numerator: Number(row.numerator),
			denominator: Number(row.denominator),
		}))
		.sort((a, b) => (a.county === b.county ? a.riskAge - b.riskAge : a.county < b.county ? -1 : 1));
}
