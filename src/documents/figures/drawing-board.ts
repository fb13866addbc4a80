import type * as PlotLibrary from "@observablehq/plot";

/** What the drawing needs of its surroundings: the chart library, and one HTML document kept for all drawings. */
export interface DrawingBoard {
	readonly Plot: typeof PlotLibrary;
	readonly document: Document;
	readonly serialize: (element: Element) => string;
}

const FONTS = '"Source Sans Pro Web", "Source Sans Pro", "Public Sans", "Helvetica Neue", Arial, sans-serif';
let board: Promise<DrawingBoard> | undefined;

/** The one drawing board; the first call loads the chart library (1 to 2 s). */
export function getDrawingBoard(): Promise<DrawingBoard> {
	board ??= openDrawingBoard();
	return board;
}

async function openDrawingBoard(): Promise<DrawingBoard> {
	const [Plot, { JSDOM }] = await Promise.all([import("@observablehq/plot"), import("jsdom")]);
	const { window } = new JSDOM("");
	const serializer = new window.XMLSerializer();
	return { Plot, document: window.document, serialize: (element) => serializer.serializeToString(element) };
}

/** The drawing as one `svg` that is an image with a name and a description, without ids, classes of the library or styles. */
export function toAccessibleSvg(
	plot: Element,
	title: string,
	altText: string,
	{ document, serialize }: DrawingBoard,
): string {
	plot.querySelector("style")?.remove();
	for (const element of [plot, ...plot.querySelectorAll("*")]) {
		for (const name of ["class", "aria-label", "aria-hidden", "aria-description"]) element.removeAttribute(name);
	}
	plot.setAttribute("class", "trend-figure");
	plot.setAttribute("role", "img");
	plot.setAttribute("font-family", FONTS);
	plot.setAttribute("font-size", "12");
	const description = child("desc", altText);
	plot.prepend(child("title", title), description);
	return serialize(plot);

	function child(name: string, text: string): Element {
		const element = document.createElementNS("http://www.w3.org/2000/svg", name);
		element.textContent = text;
		return element;
	}
}
