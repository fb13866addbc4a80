import { loadChildPopulation } from "../../operations/load-child-population.ts";
import type { PopulationFile } from "../figures/population-file.ts";
import type { Session } from "./session.ts";

/** The State's child population, loaded by its planner: once AFCARS files are loaded, the entry rate is there. */
export function loadPopulationFile({ day, dataAsOf, fileName, bytes }: PopulationFile): Session {
	return {
		day,
		name: `load ${fileName}`,
		async run(desk) {
			const loaded = await desk.perform("odalys", loadChildPopulation, {
				...{ jurisdictionId: desk.placeId("halcyon"), dataAsOf, fileName, bytes },
				source: "Halcyon Office of Demography (made up)",
			});
			if (loaded.result === "refused") throw new Error(loaded.problems.map((problem) => problem.message).join("\n"));
		},
	};
}
