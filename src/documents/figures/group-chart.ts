import { type DrawingBoard, toAccessibleSvg } from "./drawing-board.ts";
import { formatGroupValue, type GroupInput, mostBars } from "./group-input.ts";

const WIDTH = 380;
const ROW = 26;
const INK = "#1b1b1b";
const BAR = "#2e6276";

/**
 * Draws groups as bars below each other, each with its name at the left and its value at its end. A group without a value has its
 * name and a word or mark in place of a bar. It has no ids, no style sheet and no script, and scales with its place.
 */
export function drawGroups(input: GroupInput, altText: string, board: DrawingBoard): string {
	const { Plot, document } = board;
	const groups = input.groups.slice(0, mostBars).map((each, index) => ({ ...each, place: index }));
	const highest = Math.max(0, ...groups.map(({ value }) => value ?? 0));
	const plot = Plot.plot({
		document,
		width: WIDTH,
		height: Math.max(1, groups.length) * ROW + 12,
		marginLeft: labelWidth(groups.map(({ label }) => shorten(label))),
		marginRight: 60,
		marginTop: 6,
		marginBottom: 6,
		x: { domain: [0, highest > 0 ? highest : 1], axis: null },
		y: { type: "band", domain: groups.map(({ place }) => place), padding: 0.25, axis: null },
		marks: [
			Plot.barX(groups, { x: (each) => each.value ?? 0, y: "place", fill: BAR }),
			Plot.ruleX([0], { stroke: INK }),
			Plot.text(groups, {
				...{ x: 0, y: "place", dx: -8, textAnchor: "end", fill: INK, fontSize: 13 },
				text: ({ label }: { label: string }) => shorten(label),
			}),
			Plot.text(groups, {
				...{ x: (each: { value: number | null }) => each.value ?? 0, y: "place", dx: 6, textAnchor: "start" },
				...{ fill: INK, fontSize: 13 },
				text: ({ value, isMasked }: { value: number | null; isMasked: boolean }) =>
					value === null ? (isMasked ? "*" : "–") : shortValue(value, input),
			}),
		],
	});
	return toAccessibleSvg(plot, input.title, altText, board);
}

/** Room for the longest name, in about the width of its letters. */
function labelWidth(labels: readonly string[]): number {
	return 20 + Math.max(0, ...labels.map((each) => each.length)) * 6.4;
}

const mostLetters = 27;

/** A long name loses its end; of two crossed groups both keep their beginning, so that they can be told apart. */
function shorten(label: string): string {
	if (label.length <= mostLetters) return label;
	const parts = label.split(", ");
	const most = Math.floor(mostLetters / parts.length) - (parts.length - 1);
	return parts.map((each) => (each.length > most ? `${each.slice(0, most - 1).trimEnd()}…` : each)).join(", ");
}

/** With the percent sign, but without the longer units, which stand in the title. */
function shortValue(value: number, input: GroupInput): string {
	return formatGroupValue(value, input.unit === "%" ? input : { ...input, unit: "" });
}
