import type { MixedModelData, ModelRow } from "./mixed-model.ts";
import { familyValues } from "./model-family.ts";

/** A row with its linear predictor for the average group. */
export type PredictedRow = { readonly row: ModelRow; readonly predictor: number };

/** How far a group's intercept may still be from its mode, in standard deviations. */
const tolerance = 1e-12;

/**
 * The most likely intercept of a group, in standard deviations `deviation` from the average group, given its counts and the fixed
 * effects: Newton's steps (penalized least squares with new weights each), halved where one would lead down.
 */
export function conditionalMode(
	family: MixedModelData["family"],
	rows: readonly PredictedRow[],
	deviation: number,
): number {
	let mode = 0;
	let current = jointLogLikelihood(family, rows, deviation, mode);
	for (let round = 0; round < 100; round++) {
		let step = (deviation * current.residual - mode) / (1 + deviation ** 2 * current.weight);
		if (Math.abs(step) < tolerance) return mode + step;
		let next = jointLogLikelihood(family, rows, deviation, mode + step);
		while (!(next.value >= current.value - 1e-9) && Math.abs(step) >= tolerance) {
			step /= 2;
			next = jointLogLikelihood(family, rows, deviation, mode + step);
		}
		mode += step;
		current = next;
	}
	return mode;
}

/** Logarithm of the likelihood of the counts and of the intercept together, with the sums that its slopes need. */
function jointLogLikelihood(
	family: MixedModelData["family"],
	rows: readonly PredictedRow[],
	deviation: number,
	mode: number,
): { readonly value: number; readonly residual: number; readonly weight: number } {
	let value = -(mode ** 2) / 2;
	let residual = 0;
	let weight = 0;
	for (const { row, predictor } of rows) {
		const at = familyValues(family, predictor + deviation * mode, row);
		value += at.logLikelihood;
		residual += row.numerator - at.mean;
		weight += at.slope;
	}
	return { value, residual, weight };
}
