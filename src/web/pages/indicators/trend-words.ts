import type { Unit } from "../../../domain/measure/measure-facts.ts";
import type { IndicatorWindowProps } from "./indicator-props.ts";
import { observedNumber } from "./indicator-words.ts";

/** First and last number over the windows that were counted, in words; without a judgement. `windows` are newest first. */
export function trendWords(windows: readonly IndicatorWindowProps[], unit: Unit): string {
	const counted = windows.flatMap(({ run, result }) => (result.status === "counted" ? [{ run, result }] : []));
	const shown = counted.filter(({ result }) => result.observed !== null);
	const [latest, first] = [shown[0], shown.at(-1)];
	if (!latest || !first) return counted.length === 0 ? "Not counted yet." : "No number can be shown.";
	if (latest === first) return `One window: ${observedNumber(latest.result, unit)}.`;
	const [from, to] = [observedNumber(first.result, unit), observedNumber(latest.result, unit)];
	const windowsWords = `${counted.length} windows`;
	if (from === to) return `${to} in ${latest.run.window} as in ${first.run.window}; ${windowsWords}.`;
	return `${from} in ${first.run.window}, ${to} in ${latest.run.window}; ${windowsWords}.`;
}
