import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { FigureRow, KnownCounty } from "../../indicators/figures/figure-row.ts";
import { figuresToCsv } from "../../indicators/figures/figures-to-csv.ts";
import { nameQuarter } from "../calendar/quarters.ts";
import { type CountyKey, practicePlaces } from "../data/places.ts";
import { type PracticeFigure, practiceVintage } from "./make-series.ts";

/** A file of figures as a county would hand it in. */
export type FigureFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * Writes figures of one county as CSV. `extract` is the end of the quarter whose data were drawn; the data are as of the
 * day after it, or of `today` where that has not come yet.
 */
export function writeFigureFile(
	county: CountyKey,
	figures: readonly PracticeFigure[],
	extract: PlainDate,
	today: PlainDate,
): FigureFile {
	const { code, name } = practicePlaces[county];
	const place: KnownCounty = { id: code, code, name };
	const dayAfter = addDays(extract, 1);
	const rows = figures.map(
		(figure, index): FigureRow => ({
			row: index + 2,
			jurisdictionId: place.id,
			indicator: figure.code,
			vintage: practiceVintage,
			populationGroup: figure.group,
			periodStart: figure.periodStart,
			periodEnd: figure.periodEnd,
			numerator: figure.numerator,
			denominator: figure.denominator,
			value: (100 * figure.numerator) / figure.denominator,
			source: `Halcyon Child Welfare Indicators Project (fictional), ${nameQuarter(extract)} extract`,
			dataAsOf: dayAfter <= today ? dayAfter : today,
		}),
	);
	return {
		fileName: `${county}-outcomes-${nameQuarter(extract).replace(" quarter ", "-q")}.csv`,
		bytes: asciiBytes(figuresToCsv(rows, [place])),
	};
}

/** A text as bytes; the practice files hold nothing but ASCII. */
export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(text, (sign) => {
		const code = sign.charCodeAt(0);
		if (code > 127) throw new RangeError(`The practice figures hold the sign "${sign}", which is not ASCII.`);
		return code;
	});
}
