import { toPrintableText } from "../neutral/printable-text.ts";
import { getDrawingBoard } from "./drawing-board.ts";
import { drawGroups } from "./group-chart.ts";
import { type GroupInput, groupAltText, groupSentence } from "./group-input.ts";
import { createLatestUsed } from "./latest-used.ts";
import type { TrendFigure } from "./render-trend-figure.ts";

const KEPT_FIGURES = 200;
const figures = createLatestUsed<Promise<TrendFigure>>(KEPT_FIGURES);

/** Draws the values of groups side by side as bars, with their words. The same input gives the same figure. */
export function renderGroupFigure(input: GroupInput): Promise<TrendFigure> {
	return figures.get(JSON.stringify(input), () => drawFigure(input));
}

async function drawFigure(given: GroupInput): Promise<TrendFigure> {
	const input = {
		...given,
		title: toPrintableText(given.title),
		groups: given.groups.map((each) => ({ ...each, label: toPrintableText(each.label) })),
	};
	const altText = groupAltText(input);
	return { svg: drawGroups(input, altText, await getDrawingBoard()), altText, sentence: groupSentence(input) };
}
