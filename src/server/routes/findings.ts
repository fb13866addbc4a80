import { type Context, Hono } from "hono";
import { addEvidence } from "../../operations/add-evidence.ts";
import { InvalidInput, StaleSave } from "../../operations/errors.ts";
import { getFindingWithEvidence } from "../../operations/get-finding.ts";
import { listFindings } from "../../operations/list-findings.ts";
import { listHistory } from "../../operations/list-history.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { settleFinding } from "../../operations/settle-finding.ts";
import { FindingListPage } from "../../web/pages/findings/finding-list-page.tsx";
import { FindingPage, type FindingPageProps } from "../../web/pages/findings/finding-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm } from "../middleware/read-form.ts";
import { figureChoices } from "./findings/figure-choices.ts";
import { newFindingRoutes } from "./findings/new-finding.ts";
import { problemsOf } from "./form-problems.ts";

/** Findings: settle them, add the evidence that they rest on, look back. */
export function findingRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	async function show(
		context: Context<AppEnvironment>,
		findingId: string,
		sent?: FindingPageProps["sent"],
		status: 200 | 409 | 422 = 200,
	) {
		const { person } = visitOf(context);
		const finding = await perform(getFindingWithEvidence, person, { findingId });
		const places = await perform(listPlacesFor, person, { permission: "finding.confirm" });
		const jurisdictions = await perform(listJurisdictions, person, {});
		const mayConfirm = places.some((each) => each.id === finding.jurisdictionId);
		const { actions } = await perform(listHistory, person, { root: findingId });
		const page = FindingPage({
			frame: context.get("frame"),
			finding,
			place: jurisdictions.find((each) => each.id === finding.jurisdictionId),
			mayConfirm,
			figures: mayConfirm ? await figureChoices(services, person, finding) : [],
			history: actions,
			...(sent ? { sent } : {}),
		});
		return answerPage(context, page, status);
	}

	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const findings = await perform(listFindings, person, {});
		const places = await perform(listJurisdictions, person, {});
		return answerPage(context, FindingListPage({ frame: context.get("frame"), findings, places }));
	});

	routes.route("/new", newFindingRoutes(services));

	routes.get("/:id", (context) => show(context, pathId(context, "id")));

	routes.post("/:id/evidence", async (context) => {
		const findingId = pathId(context, "id");
		const form = await readForm(context);
		const observationId = form.text("observationId");
		try {
			await perform(addEvidence, visitOf(context).person, {
				findingId,
				evidenceKind: form.text("evidenceKind") as "other",
				text: form.text("text"),
				source: form.text("source"),
				observationId: form.text("evidenceKind") === "observation" && observationId !== "" ? observationId : null,
			});
		} catch (error) {
			const state = form.state(problemsOf(error));
			return show(context, findingId, { form: "evidence", state, clashes: [] }, 422);
		}
		return answerDone(context, `/findings/${findingId}`, "The evidence was added.");
	});

	routes.post("/:id/settle", async (context) => {
		const findingId = pathId(context, "id");
		const form = await readForm(context);
		const confirms = form.text("state") === "confirmed";
		const which = confirms ? "confirm" : "dismiss";
		try {
			await perform(settleFinding, visitOf(context).person, {
				findingId,
				version: form.text("version"),
				state: confirms ? "confirmed" : "dismissed",
				judgement: form.text("judgement") as "strength",
				summary: form.text("summary"),
				reason: form.text("reason"),
			});
		} catch (error) {
			if (error instanceof StaleSave) {
				const { values } = form.state([]);
				const state = { values: { ...values, version: String(error.currentVersion) }, problems: [] };
				return show(context, findingId, { form: which, state, clashes: error.clashes }, 409);
			}
			if (!(error instanceof InvalidInput)) throw error;
			return show(context, findingId, { form: which, state: form.state(problemsOf(error)), clashes: [] }, 422);
		}
		return answerDone(
			context,
			`/findings/${findingId}`,
			confirms ? "The finding is confirmed." : "The finding is dismissed.",
		);
	});
	return routes;
}
