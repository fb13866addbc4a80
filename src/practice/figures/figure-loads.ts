import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { listQuarterEnds, moveQuarters, newestQuarterEnd } from "../calendar/quarters.ts";
import { loadingHabits } from "../data/loading-habits.ts";
import type { PersonKey } from "../data/people.ts";
import { type CountyKey, practicePlaces } from "../data/places.ts";
import { createRandom, type Random } from "../random.ts";
import { type FigureFile, writeFigureFile } from "./figure-file.ts";
import { makeSeries, type PracticeFigure, quarterCount } from "./make-series.ts";

/** One load of a county's figures: who hands in which file on which day. */
export type FigureLoad = FigureFile & { readonly day: PlainDate; readonly who: PersonKey };

/** Indicators whose counts are still corrected in the quarter after. */
const restatedCodes: readonly string[] = ["2B", "2C"];

/**
 * All loads of a county, oldest first. The first, on `firstDay`, brings everything that was published by then; the others
 * follow the county's habit, and the last has been made by the day before `today`. Each also corrects a few counts of the
 * quarter before, as real extracts do.
 */
export function listFigureLoads(
	seed: number,
	county: CountyKey,
	{ today, firstDay }: { readonly today: PlainDate; readonly firstDay: PlainDate },
): readonly FigureLoad[] {
	const ends = listQuarterEnds(newestQuarterEnd(today), quarterCount);
	const series = makeSeries(seed, county, ends);
	const random = createRandom(seed, `restated/${county}`);
	const { who, everyQuarters, daysAfterPublication } = loadingHabits[county];
	const first = ends.findLastIndex((end) => moveQuarters(end, 1) <= firstDay);
	const due = ends.flatMap((_, at) =>
		at === first || (at > first && (quarterCount - 1 - at) % everyQuarters === 0) ? [at] : [],
	);
	return due.flatMap((at, place): FigureLoad[] => {
		const end = ends[at];
		if (!end) return [];
		const before = due[place - 1] ?? -1;
		const figures = series.flatMap((figure) => {
			if (figure.quarter > before && figure.quarter <= at) return [figure];
			return figure.quarter === before && restatedCodes.includes(figure.code) ? [restate(figure, random)] : [];
		});
		const day = at === first ? firstDay : loadDay(end, daysAfterPublication, today);
		return [{ day, who, ...writeFigureFile(county, figures, end, day) }];
	});
}

/**
 * A file for trying a load out: the quarter after the newest one that is loaded, not yet published. All of it is new, and
 * the period is over, so that the load takes it.
 */
export function practiceFigureFile(seed: number, county: CountyKey, today: PlainDate): FigureFile {
	const next = moveQuarters(newestQuarterEnd(today), 1);
	const figures = makeSeries(seed, county, listQuarterEnds(next, quarterCount + 1));
	const file = writeFigureFile(
		county,
		figures.filter((figure) => figure.quarter === quarterCount),
		next,
		today,
	);
	return { ...file, fileName: `practice-${practicePlaces[county].code}-${file.fileName}` };
}

/** Figures are published three months after the quarter. */
function loadDay(end: PlainDate, daysAfterPublication: number, today: PlainDate): PlainDate {
	const planned = addDays(moveQuarters(end, 1), daysAfterPublication);
	const latest = addDays(today, -1);
	if (planned < latest) return planned;
	return latest;
}

/** A correction: a few visits and responses that were entered late. */
function restate(figure: PracticeFigure, random: Random): PracticeFigure {
	const late = random.whole(0, Math.ceil((figure.denominator - figure.numerator) / 12));
	return { ...figure, numerator: figure.numerator + late };
}
