import { type Context, Hono } from "hono";
import { PipType } from "../../domain/pip/pip-rules.ts";
import { listEditions } from "../../frameworks/editions.ts";
import { InvalidInput, NotFound } from "../../operations/errors.ts";
import { listPips } from "../../operations/list-pips.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { startPip } from "../../operations/start-pip.ts";
import type { FormProblem } from "../../web/forms/form-problem.ts";
import { NewPipPage } from "../../web/pages/pip/new-pip-page.tsx";
import { PipsPage } from "../../web/pages/pip/pips-page.tsx";
import { planPath } from "../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { readValues } from "./plans/read-values.ts";

/** The list of Program Improvement Plans, and the form that starts one. */
export function pipRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	const statesFor = async (context: Context<AppEnvironment>) =>
		(await perform(listPlacesFor, visitOf(context).person, { permission: "plan.write" })).filter(
			({ kind }) => kind === "state",
		);

	routes.get("/", async (context) => {
		const { pips } = await perform(listPips, visitOf(context).person, {});
		const mayStart = (await statesFor(context)).length > 0;
		return answerPage(context, PipsPage({ frame: context.get("frame"), pips, mayStart }));
	});

	async function showNew(
		context: Context<AppEnvironment>,
		kind: string | undefined,
		typed: Readonly<Record<string, readonly string[]>>,
		problems: readonly FormProblem[],
	) {
		const rules = listEditions().find(({ improvement }) => improvement?.type === kind)?.improvement;
		if (!rules) throw new NotFound("There is no such kind of Program Improvement Plan.");
		const states = await statesFor(context);
		if (states.length === 0) throw new NotFound("A Program Improvement Plan is started by the State’s own planners.");
		const page = NewPipPage({ frame: context.get("frame"), rules, states, typed, problems });
		return answerPage(context, page, problems.length > 0 ? 422 : 200);
	}

	routes.get("/new", (context) => showNew(context, context.req.query("kind"), {}, []));

	routes.post("/", async (context) => {
		const form = await readForm(context);
		const read = readValues(form);
		const pipType = read.choice("pipType", PipType.options);
		const input = {
			...{ jurisdictionId: form.text("jurisdictionId"), pipType, review: form.text("review"), note: form.text("note") },
			...{ areas: [...form.texts("areas")], items: [...form.texts("items")] },
			noticeReceivedOn: read.date("noticeReceivedOn"),
			issuedOn: read.date("issuedOn"),
		};
		if (read.problems.length > 0) return showNew(context, pipType, form.values(), read.problems);
		try {
			const { id } = await perform(startPip, visitOf(context).person, input);
			return answerDone(
				context,
				planPath(id, "/pip"),
				"The plan was started. Its work plan is counted back from its day.",
			);
		} catch (error) {
			if (error instanceof InvalidInput) return showNew(context, pipType, form.values(), error.problems);
			throw error;
		}
	});
	return routes;
}
