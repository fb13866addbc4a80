import type { Edition } from "../../../domain/document/edition.ts";
import type { FocusArea } from "../../../domain/plan/plan-facts.ts";
import { listIndicators } from "../../../frameworks/ca-indicators/catalogue.ts";
import { bareWords } from "./plan-words.ts";

export type ReadSubject = Pick<FocusArea, "subjectKind" | "codes" | "label"> & { readonly sure: boolean };

/** What a component is about, from how its paper calls it: an indicator by code or name, a systemic factor by name, or its own. */
export function readSubject(text: string, edition: Edition): ReadSubject {
	const line = text.replace(/\s+/gu, " ").trim();
	const indicators = edition.indicatorVintages
		.flatMap((vintage) => listIndicators(vintage))
		.filter(({ label }) => label !== null);
	const code = /(?:^|\()\s*([0-9]{0,2}[A-Z]{0,2}[0-9]{0,2}(?:\.[0-9])?)\b/u.exec(line)?.[1] ?? "";
	const byCode = code === "" ? undefined : indicators.find((each) => each.code === code);
	if (byCode) {
		return { subjectKind: "indicator", codes: [byCode.code], label: (byCode.label ?? line).slice(0, 300), sure: true };
	}
	const bare = bareWords(line);
	const byName = indicators.find(({ label }) => bareWords(label ?? "") === bare);
	if (byName) {
		return { subjectKind: "indicator", codes: [byName.code], label: byName.label ?? line, sure: true };
	}
	const factor = edition.systemicFactors.find(
		({ label, terms }) =>
			bareWords(label) === bare ||
			(bare.split(" ").length <= 8 && terms.some((term) => bare.includes(bareWords(term)))),
	);
	if (factor) {
		return {
			subjectKind: "systemic-factor",
			codes: [factor.id],
			label: factor.label,
			sure: bareWords(factor.label) === bare,
		};
	}
	return { subjectKind: "other", codes: [], label: line.slice(0, 300), sure: false };
}
