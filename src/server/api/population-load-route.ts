import { z } from "zod";
import { InvalidInput } from "../../operations/errors.ts";
import { loadChildPopulation } from "../../operations/load-child-population.ts";
import { visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import type { ApiRoute } from "./api-route.ts";

/** Loads a file of child population, sent as `multipart/form-data`. A refused file is answered with its problems and status 422. */
export const populationLoadRoute: ApiRoute = {
	...loadChildPopulation.http,
	name: loadChildPopulation.name,
	title: loadChildPopulation.title,
	description:
		"Takes the child population of a State or county by county and year from a CSV or .xlsx file of at most 25 MB, whole or not at all. The same numbers twice change nothing. The foster care entry rate is then counted anew in the background. A file that is refused is answered with status 422 and a problem for each fault.",
	signedIn: true,
	body: "multipart",
	input: z.object({
		file: z.string().meta({ contentMediaType: "application/octet-stream" }),
		jurisdictionId: z.uuid().describe("The State or county that the file is of."),
		source: z.string().max(300).describe("Who estimated the population: Census Bureau, vintage 2024."),
		dataAsOf: z.iso.date().describe("The day on which its source published it."),
	}),
	answers: { json: loadChildPopulation.output, alsoAt: [422] },
	async handle(services, context) {
		const form = await readForm(context);
		const file = form.file("file");
		if (!file) {
			throw new InvalidInput([
				{ field: "file", message: 'Send the file in the field "file" of a multipart/form-data body.' },
			]);
		}
		const result = await services.perform(loadChildPopulation, visitOf(context).person, {
			jurisdictionId: form.text("jurisdictionId"),
			source: form.text("source"),
			dataAsOf: form.text("dataAsOf"),
			fileName: file.name || "population",
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		return context.json(result, result.result === "refused" ? 422 : 200);
	},
};
