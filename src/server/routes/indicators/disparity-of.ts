import { disparityIndex } from "../../../domain/measure/disparity/disparity-index.ts";
import { type CountedId, isIndicatorId, measureKinds } from "../../../indicators/engine/indicator.ts";
import type { DisparityProps } from "../../../web/pages/indicators/disparity-table.tsx";
import type { GroupingName, GroupRowProps } from "../../../web/pages/indicators/indicator-props.ts";

/** Whom the other groups are compared with. */
const reference = "White";

/** The disparity index of each race and ethnicity, from what this reader may see; undefined for other tables. */
export function disparityOf(
	id: CountedId,
	by: readonly GroupingName[],
	groups: readonly GroupRowProps[],
): DisparityProps | undefined {
	// Months of one child stand and fall together: groups of them are not compared.
	if (!isIndicatorId(id)) return undefined;
	if (by.length !== 1 || by[0] !== "raceEthnicity") return undefined;
	const counts = groups.map(({ labels, numerator, denominator }) => ({
		group: labels.raceEthnicity ?? "",
		...{ numerator, denominator },
	}));
	if (!counts.some(({ group }) => group === reference)) return undefined;
	return { reference, rows: disparityIndex(counts, measureKinds[id], { group: reference }) };
}
