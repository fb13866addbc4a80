import type { FederalStatus } from "../../domain/measure/federal-result.ts";

/**
 * A status as profiles and people write it: "better", "nodiff", "No different than national performance", "DQ". Null for an empty
 * cell, undefined for what is none.
 */
export function readPublishedStatus(text: string): FederalStatus | null | undefined {
	const spelled = text.toLowerCase().replace(/[^a-z]+/g, "");
	if (spelled === "") return null;
	if (/^dq/.test(spelled) || /notcalculated|notavailable|^nc$/.test(spelled)) return "not-calculated";
	if (/nodiff|notdifferent|notstatisticallydifferent|nostatisticaldifference/.test(spelled)) return "no-different";
	const [better, worse] = [spelled.includes("better"), spelled.includes("worse")];
	if (better === worse) return undefined;
	return better ? "better" : "worse";
}
