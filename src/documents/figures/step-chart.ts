import { type DrawingBoard, toAccessibleSvg } from "./drawing-board.ts";
import type { StepInput } from "./step-input.ts";

const WIDTH = 400;
const HEIGHT = 270;
const INK = "#1b1b1b";
/** Lines differ in dashes as well as in colour, so that they can be told apart in black and white. */
const looks = [
	{ stroke: "#1b1b1b", dash: "none" },
	{ stroke: "#2e6276", dash: "7 3" },
	{ stroke: "#8b0a03", dash: "2 3" },
	{ stroke: "#4d8055", dash: "9 3 2 3" },
	{ stroke: "#5942d2", dash: "4 4" },
	{ stroke: "#565c65", dash: "1 4" },
] as const;

/**
 * Draws shares that grow by month as steps, with a key of line kinds below. It has no ids, no style sheet and no script, and scales
 * with its place.
 */
export function drawSteps(input: StepInput, altText: string, board: DrawingBoard): string {
	const { Plot, document } = board;
	const lines = input.lines.slice(0, looks.length).map((each, index) => ({
		label: each.label,
		look: looks[index] ?? looks[0],
		points: each.points.filter(({ value }) => value !== null),
		x: (index % 2) * (WIDTH / 2) + 12,
		y: HEIGHT + 14 + Math.floor(index / 2) * 20,
	}));
	const months = Math.max(1, ...input.lines.flatMap(({ points }) => points.map(({ month }) => month)));
	const highest = Math.max(5, ...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
	const keyRows = Math.ceil(lines.length / 2);
	const height = HEIGHT + keyRows * 20 + 8;
	const plot = Plot.plot({
		document,
		width: WIDTH,
		height,
		marginLeft: 44,
		marginRight: 16,
		marginTop: 12,
		marginBottom: height - HEIGHT + 46,
		x: { domain: [0, months], label: null },
		y: { domain: [0, Math.min(100, Math.ceil(highest / 5) * 5)], label: null },
		marks: [
			Plot.gridY({ ticks: 5, stroke: "#a9aeb1", strokeOpacity: 0.6 }),
			Plot.axisY({
				ticks: 5,
				tickSize: 0,
				fill: INK,
				fontSize: 12,
				label: null,
				tickFormat: (each: number) => `${each}%`,
			}),
			Plot.axisX({
				ticks: Array.from({ length: Math.floor(months / 6) + 1 }, (_, index) => index * 6),
				...{ tickSize: 4, fill: INK, fontSize: 12, label: input.axis, labelAnchor: "center", labelArrow: "none" },
				labelOffset: 34,
			}),
			...lines.map(({ points, look }) =>
				Plot.lineY(points, {
					...{ x: "month", y: "value", curve: "step-after", stroke: look.stroke, strokeWidth: 2 },
					...(look.dash === "none" ? {} : { strokeDasharray: look.dash }),
				}),
			),
		],
	});
	for (const { label, look, x, y } of lines) plot.append(keyLine(document, look, x, y), keyText(document, label, x, y));
	return toAccessibleSvg(plot, input.title, altText, board);
}

function keyLine(document: Document, look: (typeof looks)[number], x: number, y: number): Element {
	return drawn(document, "line", {
		...{ x1: x, x2: x + 32, y1: y, y2: y, stroke: look.stroke, "stroke-width": 2 },
		...(look.dash === "none" ? {} : { "stroke-dasharray": look.dash }),
	});
}

function keyText(document: Document, label: string, x: number, y: number): Element {
	const text = drawn(document, "text", { x: x + 40, y: y + 4, fill: INK, "font-size": 12, "text-anchor": "start" });
	text.textContent = label;
	return text;
}

function drawn(document: Document, name: string, attributes: Readonly<Record<string, string | number>>): Element {
	const element = document.createElementNS("http://www.w3.org/2000/svg", name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
	return element;
}
