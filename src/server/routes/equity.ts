import { Hono } from "hono";
import type { EquityMeasure } from "../../domain/measure/disparity/equity-measure.ts";
import { countedIds } from "../../indicators/engine/indicator.ts";
import { getEquity } from "../../operations/get-equity.ts";
import { type EquityMeasureProps, EquityPage } from "../../web/pages/equity/equity-page.tsx";
import { indicatorPath } from "../../web/pages/indicators/indicator-paths.ts";
import { outcomeAddress } from "../../web/pages/outcomes/outcome-props.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";

/** Every measure of a place by groups. */
export function equityRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:jurisdictionId", async (context) => {
		const jurisdictionId = pathId(context, "jurisdictionId");
		const code = context.req.query("measure")?.slice(0, 40) || undefined;
		const input = { jurisdictionId, ...(code === undefined ? {} : { code }) };
		const { jurisdiction, measures } = await perform(getEquity, visitOf(context).person, input);
		const page = EquityPage({
			...{ frame: context.get("frame"), jurisdiction, only: code },
			measures: measures.map((each) => toProps(jurisdictionId, each)),
		});
		return answerPage(context, page);
	});
	return routes;
}

function toProps(jurisdictionId: string, measure: EquityMeasure): EquityMeasureProps {
	const { code, vintage, period } = measure;
	const id = vintage === "" ? countedIds.find((each) => each === code) : undefined;
	if (id === undefined) return { measure, period, href: outcomeAddress(jurisdictionId, { vintage, code }) };
	const href = indicatorPath(id, { place: jurisdictionId, isPublic: false });
	return { measure, period: `Window ${period}, counted from files`, href };
}
