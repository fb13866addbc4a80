import type { JurisdictionKind } from "../../src/domain/people/jurisdiction.ts";
import type { FocusArea, Goal } from "../../src/domain/plan/plan-facts.ts";

/**
 * What could be read of a real plan, as a person would type it. Facts only, in our words; no names of people. What is not
 * here was not readable; what does not fit the model is told in docs/real-plans.md.
 */
export type RealPlan = {
	readonly id: string;
	readonly place: { readonly kind: JurisdictionKind; readonly code: string; readonly name: string };
	readonly editionId: string;
	readonly startsOn: string;
	/** Left out where the edition's term gives it. */
	readonly endsOn?: string;
	/** Fields of the document. */
	readonly answers?: Readonly<Record<string, string>>;
	readonly components?: readonly RealComponent[];
	/** Groups that took part, with the edition's group where there is one. */
	readonly team?: readonly (readonly [name: string, group: string])[];
	/** Figures as a file would hold them. */
	readonly figures?: readonly RealFigure[];
	/** The day on which it was handed in. */
	readonly submittedOn?: string;
};

export type RealComponent = {
	readonly kind: FocusArea["subjectKind"];
	readonly codes: readonly string[];
	readonly label: string;
	readonly goals?: readonly RealGoal[];
};

export type RealGoal = {
	/** A name by which a second component can use the same goal. */
	readonly key?: string;
	readonly kind: Goal["goalKind"];
	readonly statement: string;
	readonly baseline?: { readonly value: number; readonly source: string };
	readonly target?: { readonly value: number; readonly by: string };
	readonly strategies?: readonly string[];
};

/** One figure. Without counts where the source gives only the value. */
export type RealFigure = {
	readonly indicator: string;
	readonly vintage: string;
	readonly from: string;
	readonly to: string;
	readonly numerator?: number;
	readonly denominator?: number;
	readonly value?: number;
	readonly source: string;
	readonly dataAsOf: string;
};
