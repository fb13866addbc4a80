import { Readable } from "node:stream";
import { RecordsInput } from "../../operations/look-at-indicator-records.ts";
import { IndicatorRecordListOutput } from "../../operations/outputs/indicator-outputs.ts";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

/** The records behind a number of an indicator: a page as JSON, or all of them as CSV. Each look is written down first. */
export const indicatorRecordsRoute: ApiRoute = {
	method: "get",
	path: "/jurisdictions/{jurisdictionId}/indicator-records/{indicator}/{window}",
	name: "list-indicator-records",
	title: "List the records behind a number of an indicator",
	description:
		"Case-level data: only with the permission cases.read for the place. Each look is written down with who, when and what. format=csv answers all records as text/csv.",
	signedIn: true,
	input: RecordsInput,
	answers: { json: IndicatorRecordListOutput },
	async handle(services, context) {
		const input = checkInput(RecordsInput, await readInput(context, undefined));
		const { person } = visitOf(context);
		if (input.format === "json") return context.json(await services.records.list(person, input));
		const lines = services.records.stream(person, input);
		// The first piece is waited for: a refusal is an answer of its own, not a broken file.
		const first = await lines.next();
		const all = (async function* () {
			if (!first.done) yield Buffer.from(first.value);
			for await (const piece of lines) yield Buffer.from(piece);
		})();
		return context.body(Readable.toWeb(Readable.from(all)) as ReadableStream, 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="records-${input.indicator}-${input.window}.csv"`,
			"Cache-Control": "no-store",
		});
	},
};
