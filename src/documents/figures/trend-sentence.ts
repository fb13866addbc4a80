import { formatNumber, formatValue, type TrendInput, type TrendPoint } from "./trend-input.ts";

interface SentenceWords {
	readonly nothing: (periods: number) => string;
	readonly latest: (label: string, value: string) => string;
	readonly of: (numerator: string, denominator: string) => string;
	readonly change: (change: string, value: string, label: string) => string;
	readonly up: string;
	readonly down: string;
	readonly points: string;
	readonly better: string;
	readonly worse: string;
	readonly unchanged: (value: string, label: string) => string;
	readonly met: (label: string, value: string) => string;
	readonly missed: (label: string, value: string) => string;
	readonly shown: (label: string, value: string) => string;
	readonly target: (value: string, by: string) => string;
	readonly periods: (count: number) => string;
	readonly gaps: (count: number, reasons: string) => string;
	readonly masked: (count: number) => string;
	readonly missing: (count: number) => string;
	readonly and: string;
	readonly chart: string;
}

const ENGLISH: SentenceWords = {
	nothing: (periods) => `No figure can be shown for any of the ${periods} periods.`,
	latest: (label, value) => `${label}: ${value}`,
	of: (numerator, denominator) => `${numerator} of ${denominator}`,
	change: (change, value, label) => `${change} from ${value} in ${label}`,
	up: "up",
	down: "down",
	points: "percentage points",
	better: "better",
	worse: "worse",
	unchanged: (value, label) => `unchanged from ${value} in ${label}`,
	met: (label, value) => `${label} (${value}) is met.`,
	missed: (label, value) => `${label} (${value}) is not met.`,
	shown: (label, value) => `${label} (${value}) is shown for comparison only.`,
	target: (value, by) => `The target is ${value} by ${by}.`,
	periods: (count) => (count === 1 ? "One period." : `${count} periods.`),
	gaps: (count, reasons) => `${count === 1 ? "One has" : `${count} have`} no figure: ${reasons}.`,
	masked: (count) => `${count} hidden because too few children are counted`,
	missing: (count) => `${count} without data`,
	and: " and ",
	chart: "Line chart.",
};

const SPANISH: SentenceWords = {
	nothing: (periods) => `No se puede mostrar ninguna cifra de los ${periods} períodos.`,
	latest: (label, value) => `${label}: ${value}`,
	of: (numerator, denominator) => `${numerator} de ${denominator}`,
	change: (change, value, label) => `${change} desde ${value} en ${label}`,
	up: "subió",
	down: "bajó",
	points: "puntos porcentuales",
	better: "mejor",
	worse: "peor",
	unchanged: (value, label) => `sin cambio desde ${value} en ${label}`,
	met: (label, value) => `Se cumple: ${label} (${value}).`,
	missed: (label, value) => `No se cumple: ${label} (${value}).`,
	shown: (label, value) => `${label} (${value}) se muestra solo para comparar.`,
	target: (value, by) => `La meta es ${value} para ${by}.`,
	periods: (count) => (count === 1 ? "Un período." : `${count} períodos.`),
	gaps: (count, reasons) => `${count === 1 ? "Uno no tiene" : `${count} no tienen`} cifra: ${reasons}.`,
	masked: (count) => `${count} sin mostrar porque se cuentan muy pocos niños`,
	missing: (count) => `${count} sin datos`,
	and: " y ",
	chart: "Gráfica de línea.",
};

type Shown = TrendPoint & { readonly value: number };

/**
 * What a trend shows, in plain words: the latest value, the change since the first, whether the standard is met, the
 * target, how many periods there are and which have no figure. `points` must be in the order of their periods.
 */
export function trendSentence(input: TrendInput): string {
	const words = input.language === "es" ? SPANISH : ENGLISH;
	const shown = input.points.filter((point): point is Shown => point.value !== null);
	const first = shown[0];
	const last = shown.at(-1);
	if (first === undefined || last === undefined) return words.nothing(input.points.length);
	return [
		latestPart(first, last, input, words),
		standardPart(last, input, words),
		input.target === undefined ? "" : words.target(formatValue(input.target.value, input), input.target.label),
		words.periods(input.points.length),
		gapsPart(input, words),
	]
		.filter((part) => part !== "")
		.join(" ");
}

/** The text alternative of the drawing: what it is, of what, and what it shows. */
export function trendAltText(input: TrendInput): string {
	const words = input.language === "es" ? SPANISH : ENGLISH;
	return `${input.title}. ${words.chart} ${trendSentence(input)}`;
}

function latestPart(first: Shown, last: Shown, input: TrendInput, words: SentenceWords): string {
	const { numerator, denominator } = last;
	const counts =
		numerator === undefined || denominator === undefined
			? ""
			: ` (${words.of(formatCount(numerator, input), formatCount(denominator, input))})`;
	const latest = words.latest(last.label, formatValue(last.value, input)) + counts;
	return first === last ? `${latest}.` : `${latest}, ${changePart(first, last, input, words)}.`;
}

/** The change is between the rounded values that the reader sees, so that the words add up. */
function changePart(first: Shown, last: Shown, input: TrendInput, words: SentenceWords): string {
	const scale = 10 ** (input.decimals ?? 1);
	const change = (Math.round(last.value * scale) - Math.round(first.value * scale)) / scale;
	const from = formatValue(first.value, input);
	if (change === 0) return words.unchanged(from, first.label);
	const rising = change > 0;
	const size = formatNumber(Math.abs(change), input);
	const unit = input.unit === "%" ? words.points : input.unit;
	const amount = [rising ? words.up : words.down, size, unit].filter((part) => part !== "").join(" ");
	if (input.direction === null) return words.change(amount, from, first.label);
	const verdict = rising === (input.direction === "up") ? words.better : words.worse;
	return words.change(`${amount} (${verdict})`, from, first.label);
}

function standardPart(last: Shown, { standard, ...input }: TrendInput, words: SentenceWords): string {
	if (standard === null) return "";
	const value = formatValue(standard.value, { standard, ...input });
	if (standard.judged === false) return words.shown(standard.label, value);
	if (input.direction === null) return words.shown(standard.label, value);
	const met = input.direction === "up" ? last.value >= standard.value : last.value <= standard.value;
	return met ? words.met(standard.label, value) : words.missed(standard.label, value);
}

function gapsPart(input: TrendInput, words: SentenceWords): string {
	const gaps = input.points.filter((point) => point.value === null);
	const masked = gaps.filter((point) => point.absence === "masked").length;
	const missing = gaps.length - masked;
	if (gaps.length === 0) return "";
	const reasons = [...(masked > 0 ? [words.masked(masked)] : []), ...(missing > 0 ? [words.missing(missing)] : [])];
	return words.gaps(gaps.length, reasons.join(words.and));
}

function formatCount(count: number, input: TrendInput): string {
	return formatNumber(count, { ...input, decimals: 0 });
}
