import { toPrintableText } from "../neutral/printable-text.ts";
import { getDrawingBoard } from "./drawing-board.ts";
import type { TrendFigure } from "./render-trend-figure.ts";
import { drawSteps } from "./step-chart.ts";
import { type StepInput, stepAltText, stepSentence } from "./step-input.ts";

/** Draws shares that grow by month as steps, with their words. */
export async function renderStepFigure(given: StepInput): Promise<TrendFigure> {
	const input = { ...given, title: toPrintableText(given.title) };
	const altText = stepAltText(input);
	return { svg: drawSteps(input, altText, await getDrawingBoard()), altText, sentence: stepSentence(input) };
}
