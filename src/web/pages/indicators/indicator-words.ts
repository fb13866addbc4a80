import { formatValue } from "../../../domain/measure/format-value.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import type { Unit } from "../../../domain/measure/measure-facts.ts";
import type { CountProps } from "./indicator-props.ts";

/** The names of the seven statewide data indicators, CFSR Round 4. */
export const indicatorNames = {
	S1: "Maltreatment in foster care",
	S2: "Recurrence of maltreatment",
	P1: "Permanency in 12 months for children entering care",
	P2: "Permanency in 12 months for children in care 12 to 23 months",
	P3: "Permanency in 12 months for children in care 24 months or more",
	P4: "Reentry to foster care in 12 months",
	P5: "Placement stability",
} as const;
export type IndicatorName = keyof typeof indicatorNames;
export const indicatorIds = Object.keys(indicatorNames) as readonly IndicatorName[];

/** What numerator and denominator count. */
export const countWords: Readonly<Record<IndicatorName, { readonly numerator: string; readonly denominator: string }>> =
	{
		S1: { numerator: "Victimizations", denominator: "Days in care" },
		S2: { numerator: "Children with another report", denominator: "Children with a report" },
		P1: { numerator: "Children with permanency", denominator: "Children entering care" },
		P2: { numerator: "Children with permanency", denominator: "Children in care" },
		P3: { numerator: "Children with permanency", denominator: "Children in care" },
		P4: { numerator: "Children who reentered", denominator: "Children who left care" },
		P5: { numerator: "Moves", denominator: "Days in care" },
	};

const unitOf = (indicator: IndicatorName): Unit =>
	indicator === "S1" ? "per-100000-days" : indicator === "P5" ? "per-1000-days" : "percent";

/** A count as it is shown: masked ones are a mark. */
export function shownCount(value: number | null): string {
	return value === null ? maskedMark : value.toLocaleString("en-US");
}

/** Observed performance in its unit; a dash where there is nobody to count. */
export function shownObserved(indicator: IndicatorName, { observed, isMasked }: CountProps): string {
	if (observed !== null) return formatValue(observed, unitOf(indicator));
	return isMasked ? maskedMark : "–";
}

/** "October 2022 to September 2023" */
export function windowWords({ windowStart, windowEnd }: { readonly windowStart: string; readonly windowEnd: string }) {
	return `${month(windowStart)} to ${month(windowEnd)}`;
}

function month(day: string): string {
	return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
}
