import { type Context, Hono } from "hono";
import { z } from "zod";
import { findIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import { listEditions } from "../../../frameworks/editions.ts";
import { addFinding } from "../../../operations/add-finding.ts";
import { InvalidInput, NotAllowed, NotFound } from "../../../operations/errors.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { NewFindingPage } from "../../../web/pages/findings/new-finding-page.tsx";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { problemsOf } from "../form-problems.ts";

/** The systemic factors of California's oldest edition: later ones name the same seven. */
const systemicFactors = (listEditions()[0]?.systemicFactors ?? []).map(({ id, label }) => ({ code: id, label }));

/** Writing down a finding that no figure proposes. */
export function newFindingRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function show(
		context: Context<AppEnvironment>,
		about: { readonly place: string; readonly vintage: string; readonly code: string },
		form: FormState,
		status: 200 | 422 = 200,
	) {
		const page = NewFindingPage({
			frame: context.get("frame"),
			place: await getPlace(context, about.place),
			indicator: labelledIndicator(about),
			systemicFactors,
			form,
		});
		return answerPage(context, page, status);
	}

	async function getPlace(context: Context<AppEnvironment>, id: string) {
		if (!z.uuid().safeParse(id).success) throw new NotFound("There is no such place.");
		const places = await perform(listPlacesFor, visitOf(context).person, { permission: "finding.confirm" });
		const place = places.find((each) => each.id === id);
		if (!place)
			throw new NotAllowed("Findings are written down by planners, directors and chiefs of the place itself.");
		return place;
	}

	routes.get("/", (context) => {
		const { place = "", vintage = "", code = "" } = context.req.query();
		return show(context, { place, vintage, code }, freshForm);
	});

	routes.post("/", async (context) => {
		const form = await readForm(context);
		const about = { place: form.text("place"), vintage: form.text("vintage"), code: form.text("code") };
		const place = await getPlace(context, about.place);
		try {
			const { id } = await perform(addFinding, visitOf(context).person, {
				jurisdictionId: place.id,
				...subjectOf(form),
				judgement: getJudgement(form),
				summary: getSummary(form),
			});
			return answerDone(context, `/findings/${id}`, "The finding is written down. Add the evidence that it rests on.");
		} catch (error) {
			return show(context, about, form.state(problemsOf(error)), 422);
		}
	});
	return routes;
}

function labelledIndicator({ vintage, code }: { readonly vintage: string; readonly code: string }) {
	const found = code === "" ? undefined : findIndicator(vintage, code);
	return found?.label
		? { code: found.code, vintage: found.vintage, label: found.label, domain: found.domain }
		: undefined;
}

/** What the finding is about: the indicator of the page, a systemic factor of the list, or something else in words. */
function subjectOf(form: SentForm) {
	const indicator = labelledIndicator({ vintage: form.text("vintage"), code: form.text("code") });
	if (indicator) return { subjectKind: "indicator" as const, ...indicator };
	const factor = systemicFactors.find((each) => each.code === form.text("factor"));
	if (factor) return { subjectKind: "systemic-factor" as const, ...factor, domain: "systemic" as const };
	const label = form.text("label").trim();
	if (label === "") {
		throw new InvalidInput([
			{ field: "factor", message: "Choose a systemic factor, or say below what else the finding is about." },
		]);
	}
	return { subjectKind: "other" as const, code: "other", label, domain: "systemic" as const };
}

function getJudgement(form: SentForm) {
	const judgement = form.text("judgement");
	if (judgement === "strength" || judgement === "area-needing-improvement") return judgement;
	throw new InvalidInput([
		{ field: "judgement", message: "Choose whether it is a Strength or an Area Needing Improvement." },
	]);
}

function getSummary(form: SentForm): string {
	const summary = form.text("summary").trim();
	if (summary === "")
		throw new InvalidInput([{ field: "summary", message: "Say in a sentence or two what was found." }]);
	return summary;
}
