import { conditionalMode } from "./conditional-mode.ts";
import type { GroupEffect, MixedModelData, ModelRow } from "./mixed-model.ts";
import { familyValues } from "./model-family.ts";
import { dot } from "./symmetric-matrix.ts";

export type LaplaceLikelihood = {
	readonly value: number;
	/** By each fixed effect, then by the standard deviation. */
	readonly gradient: readonly number[];
	readonly groupEffects: readonly GroupEffect[];
};

/**
 * Laplace's approximation of the log-likelihood of a random-intercept model, and its slopes: for each group the likelihood at the
 * most likely intercept u, times the width of the bell there. With h the joint logarithm and H = 1 + deviation² × weights, each group
 * adds h(u) − ½ log H. The mode moves with the parameters; the slopes follow it.
 */
export function laplaceLikelihood(
	family: MixedModelData["family"],
	rowsByGroup: readonly (readonly ModelRow[])[],
	fixedEffects: readonly number[],
	deviation: number,
): LaplaceLikelihood {
	const size = fixedEffects.length;
	const gradient = new Array<number>(size + 1).fill(0);
	const groupEffects: GroupEffect[] = [];
	let value = 0;
	for (const rows of rowsByGroup) {
		const predicted = rows.map((row) => ({ row, predictor: dot(row.covariates, fixedEffects) }));
		const mode = conditionalMode(family, predicted, deviation);
		const sums = { residual: 0, weight: 0, curvature: 0 };
		const residuals = new Array<number>(size).fill(0);
		const weights = new Array<number>(size).fill(0);
		const curvatures = new Array<number>(size).fill(0);
		value -= mode ** 2 / 2;
		for (const { row, predictor } of predicted) {
			const at = familyValues(family, predictor + deviation * mode, row);
			value += at.logLikelihood;
			sums.residual += row.numerator - at.mean;
			sums.weight += at.slope;
			sums.curvature += at.curvature;
			addScaled(residuals, row.covariates, row.numerator - at.mean);
			addScaled(weights, row.covariates, at.slope);
			addScaled(curvatures, row.covariates, at.curvature);
		}
		const height = 1 + deviation ** 2 * sums.weight;
		value -= Math.log(height) / 2;
		for (let index = 0; index < size; index++) {
			const modeSlope = (-deviation * (weights[index] ?? 0)) / height;
			const heightSlope = deviation ** 2 * ((curvatures[index] ?? 0) + sums.curvature * deviation * modeSlope);
			gradient[index] = (gradient[index] ?? 0) + (residuals[index] ?? 0) - heightSlope / height / 2;
		}
		const modeSlope = (sums.residual - deviation * mode * sums.weight) / height;
		const heightSlope = 2 * deviation * sums.weight + deviation ** 2 * sums.curvature * (mode + deviation * modeSlope);
		gradient[size] = (gradient[size] ?? 0) + mode * sums.residual - heightSlope / height / 2;
		groupEffects.push({ mode: deviation * mode, variance: deviation ** 2 / height });
	}
	return { value, gradient, groupEffects };
}

function addScaled(to: number[], covariates: readonly number[], factor: number): void {
	for (let index = 0; index < covariates.length; index++) {
		to[index] = (to[index] ?? 0) + factor * (covariates[index] ?? 0);
	}
}
