import { Hono } from "hono";
import {
	assistanceSourceWords,
	assistanceStatusWords,
	lawChangeStatusWords,
} from "../../domain/document/entry-words.ts";
import { answerRequest } from "../../operations/answer-request.ts";
import { NotFound } from "../../operations/errors.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { listRequests } from "../../operations/list-requests.ts";
import { RequestsPage } from "../../web/pages/requests/requests-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm } from "../middleware/read-form.ts";
import { answerCsv } from "./answer-csv.ts";

/** What counties ask of the State: read, answered, taken away as a file (SIP-74, SIP-76). */
export function requestRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const requests = await perform(listRequests, person, {});
		const places = await perform(listPlacesFor, person, { permission: "plan.review" });
		const answersFor = new Set(places.map(({ id }) => id));
		return answerPage(context, RequestsPage({ frame: context.get("frame"), ...requests, answersFor }));
	});

	routes.get("/assistance.csv", async (context) => {
		const { assistance } = await perform(listRequests, visitOf(context).person, {});
		return answerCsv(context, "technical-assistance", [
			["county", "plan", "need", "asked of", "name", "asked on", "status", "answer of the State"],
			...assistance.map(({ request, place, plan }) => [
				...[place, plan, request.need, assistanceSourceWords[request.requestedFrom], request.requestedOf],
				...[request.requestedOn, assistanceStatusWords[request.status], request.stateNote],
			]),
		]);
	});

	routes.get("/law-changes.csv", async (context) => {
		const { lawChanges } = await perform(listRequests, visitOf(context).person, {});
		return answerCsv(context, "changes-of-law", [
			["county", "plan", "change", "section", "how it would help", "status", "answer of the State"],
			...lawChanges.map(({ request, place, plan }) => [
				...[place, plan, request.change, request.citation, request.reason],
				...[lawChangeStatusWords[request.status], request.stateNote],
			]),
		]);
	});

	routes.post("/:kind/:requestId", async (context) => {
		const kind = context.req.param("kind");
		if (kind !== "assistance-request" && kind !== "law-change") throw new NotFound("There is no such list.");
		const form = await readForm(context);
		const input = {
			...{ kind, requestId: pathId(context, "requestId"), version: form.text("version") },
			...{ status: form.text("status"), note: form.text("note") },
		};
		await perform(answerRequest, visitOf(context).person, input as unknown as Parameters<typeof answerRequest.run>[1]);
		return answerDone(context, "/requests", "The answer is kept. The county reads it in its plan.");
	});
	return routes;
}
