import { type Context, Hono } from "hono";
import { extractTierMeanings } from "../../indicators/extracts/extract-problem-reference.ts";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import { NotFound } from "../../operations/errors.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { SharedExtractPage } from "../../web/pages/extracts/shared-extract-page.tsx";
import { MessagePage } from "../../web/shell/message-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage } from "../middleware/answers.ts";
import { countOf, countyName, groupProps, groupsOf } from "./extracts/group-props.ts";
import { sendProblemCsv, sendProblemWorkbook } from "./extracts/send-problems.ts";

/**
 * Lists of problems for whoever holds a link to them, without an account. Each opening is written down. What single records hold is left
 * out: record, line and element are enough for those who have the file.
 */
export function sharedExtractRoutes({ extracts, clock }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.use(async (context, next) => {
		await next();
		context.header("X-Robots-Tag", "noindex, nofollow");
		context.header("Referrer-Policy", "no-referrer");
	});

	routes.get("/:token", async (context) => {
		const token = context.req.param("token");
		const shared = await orEnded(context, () => extracts.openShare(token, "page"));
		if (shared instanceof Response) return shared;
		const { load, county, places, ...more } = shared;
		const groups = groupsOf(await extracts.summaryOf(load.id), county ?? undefined);
		const bare = groups.map((group) => ({ ...group, first: group.first.map(withoutValue) }));
		const page = SharedExtractPage({
			frame: context.get("frame"),
			...{ load, ...more },
			county: county === null ? "" : countyName(county, places),
			groups: groupProps(bare, places),
			tierWords: extractTierMeanings,
			files: { csv: `/shared/extracts/${token}/problems.csv`, excel: `/shared/extracts/${token}/problems.xlsx` },
		});
		return answerPage(context, page);
	});

	routes.get("/:token/problems.csv", async (context) => {
		const list = await listOf(context, "csv");
		return list instanceof Response ? list : sendProblemCsv(context, list.about, list.problems);
	});

	routes.get("/:token/problems.xlsx", async (context) => {
		const list = await listOf(context, "xlsx");
		if (list instanceof Response) return list;
		const { about, problems } = list;
		const count = countOf(groupsOf(await extracts.summaryOf(about.loadId), about.county));
		return sendProblemWorkbook(context, { ...about, count, created: dayOf(clock()) }, problems);
	});

	/** The list that the link shows, to be sent as a file. */
	async function listOf(context: Context<AppEnvironment>, what: "csv" | "xlsx") {
		const shared = await orEnded(context, () => extracts.openShare(context.req.param("token") ?? "", what));
		if (shared instanceof Response) return shared;
		const { load, county } = shared;
		const about = { loadId: load.id, fileName: load.fileName, county: county ?? undefined };
		const problems = (async function* () {
			for await (const problem of extracts.problemsOf(load.id, about.county)) yield withoutValue(problem);
		})();
		return { about, problems };
	}

	return routes;
}

/** The problem without what stands in the record; what the file as a whole is stays. */
function withoutValue(problem: ExtractProblem): ExtractProblem {
	return problem.record === null || problem.value === null ? problem : { ...problem, value: "(not shown)" };
}

/** What the work answers, or a page that says that the link has ended. */
async function orEnded<T>(context: Context<AppEnvironment>, work: () => Promise<T>): Promise<T | Response> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof NotFound)) throw error;
		const { message } = error;
		return answerPage(
			context,
			MessagePage({ frame: context.get("frame"), title: "This link has ended", message }),
			404,
		);
	}
}
