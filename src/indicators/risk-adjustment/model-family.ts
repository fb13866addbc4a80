import type { MixedModelData } from "./mixed-model.ts";

/** What a row adds to the likelihood at a linear predictor: its mean, the mean's first two slopes, and the logarithm. */
export type FamilyValues = {
	readonly mean: number;
	readonly slope: number;
	readonly curvature: number;
	readonly logLikelihood: number;
};

/** Values of a family at `predictor`, the log odds or the log rate. Links are canonical, so that slopes are weights as well. */
export function familyValues(
	family: MixedModelData["family"],
	predictor: number,
	{ numerator, exposure }: { readonly numerator: number; readonly exposure: number },
): FamilyValues {
	if (family === "poisson") {
		const mean = exposure * Math.exp(predictor);
		return { mean, slope: mean, curvature: mean, logLikelihood: numerator * predictor - mean };
	}
	const probability = 1 / (1 + Math.exp(-predictor));
	const slope = exposure * probability * (1 - probability);
	return {
		mean: exposure * probability,
		slope,
		curvature: slope * (1 - 2 * probability),
		logLikelihood: numerator * predictor - exposure * softPlus(predictor),
	};
}

/** log(1 + e^x), without overflow. */
function softPlus(x: number): number {
	return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
