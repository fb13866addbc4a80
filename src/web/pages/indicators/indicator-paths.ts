import type { GroupingName } from "./indicator-props.ts";

/** What of an indicator is shown: the choices of its page, which stand in its address and in those of its files. */
export type IndicatorChoices = {
	readonly place: string;
	readonly window?: string | undefined;
	readonly by?: GroupingName | undefined;
	readonly by2?: GroupingName | undefined;
	/** As anybody may see it. */
	readonly isPublic: boolean;
};

export function indicatorListPath({ place, isPublic }: Pick<IndicatorChoices, "place" | "isPublic">): string {
	return `/indicators${query({ place, public: isPublic ? "1" : undefined })}`;
}

/** The page of an indicator, or with `file` one of its files: "table.csv". */
export function indicatorPath(id: string, choices: IndicatorChoices, file?: string): string {
	const { place, window, by, by2, isPublic } = choices;
	const asked = query({ place, window, by, by2, public: isPublic ? "1" : undefined });
	return `/indicators/${id}${file ? `/${file}` : ""}${asked}`;
}

/** The records behind a number: of a window and, where given, of a group. */
export function recordsPath(
	id: string,
	asked: Readonly<Record<string, string | number | undefined>>,
	file?: string,
): string {
	return `/indicators/${id}/records${file ? `/${file}` : ""}${query(asked)}`;
}

/** The counties compared on an indicator, or with `file` one of its files. */
export function comparisonPath(
	id: string,
	asked: { readonly place: string; readonly window: string },
	file?: string,
): string {
	return `/indicators/${id}/compare${file ? `/${file}` : ""}${query(asked)}`;
}

/** The child population of a place. */
export function populationPath(place: string): string {
	return `/indicators/population${query({ place })}`;
}

/** An entry or exit cohort followed by month, or with `file` one of its files. */
export function curvesPath(
	asked: {
		readonly place: string;
		readonly cohort?: "entry" | "exit";
		readonly window?: string;
		readonly group?: string;
		/** In steps of six months, masked, for those who may see it by month. */
		readonly isPublic?: boolean;
	},
	file?: string,
): string {
	const { isPublic, ...others } = asked;
	return `/indicators/curves${file ? `/${file}` : ""}${query({ ...others, public: isPublic ? "1" : undefined })}`;
}

function query(fields: Readonly<Record<string, string | number | undefined>>): string {
	const given = Object.entries(fields).flatMap(([name, value]) =>
		value === undefined || value === "" ? [] : [`${name}=${encodeURIComponent(value)}`],
	);
	return given.length === 0 ? "" : `?${given.join("&")}`;
}
