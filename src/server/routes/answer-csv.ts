import type { Context } from "hono";
import { type CsvCell, writeCsv } from "../../documents/excel/write-csv.ts";

/** A table as a file to keep. `name` may hold anything; of it only letters, digits and hyphens come into the file's name. */
export function answerCsv(context: Context, name: string, rows: Iterable<readonly CsvCell[]>): Response {
	return context.body(writeCsv(rows), 200, {
		"Content-Type": "text/csv; charset=utf-8",
		...attachment(name, "csv"),
	});
}

/** Headers of a file to keep, under a name made safe. */
export function attachment(name: string, ending: "csv" | "svg" | "xlsx") {
	return {
		"Content-Disposition": `attachment; filename="${safeFileName(name)}.${ending}"`,
		"Cache-Control": "no-store",
		"X-Content-Type-Options": "nosniff",
	};
}

function safeFileName(name: string): string {
	const plain = name
		.normalize("NFKD")
		.replace(/[^A-Za-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 80);
	return plain || "figures";
}
