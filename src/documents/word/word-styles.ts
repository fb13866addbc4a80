import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import type { DocumentLanguage } from "../neutral/neutral-document.ts";

const INK = "1B1B1B";
/** On every machine that runs Word, and of the same widths as the free Liberation Sans. */
const FONT = "Arial";
const HEADING_SIZES = { heading1: 32, heading2: 26, heading3: 23, heading4: 21 } as const;
export const BULLETS = "bullets";
export const NUMBERS = "numbers";
export const DEEPEST_LEVEL = 8;

/** US Letter with one-inch margins; the text is 6.5 inches wide. In twentieths of a point. */
export const PAGE = { width: 12_240, height: 15_840, margin: 1440, textWidth: 9360 } as const;

/** Sizes in half points. Headings are Word's own styles, so that its navigation pane and screen readers find them. */
export function wordStyles(language: DocumentLanguage): IStylesOptions {
	const heading = (size: number) => ({
		run: { size, bold: true, color: INK, font: FONT },
		paragraph: { spacing: { before: 280, after: 120 }, keepNext: true, keepLines: true },
	});
	return {
		default: {
			document: {
				run: {
					font: FONT,
					size: 21,
					color: INK,
					language: { value: language === "es" ? "es-US" : "en-US" },
				},
				paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
			},
			title: {
				run: { size: 40, bold: true, color: INK, font: FONT },
				paragraph: { spacing: { after: 160 } },
			},
			heading1: heading(HEADING_SIZES.heading1),
			heading2: heading(HEADING_SIZES.heading2),
			heading3: heading(HEADING_SIZES.heading3),
			heading4: heading(HEADING_SIZES.heading4),
			caption: {
				run: { size: 20, bold: true, italics: false, color: INK },
				paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
			},
			hyperlink: { run: { color: "005EA2", underline: {} } },
		},
		paragraphStyles: [
			{ id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", quickFormat: true, run: { size: 28 } },
			{
				id: "TableText",
				name: "Table Text",
				basedOn: "Normal",
				run: { size: 18 },
				paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
			},
			{
				id: "Pair",
				name: "Label and Value",
				basedOn: "Normal",
				paragraph: { indent: { left: 3000, hanging: 3000 }, spacing: { after: 80 } },
			},
		],
	};
}

/** One definition for bullets and one for numbers, nine levels each; every list counts on its own. */
export function wordNumbering(): INumberingOptions {
	const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => level);
	const style = (level: number) => ({
		paragraph: { indent: { left: 360 * (level + 1), hanging: 360 }, spacing: { after: 60 } },
	});
	const start = AlignmentType.LEFT;
	return {
		config: [
			{
				reference: BULLETS,
				levels: levels.map((level) => ({
					level,
					format: LevelFormat.BULLET,
					text: level % 2 === 0 ? "•" : "–",
					alignment: start,
					style: style(level),
				})),
			},
			{
				reference: NUMBERS,
				levels: levels.map((level) => ({
					level,
					format: LevelFormat.DECIMAL,
					text: `%${level + 1}.`,
					alignment: start,
					style: style(level),
				})),
			},
		],
	};
}
