import { z } from "zod";
import { InvalidInput } from "../../operations/errors.ts";
import { loadFigures } from "../../operations/load-figures.ts";
import { visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import type { ApiRoute } from "./api-route.ts";

/** Loads a file of figures, sent as `multipart/form-data`. A refused file is answered with its problems and status 422. */
export const figureLoadRoute: ApiRoute = {
	...loadFigures.http,
	name: loadFigures.name,
	title: loadFigures.title,
	description:
		"Takes a CSV or .xlsx file of at most 25 MB, whole or not at all. The same file twice changes nothing. A file that is refused is answered with status 422 and a problem for each fault.",
	signedIn: true,
	body: "multipart",
	input: z.object({
		file: z.string().meta({ contentMediaType: "application/octet-stream" }),
		jurisdictionId: z.uuid().optional().describe("The county that the file is about, where it names none."),
		vintage: z.string().max(40).optional().describe("Where codes are looked for first, when a row names no vintage."),
	}),
	answers: { json: loadFigures.output, alsoAt: [422] },
	async handle(services, context) {
		const form = await readForm(context);
		const file = form.file("file");
		if (!file) {
			throw new InvalidInput([
				{ field: "file", message: 'Send the file in the field "file" of a multipart/form-data body.' },
			]);
		}
		const [jurisdictionId, vintage] = [form.text("jurisdictionId"), form.text("vintage")];
		const result = await services.perform(loadFigures, visitOf(context).person, {
			jurisdictionId: jurisdictionId === "" ? null : jurisdictionId,
			...(vintage === "" ? {} : { vintage }),
			fileName: file.name || "figures",
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		return context.json(result, result.result === "refused" ? 422 : 200);
	},
};
