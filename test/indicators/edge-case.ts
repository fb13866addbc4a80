import type { IndicatorId } from "../../src/indicators/engine/indicator.ts";
import type { SyntheticChild } from "./synthetic-child.ts";

/** One edge case of the specification, with one synthetic child: what it adds to each indicator. */
export type EdgeCase = {
	/** Its number, with a letter where a case has several children. */
	readonly id: string;
	readonly facts: string;
	readonly child: SyntheticChild;
	/** Numerator and denominator; [0, 0] is out. Indicators that are not named are not looked at. */
	readonly expected: Readonly<Partial<Record<IndicatorId, readonly [number, number]>>>;
	/** "23A23B" if nothing is said. */
	readonly window?: string;
	readonly options?: Readonly<Record<string, string>>;
};

export const out = [0, 0] as const;

/** Five digits of its own for each case, as the county that it is counted in: 17b is 00172. */
export function countyOf(id: string): string {
	const letter = id.replace(/\d/g, "");
	const rank = letter === "" ? 0 : letter.charCodeAt(0) - 96;
	return String(Number.parseInt(id, 10) * 10 + rank).padStart(5, "0");
}
