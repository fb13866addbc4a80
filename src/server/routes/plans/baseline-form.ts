import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";
import { shownNumber } from "../../../web/forms/shown-number.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import type { ValueReader } from "./read-values.ts";

type SentBaseline = {
	readonly observationId: string | null;
	readonly value: number | null;
	readonly numerator?: number | null;
	readonly denominator?: number | null;
	readonly periodStart: PlainDate | null;
	readonly periodEnd: PlainDate | null;
	readonly source: string;
	readonly version: number;
};

/**
 * The baseline as the form sends it, or undefined when there is nothing to save. A loaded figure that was chosen counts,
 * and its values are copied by the operation; a value typed beside it is not thrown away in silence but asked about.
 */
export function readBaseline(form: SentForm, read: ValueReader, node: ObjectiveNode): SentBaseline | undefined {
	const kept = node.baseline;
	const version = Number(form.text("baselineVersion")) || 0;
	const observationId = form.text("baseline.observationId") || null;
	const typed = {
		value: numberOf(form.text("baseline.value"), kept?.value, read.number("baseline.value")),
		periodStart: read.date("baseline.periodStart"),
		periodEnd: read.date("baseline.periodEnd"),
		source: read.text("baseline.source", 500).trim(),
	};
	const empty = typed.value === null && !typed.periodStart && !typed.periodEnd && typed.source === "";
	if (observationId === null) {
		if (empty && version === 0) return undefined;
		// What was taken from a figure keeps its counts while the value is the same.
		const same = kept?.value === typed.value ? { numerator: kept.numerator, denominator: kept.denominator } : {};
		return { observationId, ...same, ...typed, version };
	}
	const isCurrent = version === (kept?.version ?? 0);
	const sameFigure = kept?.observationId === observationId;
	const untouched =
		empty ||
		(kept?.value === typed.value &&
			kept.periodStart === typed.periodStart &&
			kept.periodEnd === typed.periodEnd &&
			kept.source === typed.source);
	if (isCurrent && sameFigure && untouched) return undefined;
	if (isCurrent && !untouched) {
		read.problems.push({
			field: "baseline.value",
			message:
				'A loaded figure is chosen, and a value of your own is typed too. To use your own, choose "None: typed below". To use the figure, empty these fields.',
		});
	}
	return { observationId, ...typed, version };
}

/** A number that stands as it was shown is the kept one, with all its decimals. */
export function numberOf(text: string, kept: number | null | undefined, typed: number | null): number | null {
	return kept !== undefined && text.trim() === shownNumber(kept) ? kept : typed;
}

/** The baseline's fields as the form shows them, by control. */
export function shownBaseline({ baseline }: ObjectiveNode): Readonly<Record<string, string>> {
	if (!baseline) return {};
	const date = (on: PlainDate | null) => (on ? `${on.slice(5, 7)}/${on.slice(8, 10)}/${on.slice(0, 4)}` : "");
	return {
		"baseline.observationId": baseline.observationId ?? "",
		"baseline.value": shownNumber(baseline.value),
		"baseline.periodStart": date(baseline.periodStart),
		"baseline.periodEnd": date(baseline.periodEnd),
		"baseline.source": baseline.source,
	};
}
