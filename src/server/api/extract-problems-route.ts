import { z } from "zod";
import { ShareCounty } from "../../operations/extract-shares.ts";
import { getExtractLoad } from "../../operations/get-extract-load.ts";
import { visitOf } from "../middleware/answers.ts";
import { sendProblemCsv } from "../routes/extracts/send-problems.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Input = z.object({ loadId: z.uuid(), county: ShareCounty.optional() });

/** All problems of a load as CSV, of any length, the worst tier first. */
export const extractProblemsRoute: ApiRoute = {
	method: "get",
	path: "/extract-loads/{loadId}/problems",
	name: "list-extract-problems",
	title: "List the problems of a file",
	description: "All problems as text/csv, those for which a file is refused first. county cuts the list to one county.",
	signedIn: true,
	input: Input,
	answers: { files: ["text/csv"] },
	async handle(services, context) {
		const { loadId, county } = checkInput(Input, await readInput(context, undefined));
		const load = await services.perform(getExtractLoad, visitOf(context).person, { loadId });
		const problems = services.extracts.problemsOf(loadId, county);
		return sendProblemCsv(context, { fileName: load.fileName, county }, problems);
	},
};
