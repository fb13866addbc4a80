import { compareGroups } from "../indicators/engine/groups.ts";
import type { IndicatorPlace } from "./indicator-places.ts";
import type { CurveName } from "./indicator-runs.ts";
import type { OperationContext } from "./operation.ts";

/** "" for all children, "county:06001". */
export function curveGroupKey({ groupingName, label }: Pick<CurveName, "groupingName" | "label">): string {
	return groupingName === "" ? "" : `${groupingName}:${label}`;
}

/** All groups where the files were counted; a county's own below it. All children come first. */
export function curveGroupsOf<Name extends CurveName>(place: IndicatorPlace, names: readonly Name[]): readonly Name[] {
	const { ownGroup } = place;
	if (!ownGroup) return [];
	const own = Object.keys(ownGroup).length === 0;
	const order = ["", "county", "ageGroup", "raceEthnicity", "sex"];
	return names
		.filter(({ groupingName, label }) => own || (groupingName === "county" && ownGroup.county === label))
		.toSorted(
			(a, b) =>
				order.indexOf(a.groupingName) - order.indexOf(b.groupingName) ||
				compareGroups({ [a.groupingName]: a.label }, { [b.groupingName]: b.label }),
		);
}

/** The groups as people say them. */
export async function withGroupLabels(
	{ stores }: OperationContext,
	names: readonly CurveName[],
): Promise<readonly { readonly group: string; readonly label: string }[]> {
	const places = await stores.facts.list("jurisdiction");
	const counties = new Map(places.filter(({ kind }) => kind === "county").map(({ code, name }) => [code, name]));
	const words = { county: "County", ageGroup: "Age", raceEthnicity: "Race and ethnicity", sex: "Sex" };
	return names.map((each) => {
		const { groupingName, label } = each;
		if (groupingName === "") return { group: "", label: "All children" };
		const known = groupingName === "county" ? (counties.get(label) ?? label) : label;
		return { group: curveGroupKey(each), label: `${words[groupingName as keyof typeof words]}: ${known}` };
	});
}
