import { type Context, Hono } from "hono";
import { getNationalPerformance } from "../../frameworks/us-cfsr/national-performance.ts";
import { figureLimits } from "../../indicators/figures/figure-limits.ts";
import { profileTemplate } from "../../indicators/profile/profile-columns.ts";
import { InvalidInput, NotFound } from "../../operations/errors.ts";
import { type FederalResultSeries, listFederalResults } from "../../operations/list-federal-results.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { loadStateDataProfile } from "../../operations/load-state-data-profile.ts";
import type { FederalOutcomeProps } from "../../web/pages/federal-results/federal-result-props.ts";
import { FederalResultsPage } from "../../web/pages/federal-results/federal-results-page.tsx";
import { ProfileRefusedPage, ProfileTakenPage } from "../../web/pages/federal-results/profile-result-page.tsx";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { shownFileName } from "./figures/shown-file-name.ts";
import { problemsOf } from "./form-problems.ts";

/** The federal results of States, and loading the profile that brings them. */
export function federalResultRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	/** A State's profile is published: its counties read it too. */
	const readableStates = async (context: Context<AppEnvironment>) =>
		(await perform(listJurisdictions, visitOf(context).person, {})).filter(({ kind }) => kind === "state");

	const loadableStates = async (context: Context<AppEnvironment>) => {
		const places = await perform(listPlacesFor, visitOf(context).person, { permission: "figures.load" });
		return places.filter(({ kind }) => kind === "state");
	};

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 413 | 422 = 200) {
		const readable = await readableStates(context);
		const wanted = context.req.query("place");
		const place = wanted ? readable.find(({ id }) => id === wanted) : readable[0];
		if (wanted && !place) throw new NotFound("There is no such State.");
		const series = place
			? await perform(listFederalResults, visitOf(context).person, { jurisdictionId: place.id })
			: [];
		const page = FederalResultsPage({
			frame: context.get("frame"),
			readable,
			loadable: await loadableStates(context),
			place,
			outcomes: byOutcome(series),
			form,
		});
		return answerPage(context, page, status);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.get("/template.csv", (context) =>
		context.body(profileTemplate(), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": 'attachment; filename="state-data-profile-template.csv"',
		}),
	);

	routes.post("/", async (context) => {
		const form = await readForm(context);
		const file = form.file("file");
		if (!file || (file.name === "" && file.size === 0)) {
			return show(context, form.state([{ field: "file", message: "Choose the file of a profile first." }]), 422);
		}
		const fileName = shownFileName(file.name);
		if (file.size > figureLimits.bytes) {
			const message = `“${fileName}” is larger than 25 MB. Keep only the rows of your State.`;
			return show(context, form.state([{ field: "file", message }]), 413);
		}
		const jurisdictionId = form.text("jurisdictionId");
		if (jurisdictionId === "") {
			const message = "Choose the State that the profile is of.";
			return show(context, form.state([{ field: "jurisdictionId", message }]), 422);
		}
		try {
			const result = await perform(loadStateDataProfile, visitOf(context).person, {
				jurisdictionId,
				profile: form.text("profile"),
				fileName: file.name || "profile",
				bytes: new Uint8Array(await file.arrayBuffer()),
			});
			const frame = context.get("frame");
			if (result.result === "taken") {
				return answerPage(context, ProfileTakenPage({ frame, fileName, jurisdictionId, ...result }));
			}
			const loadable = await loadableStates(context);
			const { problems } = result;
			return answerPage(
				context,
				ProfileRefusedPage({ frame, fileName, problems, loadable, form: form.state([]) }),
				422,
			);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return show(context, form.state(problemsOf(error)), 422);
		}
	});
	return routes;
}

/** The series under the outcome that rests on their indicator. */
function byOutcome(series: readonly FederalResultSeries[]): readonly FederalOutcomeProps[] {
	return getNationalPerformance("round-4")
		.outcomes.map(({ code, title, conformity, status, indicators }) => ({
			...{ code, title, conformity, status },
			series: series.filter(({ national }) => indicators.includes(national.code)),
		}))
		.filter((outcome) => outcome.series.length > 0);
}
