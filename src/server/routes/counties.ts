import { Hono } from "hono";
import { NotAllowed } from "../../operations/errors.ts";
import { type Counties, cycleStageLabels, listCounties } from "../../operations/list-counties.ts";
import { CountiesPage } from "../../web/pages/counties/counties-page.tsx";
import {
	type CountyChoice,
	type CountyProps,
	type CountySort,
	chooseCounties,
	countySorts,
	outcomeValue,
	stages,
} from "../../web/pages/counties/county-props.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { answerCsv } from "./answer-csv.ts";

/** The State's view of its counties, as a page and as a file. */
export function countyRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.use(async (context, next) => {
		if (!context.get("frame").person?.maySeePlans) {
			throw new NotAllowed("The list of counties is for people who may see plans. Ask your administrator for a role.");
		}
		await next();
	});

	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const counties = await services.perform(listCounties, person, {});
		const all = propsOf(counties);
		const choice = choiceOf(context.req.query());
		const query = new URL(context.req.url).search;
		const rows = chooseCounties(all, choice);
		const page = CountiesPage({
			...{ frame: context.get("frame"), today: counties.today, all, rows, choice },
			...{ stageWords: cycleStageLabels, file: `/counties/counties.csv${query}` },
		});
		return answerPage(context, page);
	});

	routes.get("/counties.csv", async (context) => {
		const counties = await services.perform(listCounties, visitOf(context).person, {});
		const choice = choiceOf(context.req.query());
		const head = [
			...["Place", "Code", "Where it is", "Term starts", "Term ends", "Late since", "Late milestones"],
			...[
				"Next yearly paper",
				"Due",
				"Outcomes chosen",
				"Assistance asked for",
				"Below standard",
				"Outcomes with figures",
				"Outcome",
				"Value",
			],
		];
		const rows = chooseCounties(propsOf(counties), choice).map((row) => [
			...[row.jurisdiction.name, row.jurisdiction.code, cycleStageLabels[row.stage]],
			...[row.cycle?.startsOn ?? "", row.cycle?.endsOn ?? "", row.lateSince ?? "", row.lateMilestones],
			...[row.nextPaper?.name ?? "", row.nextPaper?.dueOn ?? "", row.outcomes.map(({ code }) => code).join(" ")],
			...[row.assistance.length, row.belowStandard, row.series.length, choice.outcome, outcomeValue(row, choice)],
		]);
		return answerCsv(context, `counties ${counties.today}`, [head, ...rows]);
	});
	return routes;
}

function propsOf({ rows }: Counties): readonly CountyProps[] {
	return rows;
}

function choiceOf(query: Readonly<Record<string, string>>): CountyChoice {
	const sort = query.sort ?? "";
	return {
		sort: sort in countySorts ? (sort as CountySort) : "name",
		stage: stages.find((each) => each === query.stage) ?? "",
		lateOnly: query.late === "yes",
		outcome: (query.outcome ?? "").slice(0, 80),
		masked: query.masked === "yes",
	};
}
