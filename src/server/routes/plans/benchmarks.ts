import { type Context, Hono } from "hono";
import { federalFiscalYearStart, fiscalYearOf } from "../../../domain/calendar/fiscal-year.ts";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";
import { InvalidInput, NotFound, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { setBenchmarks } from "../../../operations/set-benchmarks.ts";
import { setObjective } from "../../../operations/set-objective.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import { BenchmarksPage, benchmarkName } from "../../../web/pages/plans/benchmarks-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

/** The yearly benchmarks of an objective, with where its figures come from and how often they are looked at. */
export function planBenchmarkRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId/objectives/:objectiveId/benchmarks", async (context) => {
		const opened = await openPlanPage(context, services);
		return answerPage(context, benchmarksPage(context, opened));
	});

	routes.post("/:documentId/objectives/:objectiveId/benchmarks", async (context) => {
		const form = await readForm(context);
		const opened = await openPlanPage(context, services);
		const { documentId, plan } = opened;
		const objectiveId = pathId(context, "objectiveId");
		const node = getNode(context, opened);
		const read = readValues(form);
		const reason = read.text("reason", 2000);
		const [dataSource, cadence] = [read.text("dataSource", 500), read.text("cadence", 200)];
		const dueOn = read.date("baseline.dueOn");
		const benchmarks = yearsOf(opened).map((year) => {
			const name = benchmarkName(year);
			return { year, value: read.number(name), version: Number(form.text(`version:${name}`)) || 0 };
		});
		const back = async (problems: readonly FormProblem[]) => {
			const typed = { key: "benchmarks", values: form.values(), problems };
			return answerPage(context, benchmarksPage(context, await openPlanPage(context, services, typed)), 422);
		};
		if (read.problems.length > 0) return back(read.problems);
		try {
			const { person } = visitOf(context);
			await services.perform(setBenchmarks, person, { documentId, objectiveId, benchmarks, reason });
			await services.perform(setObjective, person, {
				...{ documentId, objectiveId, version: Number(form.text("version")) || 1, dataSource, cadence, reason },
				// Only where there is no baseline: one that is there is set with the measure.
				...(node.baseline?.value === undefined || node.baseline.value === null
					? { baseline: { dueOn, version: node.baseline?.version ?? 0 } }
					: {}),
			});
		} catch (error) {
			if (error instanceof InvalidInput) return back(error.problems);
			if (error instanceof StaleVersion || error instanceof StaleSave) {
				return back([
					{ field: "reason", message: "Somebody has changed this meanwhile. Open the page again and compare." },
				]);
			}
			throw error;
		}
		return answerDone(
			context,
			addressOf({ kind: "objective", id: objectiveId, field: "measure" }, plan),
			"The benchmarks are saved.",
		);
	});
	return routes;
}

function getNode(context: Context, { plan }: OpenedPlan): ObjectiveNode {
	const id = pathId(context, "objectiveId");
	const nodes = plan.graph.components.flatMap(({ goals }) => goals.flatMap(({ objectives }) => objectives));
	const node = nodes.find(({ objective }) => objective.id === id);
	if (!node) throw new NotFound("This goal is not in the plan any more. See the plan's history.");
	return node;
}

/** The federal fiscal years of the plan. */
function yearsOf({ plan }: OpenedPlan): readonly number[] {
	const { startsOn, endsOn } = plan.graph.cycle;
	const [first, last] = [fiscalYearOf(startsOn, federalFiscalYearStart), fiscalYearOf(endsOn, federalFiscalYearStart)];
	return Array.from({ length: Math.min(10, last - first + 1) }, (_, i) => first + i);
}

function benchmarksPage(context: Context, opened: OpenedPlan) {
	return BenchmarksPage({
		plan: opened.plan,
		node: getNode(context, opened),
		years: yearsOf(opened),
		wasSent: opened.submissions.length > 0,
	});
}
