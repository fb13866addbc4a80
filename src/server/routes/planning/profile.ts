import { type Context, Hono } from "hono";
import { renderGroupFigure } from "../../../documents/figures/render-group-figure.ts";
import { profileValue } from "../../../domain/planning/profile-values.ts";
import { Refused } from "../../../operations/errors.ts";
import { fillProfileTable } from "../../../operations/fill-profile-table.ts";
import { takeProfileTable } from "../../../operations/take-profile-table.ts";
import { readTypedDate } from "../../../web/forms/read-typed-date.ts";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { ProfilePage } from "../../../web/pages/planning/profile-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm } from "../../middleware/read-form.ts";
import { problemsOf } from "../form-problems.ts";
import { loadPlanningPage } from "./load-planning-page.ts";

/** The demographic profile: a chart beside each table, and tables taken from files. */
export function profileRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const planning = await loadPlanningPage(context, services);
		const drawings = new Map<string, string>();
		for (const table of planning.year.facts["demographic-panel"]) {
			const isPercent = table.unit === "percent";
			const figure = await renderGroupFigure({
				...{ title: table.title, unit: isPercent ? "%" : "", decimals: isPercent ? 1 : 0 },
				groups: profileValue(table).map(({ label, value }) => ({ label, value, isMasked: value === null })),
			});
			drawings.set(table.id, figure.svg);
		}
		return answerPage(context, ProfilePage({ planning, drawings, form }), status);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.post("/counted", async (context) => {
		const form = await readForm(context);
		const { year } = await loadPlanningPage(context, services);
		const asked = { jurisdictionId: year.state.id, panel: form.text("panel") };
		try {
			await services.perform(fillProfileTable, visitOf(context).person, asked);
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			return answerDone(context, "/planning-year/profile", error.message);
		}
		return answerDone(context, "/planning-year/profile", "The table was made from the State’s own files.");
	});

	routes.post("/file", async (context) => {
		const form = await readForm(context);
		const planning = await loadPlanningPage(context, services);
		try {
			await services.perform(takeProfileTable, visitOf(context).person, {
				jurisdictionId: planning.year.state.id,
				...{ placeId: form.text("placeId"), panel: form.text("panel"), title: form.text("title") },
				...{ source: form.text("source"), asOf: readTypedDate(form.text("asOf")) ?? form.text("asOf") },
				csv: (await form.file("file")?.text()) ?? "",
				fileName: form.file("file")?.name.slice(0, 200) ?? "",
			});
		} catch (error) {
			// The page knows the file by the name of its field.
			const problems = problemsOf(error).map((each) => (each.field === "csv" ? { ...each, field: "file" } : each));
			return show(context, form.state(problems), 422);
		}
		return answerDone(context, "/planning-year/profile", "The table is in the profile.");
	});
	return routes;
}
