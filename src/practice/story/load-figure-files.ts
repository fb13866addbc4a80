import { loadFigures } from "../../operations/load-figures.ts";
import type { CountyKey } from "../data/places.ts";
import type { FigureLoad } from "../figures/figure-loads.ts";
import type { Session } from "./session.ts";

/** A county's loads of figures, each by the person who does that there. */
export function loadFigureFiles(county: CountyKey, loads: readonly FigureLoad[]): readonly Session[] {
	return loads.map(({ day, who, fileName, bytes }) => ({
		day,
		name: `load ${fileName}`,
		async run(desk) {
			const loaded = await desk.perform(who, loadFigures, { jurisdictionId: desk.placeId(county), fileName, bytes });
			if (loaded.result === "refused") throw new Error(loaded.problems.map((problem) => problem.message).join("\n"));
		},
	}));
}
