import { PassThrough, Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { Context } from "hono";
import { type CsvCell, writeCsv } from "../../../documents/excel/write-csv.ts";
import { type WorkbookSheet, writeWorkbookTo } from "../../../documents/excel/write-workbook.ts";
import { describeExtractProblem } from "../../../indicators/extracts/describe-extract-problem.ts";
import { extractTierMeanings } from "../../../indicators/extracts/extract-problem-reference.ts";
import type { ExtractProblem } from "../../../indicators/extracts/extract-problems.ts";
import { attachment } from "../answer-csv.ts";

type About = { readonly fileName: string; readonly county: string | undefined };

const headings = [
	...["how bad", "message", "county", "record", "line", "element", "name of the element"],
	...["found", "what is expected", "how to mend it", "source"],
];

/** Rows that are sent at once. */
const atATime = 500;
/** Rows of a sheet, with room for the headings: a sheet holds 1,048,576. */
export const rowsOfSheet = 1_000_000;

/** A list of problems of any length as CSV, sent while it is read. */
export function sendProblemCsv(context: Context, about: About, problems: AsyncIterable<ExtractProblem>): Response {
	const pieces = (async function* () {
		let rows: (readonly CsvCell[])[] = [headings];
		for await (const problem of problems) {
			if (rows.push(rowOf(problem)) < atATime) continue;
			yield Buffer.from(writeCsv(rows));
			rows = [];
			await setImmediate();
		}
		yield Buffer.from(writeCsv(rows));
	})();
	return context.body(Readable.toWeb(Readable.from(pieces)) as ReadableStream, 200, {
		"Content-Type": "text/csv; charset=utf-8",
		...attachment(nameOf(about), "csv"),
	});
}

/** The same as a workbook; `count` is the number of problems. A list that is longer than a sheet goes on on the next. */
export function sendProblemWorkbook(
	context: Context,
	about: About & { readonly count: number; readonly created: string },
	problems: AsyncIterable<ExtractProblem>,
): Response {
	const output = new PassThrough();
	const sheets = problemSheets(problems, about.count, rowsOfSheet, async () => {
		// The workbook takes rows as fast as they come; whoever loads it slowly must not fill the memory.
		while (output.writableNeedDrain && !output.destroyed) {
			await new Promise((resolve) => {
				output.once("drain", resolve);
				output.once("close", resolve);
			});
		}
		return !output.destroyed;
	});
	const properties = { creator: "Throughline", title: nameOf(about), created: about.created };
	writeWorkbookTo(output, sheets, properties).catch((error) => output.destroy(error));
	return context.body(Readable.toWeb(output) as ReadableStream, 200, {
		"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		...attachment(nameOf(about), "xlsx"),
	});
}

/** The sheets of a list: each takes its share of the same reading. `mayGoOn` waits for room, and says when nobody reads any more. */
export function problemSheets(
	problems: AsyncIterable<ExtractProblem>,
	count: number,
	rows: number,
	mayGoOn: () => Promise<boolean>,
): readonly WorkbookSheet[] {
	const reading = problems[Symbol.asyncIterator]();
	const sheets = Math.max(1, Math.ceil(count / rows));
	return Array.from({ length: sheets }, (_, index) => ({
		name: sheets === 1 ? "Problems" : `Problems ${index + 1} of ${sheets}`,
		columns: headings.map((header) => ({ header })),
		rows: (async function* () {
			for (let row = 0; row < rows && (await mayGoOn()); row++) {
				const next = await reading.next();
				if (next.done) return;
				yield rowOf(next.value);
			}
		})(),
	}));
}

function rowOf(problem: ExtractProblem) {
	const { found, expected, remedy, source } = describeExtractProblem(problem);
	return [
		...[extractTierMeanings[problem.tier].title, problem.id, problem.county ?? "", problem.record, problem.line],
		...[problem.element?.number ?? "", problem.element?.name ?? "", found, expected, remedy, source],
	];
}

function nameOf({ fileName, county }: About): string {
	return `problems ${fileName}${county ? ` ${county}` : ""}`;
}
