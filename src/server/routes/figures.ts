import { type Context, Hono } from "hono";
import { figureLimits } from "../../indicators/figures/figure-limits.ts";
import { figuresTemplate } from "../../indicators/figures/figures-to-csv.ts";
import { InvalidInput } from "../../operations/errors.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listLoads } from "../../operations/list-loads.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { loadFigures } from "../../operations/load-figures.ts";
import { FiguresPage } from "../../web/pages/figures/figures-page.tsx";
import { LoadRefusedPage, LoadTakenPage } from "../../web/pages/figures/load-result-page.tsx";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { loadRoutes } from "./figures/load.ts";
import { problemFileRoutes } from "./figures/problem-file.ts";
import { shownFileName } from "./figures/shown-file-name.ts";
import { problemsOf } from "./form-problems.ts";

/** Loading figures, and every load so far. */
export function figureRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	const placesFor = async (context: Context<AppEnvironment>, permission: "figures.load" | "figures.read") => {
		const places = await perform(listPlacesFor, visitOf(context).person, { permission });
		return places.filter(({ kind }) => kind === "county" || kind === "tribe" || kind === "state");
	};

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 413 | 422 = 200) {
		const { person } = visitOf(context);
		const readable = await placesFor(context, "figures.read");
		const place = readable.find((each) => each.id === context.req.query("place"));
		const page = FiguresPage({
			frame: context.get("frame"),
			loads: await perform(listLoads, person, place ? { jurisdictionId: place.id } : {}),
			places: await perform(listJurisdictions, person, {}),
			readable,
			loadable: await placesFor(context, "figures.load"),
			shownPlace: place?.id ?? "",
			form,
		});
		return answerPage(context, page, status);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.get("/template.csv", (context) =>
		context.body(figuresTemplate(), 200, {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": 'attachment; filename="figures-template.csv"',
		}),
	);

	routes.post("/", async (context) => {
		const form = await readForm(context);
		const file = form.file("file");
		if (!file || (file.name === "" && file.size === 0)) {
			return show(context, form.state([{ field: "file", message: "Choose a file of figures first." }]), 422);
		}
		const fileName = shownFileName(file.name);
		if (file.size > figureLimits.bytes) {
			const message = `“${fileName}” has ${megabytes(file.size)} MB. At most ${megabytes(figureLimits.bytes)} MB can be taken: split the file, for example by year, and load the parts one by one.`;
			return show(context, form.state([{ field: "file", message }]), 413);
		}
		try {
			const result = await perform(loadFigures, visitOf(context).person, {
				jurisdictionId: form.text("jurisdictionId") || null,
				fileName: file.name || "figures",
				bytes: new Uint8Array(await file.arrayBuffer()),
			});
			switch (result.result) {
				case "same-file":
					return answerDone(
						context,
						`/figures/loads/${result.loadId}`,
						"This file was loaded before, so nothing was changed. This is its first load.",
					);
				case "taken":
					return answerPage(context, LoadTakenPage({ frame: context.get("frame"), fileName, ...result }));
				case "refused": {
					const page = LoadRefusedPage({
						frame: context.get("frame"),
						fileName,
						problems: result.problems,
						loadable: await placesFor(context, "figures.load"),
						form: form.state([]),
					});
					return answerPage(context, page, 422);
				}
			}
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return show(context, form.state(problemsOf(error)), 422);
		}
	});

	routes.route("/problems.csv", problemFileRoutes());
	routes.route("/loads", loadRoutes(services));
	return routes;
}

function megabytes(bytes: number): string {
	return (bytes / 1024 / 1024).toLocaleString("en-US", { maximumFractionDigits: 1 });
}
