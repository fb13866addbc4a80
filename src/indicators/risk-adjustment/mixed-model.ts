/**
 * A random-intercept model of counts: logistic for children with and without an event ("binomial"; exposure is children), Poisson for
 * events in an exposure ("poisson"; exposure is days). Children of one group (a county) share an intercept drawn from a normal
 * distribution around that of the average group.
 */
export type MixedModelData = {
	readonly family: "binomial" | "poisson";
	/** How many groups there are; rows name theirs from 0. */
	readonly groups: number;
	readonly rows: readonly ModelRow[];
};

/** All children of one group with the same covariates: what counts together is the same likelihood as child by child. */
export type ModelRow = {
	readonly group: number;
	readonly covariates: readonly number[];
	readonly numerator: number;
	/** More than 0. */
	readonly exposure: number;
};

export type MixedModelFit = {
	/** One for each covariate, on the scale of log odds or of the log rate. */
	readonly fixedEffects: readonly number[];
	/** Standard deviation of the groups' intercepts; 0 where the groups differ no more than chance makes them. */
	readonly standardDeviation: number;
	/** Each group's intercept beside the average group's: the mode given the counts, and its variance. */
	readonly groupEffects: readonly GroupEffect[];
	/** Laplace's approximation of the log-likelihood, without the constants of the counts. */
	readonly logLikelihood: number;
	readonly isSingular: boolean;
};

export type GroupEffect = { readonly mode: number; readonly variance: number };
