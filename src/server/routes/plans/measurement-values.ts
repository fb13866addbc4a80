import { MeasurementMethod } from "../../../domain/pip/pip-facts.ts";
import type { PipRules } from "../../../domain/pip/pip-rules.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import type { ValueReader } from "./read-values.ts";

const methods = { item: "sampling-error", indicator: "indicator-factor", other: "negotiated" } as const;

/** A line of the measurement plan as a form sends it; what is usual for the measure where nothing was chosen. */
export function measurementInput(form: SentForm, read: ValueReader, rules: PipRules) {
	const code = form.text("code");
	const item = rules.areas.flatMap(({ items }) => items).find((each) => each.code === code);
	const indicator = rules.areas.flatMap(({ indicators }) => indicators).find((each) => each.code === code);
	const subjectKind = item ? ("item" as const) : indicator ? ("indicator" as const) : ("other" as const);
	const label = form.text("label").trim();
	const usual = item ? `Item ${item.code}: ${item.label}` : (indicator?.label ?? "");
	const chosen = MeasurementMethod.options.find((each) => each === form.text("method"));
	const better = form.text("better");
	return {
		...{ goalId: form.text("goalId"), subjectKind, code, label: label || usual, note: form.text("note") },
		...(form.has("itemId") ? { itemId: form.text("itemId"), version: form.text("version") } : {}),
		method: chosen ?? methods[subjectKind],
		better: better === "higher" || better === "lower" ? better : (indicator?.better ?? ("higher" as const)),
		overlapMonths: read.number("overlapMonths") ?? 0,
		...{ mean: read.number("mean"), deviation: read.number("deviation") },
		...{ floor: read.number("floor"), cap: read.number("cap") },
		...{ metroShare: readShare(read, "metroShare"), fosterShare: readShare(read, "fosterShare") },
		baselineDueOn: read.date("baselineDueOn"),
		baseline: {
			...{ numerator: read.number("numerator"), denominator: read.number("denominator"), value: read.number("value") },
			...{ periodStart: read.date("periodStart"), periodEnd: read.date("periodEnd"), source: form.text("source") },
		},
		...{ goal: read.number("goal"), goalBy: read.date("goalBy") },
	};
}

/** The result of a measurement period as a form sends it. */
export function resultInput(form: SentForm, read: ValueReader) {
	return {
		...{ periodStart: read.date("periodStart") ?? "", periodEnd: read.date("periodEnd") ?? "" },
		...{ numerator: read.number("numerator"), denominator: read.number("denominator"), value: read.number("value") },
		...{ metroShare: readShare(read, "metroShare"), fosterShare: readShare(read, "fosterShare") },
		...{ sameMethod: form.text("sameMethod") === "yes", accepted: form.text("accepted") === "yes" },
		note: form.text("note"),
	};
}

/** A percentage as a share. */
function readShare(read: ValueReader, field: string): number | null {
	const percent = read.number(field);
	return percent === null ? null : percent / 100;
}
