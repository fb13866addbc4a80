import { addDays, addMonths, type PlainDate, partsOf, plainDate } from "../../domain/calendar/plain-date.ts";
import { rate } from "../../domain/measure/rate.ts";
import { getNationalPerformance } from "../../frameworks/us-cfsr/national-performance.ts";
import { periodsFrom } from "../../indicators/engine/period.ts";
import type { AfcarsPeriod } from "../../indicators/extracts/canonical-rows.ts";
import { practicePlaces } from "../data/places.ts";
import { createRandom } from "../random.ts";
import { asciiBytes, type FigureFile } from "./figure-file.ts";

/** How the practice State stands on an indicator. Made up: RSP differs from observed as that of a State does. */
const standings = {
	S1: { denominator: 2_600_000, observed: 7.1, ratio: 1.28, margin: 1.6 },
	S2: { denominator: 9_400, observed: 6.9, ratio: 1.33, margin: 0.7 },
	P1: { denominator: 3_900, observed: 37.6, ratio: 0.97, margin: 1.6 },
	P2: { denominator: 2_100, observed: 42.1, ratio: 1.03, margin: 2.1 },
	P3: { denominator: 2_500, observed: 36.4, ratio: 1.01, margin: 1.9 },
	P4: { denominator: 3_200, observed: 6.3, ratio: 1.06, margin: 0.8 },
	P5: { denominator: 1_900_000, observed: 4.9, ratio: 0.92, margin: 0.1 },
} as const;

/** The state data profile of a release, and the day on which it is loaded. */
export type ProfileFile = FigureFile & { readonly day: PlainDate };

/** The newest profile before `today`: profiles are released in February and August, and loaded in the middle of the month after. */
export function makeProfileFile(seed: number, today: PlainDate): ProfileFile {
	const { year } = partsOf(today);
	const releases = [year, year - 1].flatMap((each) => [plainDate(`${each}-08-01`), plainDate(`${each}-02-01`)]);
	const loadDay = (release: PlainDate) => addDays(addMonths(release, 1), 14);
	const release = releases.find((each) => loadDay(each) < today) ?? plainDate(`${year - 1}-02-01`);
	const random = createRandom(seed, `profile/${release}`);
	const lines = getNationalPerformance("round-4").indicators.flatMap(({ code, unit, decimals }) =>
		periodsOf(code, release).map((period, index, all) => {
			const { denominator, observed, ratio, margin } = standings[code];
			const size = Math.round(denominator * (1 + random.shock() / 40));
			const start = [code, period, size];
			// As in real profiles, one indicator could not be calculated where children's numbers did not match.
			if (code === "P4" && index === all.length - 1) return [code, period, "", "", "", "DQ", "DQ", "DQ"].join(",");
			const per = rate(1, 1, unit) ?? 1;
			const numerator = Math.round((size * observed * (1 + random.shock() / 30)) / per);
			const seen = (numerator * per) / size;
			const sign = unit === "percent" ? "%" : "";
			const shown = [seen, seen * ratio, seen * ratio - margin, seen * ratio + margin].map(
				(value) => `${value.toFixed(decimals)}${sign}`,
			);
			return [...start, numerator, ...shown].join(",");
		}),
	);
	const head = "indicator,period,denominator,numerator,observed performance,RSP,lower,upper,profile,state";
	const end = `,${release.slice(0, 7)},${practicePlaces.halcyon.name}`;
	const text = [head, ...lines.map((line) => `${line}${end}`)].join("\r\n");
	return {
		day: loadDay(release),
		fileName: `state-data-profile-${release.slice(0, 7)}.csv`,
		bytes: asciiBytes(`${text}\r\n`),
	};
}

/** The periods that a release has: the newest AFCARS file is that of the half year which ended four months or more before it. */
function periodsOf(code: keyof typeof standings, release: PlainDate): readonly string[] {
	const { year, month } = partsOf(release);
	const inFebruary = month === 2;
	const fiscal = (inFebruary ? year - 3 : year - 2) % 100;
	if (code === "S1") return [fiscal - 1, fiscal].map((each) => `${each}AB_FY${each}`);
	if (code === "S2") return [fiscal - 1, fiscal].map((each) => `FY${each}-${each + 1}`);
	const first: AfcarsPeriod = inFebruary ? `${(year - 4) % 100}A` : `${(year - 4) % 100}B`;
	const files = periodsFrom(first, 8);
	const filesAfter = { P1: 3, P2: 0, P3: 0, P4: 2, P5: 0 }[code];
	const last = files.length - filesAfter;
	return files.slice(last - 5, last - 1).map((period) => `${period}${periodsFrom(period, 2)[1] ?? ""}`);
}
