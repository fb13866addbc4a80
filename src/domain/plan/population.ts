import { z } from "zod";

/**
 * Whose children a goal, strategy or milestone is for: child welfare, probation (W&I 600), or both (300 and 600).
 * SIP-45: what is aimed at probation is marked as such.
 */
export const Population = z.enum(["cws", "probation-600", "dual-300-600"]);
export type Population = z.infer<typeof Population>;

export const populationLabels: Readonly<Record<Population, string>> = {
	cws: "Child welfare",
	"probation-600": "Probation",
	"dual-300-600": "Dual jurisdiction",
};

/** Is it, alone or with others, for children under probation? */
export function isForProbation({ population }: { readonly population: readonly Population[] }): boolean {
	return population.some((each) => each !== "cws");
}
