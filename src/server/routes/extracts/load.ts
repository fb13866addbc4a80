import { type Context, Hono } from "hono";
import { extractTierMeanings } from "../../../indicators/extracts/extract-problem-reference.ts";
import { getExtractLoad } from "../../../operations/get-extract-load.ts";
import { listJurisdictions } from "../../../operations/list-jurisdictions.ts";
import { dayOf } from "../../../operations/plan-checks.ts";
import { ExtractPage } from "../../../web/pages/extracts/extract-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { CountyChoice } from "./county-choice.ts";
import { countyOptions, groupProps, groupsOf } from "./group-props.ts";
import { sendProblemCsv, sendProblemWorkbook } from "./send-problems.ts";

/** One load of a file: its page, and its problems as files. */
export function extractLoadRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, extracts } = services;
	const routes = new Hono<AppEnvironment>();

	const loadOf = (context: Context<AppEnvironment>) =>
		perform(getExtractLoad, visitOf(context).person, { loadId: pathId(context, "loadId") });

	routes.get("/:loadId", async (context) => {
		const { reason, ...load } = await loadOf(context);
		const county = countyOf(context);
		const summary = await extracts.summaryOf(load.id);
		const places = await perform(listJurisdictions, visitOf(context).person, {});
		const page = ExtractPage({
			frame: context.get("frame"),
			...{ load, reason, county: county ?? "" },
			place: places.find((each) => each.id === load.jurisdictionId),
			bytesRead: load.state === "reading" ? await extracts.progressOf(load.id) : load.bytes,
			groups: groupProps(groupsOf(summary, county), places),
			tierWords: extractTierMeanings,
			counties: countyOptions(summary, places),
			sharing: null,
		});
		return answerPage(context, page);
	});

	routes.get("/:loadId/problems.csv", async (context) => {
		const { id, fileName } = await loadOf(context);
		const county = countyOf(context);
		return sendProblemCsv(context, { fileName, county }, extracts.problemsOf(id, county));
	});

	routes.get("/:loadId/problems.xlsx", async (context) => {
		const { id, fileName } = await loadOf(context);
		const county = countyOf(context);
		const groups = groupsOf(await extracts.summaryOf(id), county);
		const count = groups.reduce((sum, group) => sum + group.count, 0);
		const about = { fileName, county, count, created: dayOf(services.clock()) };
		return sendProblemWorkbook(context, about, extracts.problemsOf(id, county));
	});

	return routes;
}

/** The county that the address cuts the list to. What is no county is left out of account. */
function countyOf(context: Context): string | undefined {
	const choice = CountyChoice.safeParse(context.req.query("county"));
	return choice.success ? choice.data : undefined;
}
