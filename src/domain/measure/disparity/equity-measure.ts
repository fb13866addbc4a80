import { maskedMark } from "../masking.ts";
import type { Unit } from "../measure-facts.ts";
import type { EquityRow } from "./equity-rows.ts";

/** By what the children of a measure are told apart. */
export type EquityGrouping = "raceEthnicity" | "ageGroup" | "sex" | "county" | "agency";

/** Counts and value of a group as the public may see them: null where they are masked. */
export type EquityCounts = {
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** In the measure's own unit. */
	readonly value: number | null;
};

export type EquityTable = {
	readonly by: EquityGrouping;
	/** The group that the others are compared with; null where they are not. */
	readonly reference: string | null;
	readonly rows: readonly (EquityRow & Pick<EquityCounts, "value">)[];
};

/** A measure of a place by its groups, the same for every reader. */
export type EquityMeasure = {
	/** `P1` of the files that were counted, `3F` with its vintage of the figures that were loaded. */
	readonly code: string;
	/** Empty of what was counted from files. */
	readonly vintage: string;
	readonly label: string;
	readonly period: string;
	/** Empty where the catalogue does not tell it. */
	readonly unit: Unit | "";
	/** All children together; null where that is not known. */
	readonly total: EquityCounts | null;
	/** None where nothing is known of its groups. */
	readonly tables: readonly EquityTable[];
};

/** Numerator and denominator as they are shown: a dash where the source gave none, as of a median, whose value is known all the same. */
export function equityCountTexts({ numerator, denominator, value }: EquityCounts): readonly string[] {
	const unknown = value === null ? maskedMark : "–";
	return [numerator, denominator].map((count) => count?.toLocaleString("en-US") ?? unknown);
}

export const equityGroupingWords: Readonly<Record<EquityGrouping, string>> = {
	raceEthnicity: "By race and Hispanic origin",
	ageGroup: "By age",
	sex: "By sex",
	county: "By county",
	agency: "By agency: child welfare and probation",
};

/** What the table says of a group, in one sentence. */
export function equitySentence({ index, says }: EquityRow, reference: string | null): string {
	if (index !== null && reference !== null) {
		const times = `${index.estimate.toFixed(2)} times ${reference} (95 percent interval ${index.lower.toFixed(2)} to ${index.upper.toFixed(2)})`;
		if (says === "higher" || says === "lower") return `${times}: ${says} than chance alone would make it.`;
		return `${times}: not enough to say, chance alone could explain it.`;
	}
	switch (says) {
		case "reference":
			return "The others are compared with this group.";
		case "masked":
			return "Not compared: a count is masked.";
		case "too-few":
			return "Not compared: too few to say.";
		default:
			return "Not compared.";
	}
}
