/** 1.96² · 0.5 · 0.5 / 0.05²: confidence 0.95, tolerable error 0.05, half of the children visited. */
const endlessPopulation = 384.16;

/**
 * How many children a probability sample of the visits needs, where the Children's Bureau has approved sampling (OMB 0970-0426,
 * supporting statement): 370 of 10,000, 382 of 50,000, never more than there are.
 */
export function sampleSize(children: number): number {
	if (children <= 0) return 0;
	return Math.min(children, Math.ceil(endlessPopulation / (1 + (endlessPopulation - 1) / children)));
}
