import type * as PlotLibrary from "@observablehq/plot";
import { type DrawingBoard, toAccessibleSvg } from "./drawing-board.ts";
import { formatNumber, type TrendInput, type TrendPoint } from "./trend-input.ts";

const WIDTH = 400;
const HEIGHT = 250;
const INK = "#1b1b1b";
const QUIET = "#565c65";
const MOST_PERIOD_LABELS = 5;
const LABEL = { fill: INK, stroke: "white", strokeWidth: 4, fontSize: 12 } as const;

/**
 * Draws a trend as SVG: a line with a dot for each period, gaps where there is no value, the standard as a labelled
 * dashed line, the target as a hollow diamond. Line kinds and shapes differ, so it can be read in black and white. It
 * has no ids, no style sheet and no script, and scales with its place (`viewBox`).
 */
export function drawTrend(input: TrendInput, altText: string, board: DrawingBoard): string {
	const { Plot, document } = board;
	const positions = [...input.points.map((point) => point.periodEnd), ...targetPosition(input)];
	const plot = Plot.plot({
		document,
		width: WIDTH,
		height: HEIGHT,
		marginLeft: 40,
		marginRight: 24,
		marginTop: 34,
		marginBottom: 52,
		x: { type: "point", domain: [...new Set(positions)], padding: 0.3, label: null },
		y: { domain: valueDomain(input) },
		marks: [
			Plot.gridY({ ticks: 5, stroke: "#a9aeb1", strokeOpacity: 0.6 }),
			Plot.axisY({
				ticks: 5,
				tickSize: 0,
				fill: INK,
				fontSize: 12,
				label: input.unit === "%" || input.unit === "" ? null : input.unit,
				labelArrow: "none",
				tickFormat: (value: number) => axisNumber(value, input),
			}),
			Plot.axisX({
				ticks: labelledPeriods(input),
				tickSize: 4,
				stroke: QUIET,
				fill: INK,
				fontSize: 12,
				lineWidth: 7,
				tickFormat: (periodEnd: string) => periodLabel(periodEnd, input),
			}),
			...standardMarks(input, Plot),
			Plot.lineY(input.points, { x: "periodEnd", y: "value", stroke: INK, strokeWidth: 2 }),
			Plot.dot(input.points, { x: "periodEnd", y: "value", fill: INK, r: 3.5 }),
			...targetMarks(input, Plot),
			...labelledPoints(input).map((point) => valueMark(point, input, Plot)),
		],
	});
	return toAccessibleSvg(plot, input.title, altText, board);
}

/** The dashed line, named at the top of the drawing, where no point can come in the way. */
function standardMarks(input: TrendInput, Plot: typeof PlotLibrary): PlotLibrary.Markish[] {
	const { standard } = input;
	if (standard === null) return [];
	return [
		Plot.ruleY([standard.value], { stroke: INK, strokeWidth: 1.5, strokeDasharray: "6 4" }),
		Plot.text([`– – –  ${standard.label} ${shortValue(standard.value, input)}`], {
			...LABEL,
			frameAnchor: "top-right",
			dy: -26,
			text: (text: string) => text,
		}),
	];
}

function targetMarks(input: TrendInput, Plot: typeof PlotLibrary): PlotLibrary.Markish[] {
	const { target } = input;
	if (target === undefined) return [];
	const last = input.points.findLast((point) => point.value !== null);
	const end = { periodEnd: target.by, value: target.value };
	const path = last === undefined ? [] : [{ periodEnd: last.periodEnd, value: last.value }, end];
	const name = input.language === "es" ? "Meta" : "Target";
	return [
		Plot.lineY(path, { x: "periodEnd", y: "value", stroke: QUIET, strokeWidth: 1.5, strokeDasharray: "2 3" }),
		Plot.dot([end], {
			x: "periodEnd",
			y: "value",
			symbol: "diamond",
			r: 6,
			fill: "white",
			stroke: INK,
			strokeWidth: 2,
		}),
		Plot.text([end], {
			...LABEL,
			x: "periodEnd",
			y: "value",
			text: () => `${name} ${shortValue(target.value, input)}, ${target.label}`,
			textAnchor: "end",
			dx: 20,
			dy: -16,
		}),
	];
}

/** The value stands above its point, or below it where the line of the standard runs just above. */
function valueMark(point: TrendPoint, input: TrendInput, Plot: typeof PlotLibrary): PlotLibrary.Markish {
	const [low, high] = valueDomain(input);
	const room = ((input.standard?.value ?? high) - (point.value ?? low)) / (high - low);
	return Plot.text([point], {
		...LABEL,
		x: "periodEnd",
		y: "value",
		text: ({ value }: TrendPoint) => (value === null ? "" : shortValue(value, input)),
		dy: room >= 0 && room < 0.12 ? 13 : -12,
		fontWeight: "bold",
	});
}

function targetPosition({ target }: TrendInput): string[] {
	return target === undefined ? [] : [target.by];
}

/** From a little below the lowest to a little above the highest of what is drawn; never below zero for counts and rates. */
function valueDomain({ points, standard, target }: TrendInput): [number, number] {
	const values = [
		...points.flatMap((point) => (point.value === null ? [] : [point.value])),
		...(standard === null ? [] : [standard.value]),
		...(target === undefined ? [] : [target.value]),
	];
	if (values.length === 0) return [0, 1];
	const low = Math.min(...values);
	const high = Math.max(...values);
	const margin = (high - low || Math.abs(high) || 1) * 0.2;
	return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
}

/** Which periods have their name on the axis: the last, and from it back at even steps, a handful in all. */
function labelledPeriods({ points }: TrendInput): string[] {
	const step = Math.max(1, Math.ceil(points.length / MOST_PERIOD_LABELS));
	return points.filter((_, index) => (points.length - 1 - index) % step === 0).map((point) => point.periodEnd);
}

/** The name of a period, broken where it says "from – to". */
function periodLabel(periodEnd: string, { points }: TrendInput): string {
	const label = points.find((point) => point.periodEnd === periodEnd)?.label ?? "";
	return label.replace(/\s*([–-])\s*/u, "$1\n");
}

function labelledPoints({ points }: TrendInput): TrendPoint[] {
	const shown = points.filter((point) => point.value !== null);
	return shown.filter((_, index) => index === 0 || index === shown.length - 1);
}

/** A value beside a point: with the percent sign, but without the longer units, which stand above the axis. */
function shortValue(value: number, input: TrendInput): string {
	return `${formatNumber(value, input)}${input.unit === "%" ? "%" : ""}`;
}

function axisNumber(value: number, input: TrendInput): string {
	const digits = Number.isInteger(value) ? 0 : (input.decimals ?? 1);
	const text = formatNumber(value, { ...input, decimals: digits });
	return input.unit === "%" ? `${text}%` : text;
}
