import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { getCodes2020, getElement2020 } from "./afcars-2020-elements.ts";
import type { ElementValues } from "./afcars-2020-record.ts";
import type { AfcarsPeriod } from "./canonical-rows.ts";
import { checkCode } from "./check-code.ts";
import { reportImpossible } from "./check-stay.ts";
import type { VisitRow } from "./extract-rows.ts";
import type { ProblemTally } from "./problem-tally.ts";

/** Element 152: the visit was where the child lives. 2 is any other place. */
const inResidence = "1";

/**
 * The caseworker visits of one removal (AFCARS 2020, elements 151 and 152), for the monthly visit measure of title IV-B
 * (42 U.S.C. 624(f)). Visits without a date count nowhere and give no row.
 */
export function readVisits(
	visits: readonly ElementValues[],
	removal: {
		readonly period: AfcarsPeriod;
		readonly child: string;
		readonly county: string;
		readonly readDate: (text: string) => PlainDate | null;
		readonly tally: ProblemTally;
	},
): VisitRow[] {
	const { period, child, county, readDate, tally } = removal;
	return visits.flatMap((values) => {
		const text = values.get(151) ?? "";
		const visitedOn = readDate(text);
		checkCode(values.get(152) ?? "", getCodes2020(152), getElement2020(152), tally);
		if (visitedOn !== null) return [{ period, child, county, visitedOn, inResidence: values.get(152) === inResidence }];
		if (!reportImpossible({ text, date: null, element: getElement2020(151) }, tally))
			tally.report("visit-date-missing", getElement2020(151));
		return [];
	});
}
