import { expect } from "vitest";
import type { OpenHand } from "./forms-hand.ts";
import { goTo, read } from "./thread-expect.ts";
import type { HandedFile } from "./thread-hand.ts";

/** Who loads figures for whom: somebody who may do so for several places. */
export type FigureStory = {
	readonly analyst: string;
	readonly place: string;
	readonly numerator: number;
};

/** A file without a column of counties, for the place that is chosen; and the list of what is wrong with another. */
export async function walkFigures(story: FigureStory, open: OpenHand): Promise<void> {
	const analyst = await open();
	const { page } = analyst;
	await analyst.press(story.analyst);
	await goTo(analyst, "Figures");
	await analyst.choose("Place", story.place);
	await analyst.attach("File of figures", figures("wrong.csv", story.numerator + 1000));
	await analyst.press("Load figures");
	expect(await read(page.locator("h1"))).toBe("The file was not taken");
	const list = await analyst.download("Download the list (CSV)");
	expect(list.fileName).toMatch(/\.csv$/u);
	expect(list.bytes.toString()).toContain(String(story.numerator + 1000));

	await analyst.choose("Place", story.place);
	await analyst.attach("File of figures", figures(`of-${story.numerator}.csv`, story.numerator));
	await analyst.press("Load figures");
	expect(await read(page.locator("h1"))).toBe("The figures were taken");
	await analyst.follow("See the load");
	expect(await read(page.getByRole("main"))).toContain(`Place: ${story.place}`);

	await goTo(analyst, "Figures");
	await analyst.choose("Show the loads of", story.place);
	await analyst.press("Show");
	const rows = await page.getByRole("row").allInnerTexts();
	expect(rows.some((row) => row.includes(`of-${story.numerator}.csv`))).toBe(true);
	expect(rows.slice(1).filter((row) => !row.includes(story.place))).toEqual([]);
}

/** One figure of six years ago, of whatever county is chosen. */
function figures(name: string, numerator: number): HandedFile {
	const lines = [
		"Indicator,Vintage,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of",
		`2B,ccfsr-2004,2019-01-01,2019-12-31,${numerator},250,all,Extract,2020-04-01`,
	];
	return { name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\r\n")}\r\n`) };
}
