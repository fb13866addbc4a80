import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// No step of an indicator may hold two children against each other before the last count: then tables can be spread over servers
// by child, and a run of one county is the part of a run of the state. Every window, join and grouping is keyed by child, or stands
// below with its reason.

const folder = path.resolve(import.meta.dirname, "../../src/indicators/definitions");
const texts = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) =>
		readdirSync(path.join(folder, name, "v1")).map((file) => ({
			file: `${name}/v1/${file}`,
			text: readFileSync(path.join(folder, name, "v1", file), "utf8").replace(/--.*$/gm, ""),
		})),
	)
	.filter(({ file }) => !file.includes("functions."));

/** Small tables of a run that have no child: they stand whole on every server. */
const small = /^(?:run|store|reading|run_\w+|visit_run|file_source|quality_file|quality_row_year|quality_match_year)$/;

const exceptions: Readonly<Record<string, string>> = {
	"common/v1/file-source.sql group by period": "which files are legacy files: a row a file",
	"common/v1/reading.sql partition by run_reading.files_read": "a small table: the files of the run",
	"quality/v1/afcars-file.sql group by period": "the count of a data-quality check: a row a file",
	"quality/v1/ncands-match.sql group by year": "the count of a data-quality check: a row a year",
	"quality/v1/ncands-row.sql group by ncands_row.year": "the count of a data-quality check: a row a year",
};

/** The text in the parentheses that begin at this place. */
function inParentheses(text: string, start: number): string {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		if (text[at] === "(") depth++;
		if (text[at] === ")" && --depth === 0) return text.slice(start + 1, at);
	}
	return text.slice(start + 1);
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();
/** A child, or the number by which AFCARS knows it. */
const namesChild = (text: string) => /\b(?:child|afcars_id|record_number)\b/.test(text);

/** The definitions of windows, in place or by name. */
function windowsOf(text: string): readonly string[] {
	const starts = [...text.matchAll(/\bover\s*\(|\b\w+\s+as\s*\((?=\s*partition|\s*order)/g)];
	return starts.map((match) => squeeze(inParentheses(text, match.index + match[0].length - 1)));
}

function faultsOf({ file, text }: { file: string; text: string }): readonly string[] {
	const windows = windowsOf(text).map(
		(each) => /partition by (.*?)(?: order by| rows | range |$)/.exec(each)?.[1] ?? each,
	);
	const joins = [
		...text.matchAll(
			/\bjoin\s+(\w+)(?:\s+as\s+\w+)?\s+on\s+([\s\S]*?)(?=\n\s*(?:left|join|cross|where|group|union|window|\))|$)/g,
		),
	];
	const groupings = [...text.matchAll(/\bgroup by\s+([^\n]+)/g)];
	return [
		...windows.filter((key) => !namesChild(key)).map((key) => `${file} partition by ${key}`),
		...joins
			.filter(
				([, table = "", on = ""]) =>
					!small.test(table) &&
					!/\b(?:child|afcars_id|record_number)\s*=\s*\w+\.(?:child|record_number|afcars_id)\b/.test(on),
			)
			.map(([, table]) => `${file} join ${table}`),
		...groupings.filter(([, key = ""]) => !namesChild(key)).map(([, key = ""]) => `${file} group by ${squeeze(key)}`),
	];
}

/** Tables that a step puts beside every row: they must be small. */
function crossed({ file, text }: { file: string; text: string }): readonly string[] {
	return [...text.matchAll(/\bcross join\s+(\w+)/g)]
		.filter(([, table = ""]) => !small.test(table))
		.map(([, table]) => `${file} cross join ${table}`);
}

describe("the steps of the indicators", () => {
	it("hold no two children against each other before the last count", () => {
		expect(texts.length).toBeGreaterThan(30);
		const unexplained = texts.flatMap(faultsOf).filter((fault) => exceptions[fault] === undefined);
		expect(unexplained).toEqual([]);
		expect(texts.flatMap(crossed)).toEqual([]);
	});

	it("need every exception that is listed", () => {
		const found = new Set(texts.flatMap(faultsOf));
		expect(Object.keys(exceptions).filter((each) => !found.has(each))).toEqual([]);
	});

	it("would be caught if one did", () => {
		const wrong = (text: string) => faultsOf({ file: "x", text }).concat(crossed({ file: "x", text }));
		expect(wrong("select rank() over (partition by county order by removal) from episode")).toEqual([
			"x partition by county",
		]);
		expect(wrong("select rank() over (order by removal) from episode")).toEqual(["x partition by order by removal"]);
		expect(wrong("select 1 from a\njoin episode on episode.county = a.county")).toEqual(["x join episode"]);
		expect(wrong("select 1 from a\ncross join episode")).toEqual(["x cross join episode"]);
		expect(wrong("select county from a\ngroup by county")).toEqual(["x group by county"]);
		expect(wrong("select 1 from a\njoin b on b.child = a.child")).toEqual([]);
	});
});
