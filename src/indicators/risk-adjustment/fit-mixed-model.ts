import { type LaplaceLikelihood, laplaceLikelihood } from "./laplace-likelihood.ts";
import { maximize } from "./maximize.ts";
import type { MixedModelData, MixedModelFit, ModelRow } from "./mixed-model.ts";
import { familyValues } from "./model-family.ts";
import { dot, invertSymmetric, multiply } from "./symmetric-matrix.ts";

/** Standard deviations to begin from: the best of them. */
const firstDeviations = [0.03, 0.1, 0.2, 0.4, 0.8, 1.6];

/**
 * Fits a random-intercept model by maximum likelihood with Laplace's approximation, fixed effects and standard deviation together.
 * Throws a RangeError when the covariates describe the same thing twice or when a covariate has no events, or nothing but events,
 * so that no best value exists.
 */
export function fitMixedModel({ family, groups, rows }: MixedModelData): MixedModelFit {
	const rowsByGroup = Array.from({ length: groups }, (): ModelRow[] => []);
	for (const row of rows) rowsByGroup[row.group]?.push(row);
	const at = (fixedEffects: readonly number[], deviation: number) =>
		laplaceLikelihood(family, rowsByGroup, fixedEffects, deviation);
	const plain = fitWithoutGroups(family, rows);
	const without = at(plain.fixedEffects, 0);
	const deviation = bestOf(firstDeviations, (each) => at(plain.fixedEffects, each).value);
	const size = plain.fixedEffects.length;
	const top = maximize(
		(point) => at(point.slice(0, size), point[size] ?? 0),
		[...plain.fixedEffects, deviation],
		[...plain.inverse.map((row) => [...row, 0]), [...plain.fixedEffects.map(() => 0), deviation ** 2 / (2 * groups)]],
	);
	// A standard deviation below 0 is the same as one above.
	const found = at(top.slice(0, size), Math.abs(top[size] ?? 0));
	const isSingular = Math.abs(top[size] ?? 0) < 1e-4 || found.value <= without.value;
	return isSingular
		? asFit(plain.fixedEffects, 0, without, true)
		: asFit(top.slice(0, size), Math.abs(top[size] ?? 0), found, false);
}

function asFit(
	fixedEffects: readonly number[],
	standardDeviation: number,
	{ groupEffects, value }: LaplaceLikelihood,
	isSingular: boolean,
): MixedModelFit {
	return { fixedEffects, standardDeviation, groupEffects, logLikelihood: value, isSingular };
}

function bestOf(choices: readonly number[], height: (choice: number) => number): number {
	const heights = choices.map(height);
	return choices[heights.indexOf(Math.max(...heights))] ?? 0;
}

/** The model of one group alone: Newton's steps, which are least squares with new weights each. */
function fitWithoutGroups(
	family: MixedModelData["family"],
	rows: readonly ModelRow[],
): { readonly fixedEffects: readonly number[]; readonly inverse: readonly (readonly number[])[] } {
	let predictors = rows.map((row) => firstPredictor(family, row));
	let fixedEffects: readonly number[] = (rows[0]?.covariates ?? []).map(() => 0);
	for (let round = 0; round < 50; round++) {
		const information = fixedEffects.map(() => fixedEffects.map(() => 0));
		const right = fixedEffects.map(() => 0);
		rows.forEach((row, index) => {
			const predictor = predictors[index] ?? 0;
			const { mean, slope } = familyValues(family, predictor, row);
			addRow(information, right, row.covariates, slope, slope * predictor + row.numerator - mean);
		});
		const inverse = invertSymmetric(information);
		if (inverse === undefined) break;
		const next = multiply(inverse, right);
		const moved = Math.max(...next.map((each, index) => Math.abs(each - (fixedEffects[index] ?? 0))));
		fixedEffects = next;
		predictors = rows.map((row) => dot(row.covariates, next));
		if (moved < 1e-9) return { fixedEffects, inverse };
	}
	throw new RangeError(
		"No best values exist for these covariates: two describe the same thing, or one has no events or nothing but events. Join it to another or leave it out.",
	);
}

function addRow(
	information: readonly number[][],
	right: number[],
	covariates: readonly number[],
	weight: number,
	response: number,
): void {
	covariates.forEach((value, row) => {
		if (value === 0) return;
		right[row] = (right[row] ?? 0) + value * response;
		const cells = information[row] ?? [];
		covariates.forEach((other, column) => {
			cells[column] = (cells[column] ?? 0) + weight * value * other;
		});
	});
}

/** The predictor that a row alone would have, drawn a little to the middle. */
function firstPredictor(family: MixedModelData["family"], { numerator, exposure }: ModelRow): number {
	return family === "poisson"
		? Math.log((numerator + 0.1) / exposure)
		: Math.log((numerator + 0.5) / (exposure - numerator + 0.5));
}
