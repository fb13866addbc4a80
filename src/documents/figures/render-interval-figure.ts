import { toPrintableText } from "../neutral/printable-text.ts";
import { getDrawingBoard } from "./drawing-board.ts";
import { drawIntervals } from "./interval-chart.ts";
import { type IntervalInput, intervalAltText, intervalSentence } from "./interval-input.ts";
import type { TrendFigure } from "./render-trend-figure.ts";

/** Draws figures with their intervals below each other, beside the value that they are held against, with their words. */
export async function renderIntervalFigure(given: IntervalInput): Promise<TrendFigure> {
	const input = {
		...given,
		title: toPrintableText(given.title),
		rows: given.rows.map((each) => ({ ...each, label: toPrintableText(each.label) })),
	};
	const altText = intervalAltText(input);
	return { svg: drawIntervals(input, altText, await getDrawingBoard()), altText, sentence: intervalSentence(input) };
}
