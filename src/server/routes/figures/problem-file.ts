import { Hono } from "hono";
import { z } from "zod";
import { InvalidInput } from "../../../operations/errors.ts";
import { type FigureProblem, placeInWords, tierWords } from "../../../web/pages/figures/figure-props.ts";
import type { AppEnvironment } from "../../app-environment.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerCsv } from "../answer-csv.ts";

/** The problems as the page of the result carries them: see `ProblemDownload`. */
const Carried = z
	.array(
		z.tuple([
			z.enum(["reject", "mend", "look-at"]),
			z.number().nullable(),
			z.string().nullable(),
			z.string().nullable(),
			z.string().nullable(),
			z.string(),
			z.string(),
		]),
	)
	.max(20_000);

const headings = ["how bad", "where", "row", "column", "found", "what was expected", "how to mend it"];

/** The list of problems of a file as a file, for whoever mends it. Nothing of it is kept on the server. */
export function problemFileRoutes(): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.post("/", async (context) => {
		const form = await readForm(context);
		const rows = readCarried(form.text("problems")).map(([tier, row, column, columnName, value, expected, remedy]) => {
			const place: FigureProblem["place"] = { row, column, columnName };
			return [tierWords[tier], placeInWords(place), row, column ?? columnName, value, expected, remedy];
		});
		return answerCsv(context, `problems ${form.text("fileName")}`, [headings, ...rows]);
	});
	return routes;
}

function readCarried(text: string): z.infer<typeof Carried> {
	try {
		return Carried.parse(JSON.parse(text));
	} catch {
		throw new InvalidInput([
			{ field: "", message: "The list could not be read back. Load the file again to see it anew." },
		]);
	}
}
