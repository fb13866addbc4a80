import { toPrintableText } from "../neutral/printable-text.ts";
import { getDrawingBoard } from "./drawing-board.ts";
import { createLatestUsed } from "./latest-used.ts";
import { drawTrend } from "./trend-chart.ts";
import type { TrendInput } from "./trend-input.ts";
import { trendAltText, trendSentence } from "./trend-sentence.ts";

export interface TrendFigure {
	/** One `svg` element, safe inside a page and as the `svg` of a figure block. */
	readonly svg: string;
	readonly altText: string;
	/** What the trend shows, to be printed beside it. */
	readonly sentence: string;
}

const KEPT_FIGURES = 500;
const figures = createLatestUsed<Promise<TrendFigure>>(KEPT_FIGURES);

/**
 * Draws the trend of an indicator by period, with its words. The same input gives the same figure; the figures used last
 * are kept, since drawing one takes some 40 ms. The first call loads the chart library (1 to 2 s): call
 * `prepareFigures` when the server starts.
 */
export function renderTrendFigure(input: TrendInput): Promise<TrendFigure> {
	return figures.get(JSON.stringify(input), () => drawFigure(input));
}

/** Loads what drawing needs, so that the first page does not wait for it. */
export async function prepareFigures(): Promise<void> {
	await getDrawingBoard();
}

async function drawFigure(given: TrendInput): Promise<TrendFigure> {
	const input = printable(given);
	const altText = trendAltText(input);
	return { svg: drawTrend(input, altText, await getDrawingBoard()), altText, sentence: trendSentence(input) };
}

/** The points in the order of their periods, and texts as XML can hold them. */
function printable(input: TrendInput): TrendInput {
	const { standard, target } = input;
	return {
		...input,
		title: toPrintableText(input.title),
		unit: toPrintableText(input.unit),
		points: input.points
			.map((point) => ({ ...point, label: toPrintableText(point.label) }))
			.sort((one, other) => (one.periodEnd < other.periodEnd ? -1 : 1)),
		standard: standard === null ? null : { ...standard, label: toPrintableText(standard.label) },
		...(target === undefined ? {} : { target: { ...target, label: toPrintableText(target.label) } }),
	};
}
