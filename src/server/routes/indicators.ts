import { type Context, Hono } from "hono";
import { indicatorIds } from "../../indicators/engine/indicator.ts";
import { NotFound } from "../../operations/errors.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { listIndicatorResults } from "../../operations/list-indicator-results.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { WindowInput } from "../../operations/outputs/indicator-outputs.ts";
import { IndicatorPage } from "../../web/pages/indicators/indicator-page.tsx";
import { IndicatorsPage } from "../../web/pages/indicators/indicators-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { answerCsv } from "./answer-csv.ts";
import { indicatorFile } from "./indicators/indicator-file.ts";

/** The federal data indicators that were counted from the agency's own files. */
export function indicatorRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	/** The places whose figures the person may read, the State first; and the one that was asked for. */
	async function findPlace(context: Context<AppEnvironment>) {
		const places = await perform(listPlacesFor, visitOf(context).person, { permission: "figures.read" });
		const inOrder = [...places].sort((a, b) => Number(b.kind === "state") - Number(a.kind === "state"));
		const wanted = context.req.query("place");
		const place = wanted ? inOrder.find(({ id }) => id === wanted) : inOrder[0];
		if (!place) throw new NotFound("There is no such place, or its figures are not yours to see.");
		return { places: inOrder, place };
	}

	async function getTable(context: Context<AppEnvironment>) {
		const { place } = await findPlace(context);
		const indicator = indicatorIds.find((each) => each === context.req.param("indicator"));
		const window = WindowInput.safeParse(context.req.query("window"));
		if (!indicator || !window.success) throw new NotFound("There is no such indicator or window.");
		const [by = "county", by2 = ""] = [context.req.query("by"), context.req.query("by2")];
		const asPublic = context.req.query("public") === "1";
		const table = await perform(getIndicatorTable, visitOf(context).person, {
			...{ jurisdictionId: place.id, indicator, window: window.data },
			by: by2 === "" || by2 === by ? by : `${by},${by2}`,
			public: asPublic ? "1" : "0",
		});
		const query = new URLSearchParams({ place: place.id, window: window.data, by, ...(by2 === "" ? {} : { by2 }) });
		return { table, asPublic, query };
	}

	routes.get("/", async (context) => {
		const { places, place } = await findPlace(context);
		const asPublic = context.req.query("public") === "1";
		const results = await perform(listIndicatorResults, visitOf(context).person, {
			jurisdictionId: place.id,
			public: asPublic ? "1" : "0",
		});
		return answerPage(context, IndicatorsPage({ frame: context.get("frame"), places, results, asPublic }));
	});

	routes.get("/:indicator", async (context) => {
		const { table, asPublic, query } = await getTable(context);
		const address = `/indicators/${table.indicator}?${query}`;
		const csvAddress = `/indicators/${table.indicator}/table.csv?${query}${asPublic ? "&public=1" : ""}`;
		return answerPage(context, IndicatorPage({ frame: context.get("frame"), table, asPublic, address, csvAddress }));
	});

	routes.get("/:indicator/table.csv", async (context) => {
		const { table } = await getTable(context);
		const name = `${table.jurisdiction.name} ${table.indicator} ${table.run.window} ${table.by.join(" ")}`;
		return answerCsv(context, name, indicatorFile(table));
	});
	return routes;
}
