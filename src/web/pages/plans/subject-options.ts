import type { Edition } from "../../../domain/document/edition.ts";
import type { FocusArea } from "../../../domain/plan/plan-facts.ts";
import { listIndicators } from "../../../frameworks/ca-indicators/catalogue.ts";
import type { SelectOptionGroup } from "../../forms/select-field.tsx";

export type Subject = Pick<FocusArea, "subjectKind" | "codes" | "label">;

/** The subjects that an edition knows: its indicators and its systemic factors, and an area of the agency's own. */
export function subjectOptions(edition: Edition): readonly SelectOptionGroup[] {
	return [
		{
			label: "Outcome indicators",
			options: indicatorsOf(edition).map(({ code, label }) => ({
				value: `indicator:${code}`,
				label: `${code} ${label}`,
			})),
		},
		{
			label: "Systemic factors",
			options: edition.systemicFactors.map(({ id, label }) => ({ value: `systemic-factor:${id}`, label })),
		},
		{ label: "Other", options: [{ value: "other:", label: "An area of the agency's own" }] },
	].filter(({ options }) => options.length > 0);
}

/** The value of the choice for a subject, `indicator:3F`. Imported plans may join two codes. */
export function subjectValue({ subjectKind, codes }: Pick<FocusArea, "subjectKind" | "codes">): string {
	return `${subjectKind}:${codes.join("+")}`;
}

/** Reads the value of a choice: what it is about and how it is called. Undefined when it is none of the edition's. */
export function readSubject(value: string, edition: Edition): Subject | undefined {
	const [kind, code = ""] = value.split(":");
	if (kind === "other") return { subjectKind: "other", codes: [], label: "" };
	if (kind === "systemic-factor") {
		const factor = edition.systemicFactors.find(({ id }) => id === code);
		return factor && { subjectKind: "systemic-factor", codes: [factor.id], label: factor.label };
	}
	const indicator = kind === "indicator" ? indicatorsOf(edition).find((each) => each.code === code) : undefined;
	return indicator && { subjectKind: "indicator", codes: [indicator.code], label: indicator.label ?? "" };
}

function indicatorsOf({ indicatorVintages }: Edition) {
	return indicatorVintages.flatMap((vintage) => listIndicators(vintage)).filter(({ label }) => label !== null);
}
