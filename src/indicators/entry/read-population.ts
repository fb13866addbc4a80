import { IndicatorRequestError } from "../engine/request-error.ts";
import type { PopulationRow } from "./population.ts";
import { makePopulationProblemList, readPopulationRows } from "./read-population-rows.ts";

/**
 * Reads a CSV file of child population for the command line. Throws `IndicatorRequestError` with the place, what was found and what
 * was expected.
 */
export function readPopulation(bytes: Uint8Array, name: string): readonly PopulationRow[] {
	const list = makePopulationProblemList();
	const rows = readPopulationRows({ bytes }, list);
	const problem = list.problems().find(({ tier }) => tier !== "look-at");
	if (problem) throw new IndicatorRequestError(`${name}: ${problem.message}`);
	if (rows.length === 0) throw new IndicatorRequestError(`${name} has no line below its headings.`);
	return rows.map(({ row: _row, state: _state, ...line }) => line);
}
