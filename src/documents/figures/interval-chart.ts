import { type DrawingBoard, toAccessibleSvg } from "./drawing-board.ts";
import { type IntervalInput, mostIntervals } from "./interval-input.ts";

const WIDTH = 380;
const ROW = 24;
const INK = "#1b1b1b";
const MARK = "#2e6276";
const REFERENCE = "#8b0a03";

const mostLetters = 22;

/**
 * Draws each row as a dot with a line for its interval, its name at the left, and the value that they are held against as a dashed
 * line through all of them. It has no ids, no style sheet and no script, and scales with its place.
 */
export function drawIntervals(input: IntervalInput, altText: string, board: DrawingBoard): string {
	const { Plot, document } = board;
	const rows = input.rows.slice(0, mostIntervals).map((each, place) => ({
		...each,
		place,
		from: each.lower ?? each.estimate,
		to: each.upper ?? each.estimate,
	}));
	const highest = Math.max(input.reference.value, ...rows.map(({ to }) => to));
	const labels = rows.map(({ label }) => shorten(label));
	const plot = Plot.plot({
		document,
		width: WIDTH,
		height: Math.max(1, rows.length) * ROW + 40,
		marginLeft: 20 + Math.max(0, ...labels.map((each) => each.length)) * 6.6,
		marginRight: 14,
		marginTop: 8,
		marginBottom: 32,
		x: { domain: [0, highest > 0 ? highest * 1.05 : 1], label: null },
		y: { type: "band", domain: rows.map(({ place }) => place), padding: 0.25, axis: null },
		marks: [
			Plot.axisX({ ticks: 4, tickSize: 4, fill: INK, fontSize: 12, label: null }),
			Plot.ruleX([input.reference.value], { stroke: REFERENCE, strokeDasharray: "4 3" }),
			Plot.ruleY(rows, { x1: "from", x2: "to", y: "place", stroke: MARK, strokeWidth: 2 }),
			Plot.dot(rows, { x: "estimate", y: "place", fill: MARK, r: 4 }),
			Plot.text(rows, {
				...{ y: "place", frameAnchor: "left", dx: -8, textAnchor: "end", fill: INK, fontSize: 13 },
				text: ({ label }: { label: string }) => shorten(label),
			}),
		],
	});
	return toAccessibleSvg(plot, input.title, altText, board);
}

function shorten(label: string): string {
	return label.length > mostLetters ? `${label.slice(0, mostLetters - 1).trimEnd()}…` : label;
}
