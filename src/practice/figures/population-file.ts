import { addDays, type PlainDate, partsOf, plainDate } from "../../domain/calendar/plain-date.ts";
import { countyKeys, practicePlaces } from "../data/places.ts";
import { createRandom } from "../random.ts";
import { asciiBytes, type FigureFile } from "./figure-file.ts";

/** How many children live in each county, in round numbers. Made up. */
const children: Readonly<Record<(typeof countyKeys)[number], number>> = {
	alder: 9_400,
	birch: 14_200,
	marlowe: 61_800,
	esperanza: 22_500,
	brannock: 5_600,
	miraluz: 5_100,
	quillan: 1_450,
	tolliver: 820,
};

/** A file of child population, and the days on which it was published and is loaded. */
export type PopulationFile = FigureFile & { readonly day: PlainDate; readonly dataAsOf: PlainDate };

/** The child population of the practice counties over seven years: published each June for the years before, loaded in July. */
export function makePopulationFile(seed: number, today: PlainDate): PopulationFile {
	const { year: thisYear } = partsOf(today);
	const isOut = addDays(plainDate(`${thisYear}-06-26`), 20) < today;
	const published = isOut ? thisYear : thisYear - 1;
	const random = createRandom(seed, `population/${published}`);
	const years = Array.from({ length: 7 }, (_, index) => published - 7 + index);
	const rows = countyKeys.flatMap((key) =>
		years.map((year) => {
			const population = Math.round(children[key] * (1 + random.shock() / 60));
			return `${practicePlaces[key].code},${year},${population}`;
		}),
	);
	return {
		dataAsOf: plainDate(`${published}-06-26`),
		day: addDays(plainDate(`${published}-06-26`), 20),
		fileName: `child-population-${published}.csv`,
		bytes: asciiBytes(`${["county,year,population", ...rows].join("\r\n")}\r\n`),
	};
}
