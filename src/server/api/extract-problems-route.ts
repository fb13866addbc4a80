import { z } from "zod";
import { ShareCounty } from "../../operations/extract-shares.ts";
import { getExtractLoad } from "../../operations/get-extract-load.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { visitOf } from "../middleware/answers.ts";
import { countOf, groupsOf } from "../routes/extracts/group-props.ts";
import { sendProblemCsv, sendProblemWorkbook } from "../routes/extracts/send-problems.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Input = z.object({
	loadId: z.uuid(),
	county: ShareCounty.optional(),
	format: z.enum(["csv", "xlsx"]).default("csv").describe("An Excel workbook has a sheet for each million rows."),
});

/** All problems of a load as CSV or Excel, of any length, the worst tier first. */
export const extractProblemsRoute: ApiRoute = {
	method: "get",
	path: "/extract-loads/{loadId}/problems",
	name: "list-extract-problems",
	title: "List the problems of a file",
	description:
		"All problems as text/csv or an Excel workbook, those for which a file is refused first. county cuts the list to one county.",
	signedIn: true,
	input: Input,
	answers: { files: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] },
	async handle(services, context) {
		const { loadId, county, format } = checkInput(Input, await readInput(context, undefined));
		const load = await services.perform(getExtractLoad, visitOf(context).person, { loadId });
		const problems = services.extracts.problemsOf(loadId, county);
		if (format === "csv") return sendProblemCsv(context, { fileName: load.fileName, county }, problems);
		const count = countOf(groupsOf(await services.extracts.summaryOf(loadId), county));
		const about = { fileName: load.fileName, county, count, created: dayOf(services.clock()) };
		return sendProblemWorkbook(context, about, problems);
	},
};
