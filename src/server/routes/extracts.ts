import { type Context, Hono } from "hono";
import { InvalidInput } from "../../operations/errors.ts";
import { listExtractLoads } from "../../operations/list-extract-loads.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { ExtractsPage } from "../../web/pages/extracts/extracts-page.tsx";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { extractLoadRoutes } from "./extracts/load.ts";
import { readUpload } from "./extracts/read-upload.ts";
import { problemsOf } from "./form-problems.ts";

/** Files of AFCARS and NCANDS: handing one in, every load so far, and each with its problems. */
export function extractRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, extracts } = services;
	const routes = new Hono<AppEnvironment>();

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const { person } = visitOf(context);
		const loadable = await perform(listPlacesFor, person, { permission: "extracts.load" });
		const page = ExtractsPage({
			frame: context.get("frame"),
			loads: await perform(listExtractLoads, person, {}),
			places: await perform(listJurisdictions, person, {}),
			loadable: loadable.filter(({ kind }) => kind === "state" || kind === "county"),
			form,
		});
		return answerPage(context, page, status);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.post("/", async (context) => {
		const { person } = visitOf(context);
		let jurisdictionId = "";
		try {
			const { loadId } = await readUpload(context, async ({ fields, fileName, content }) => {
				jurisdictionId = fields.get("jurisdictionId") ?? "";
				if (jurisdictionId === "") {
					throw new InvalidInput([
						{ field: "jurisdictionId", message: "Choose the State or county of the file first." },
					]);
				}
				return extracts.receive(person, { jurisdictionId, fileName }, content);
			});
			return answerDone(context, `/extracts/${loadId}`, "The file has arrived.");
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return show(context, { values: { jurisdictionId }, problems: problemsOf(error) }, 422);
		}
	});

	routes.route("/", extractLoadRoutes(services));
	return routes;
}
