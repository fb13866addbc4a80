import { type Context, Hono } from "hono";
import { extractTierMeanings } from "../../../indicators/extracts/extract-problem-reference.ts";
import { isShareOpen, ShareCounty } from "../../../operations/extract-shares.ts";
import { getExtractLoad } from "../../../operations/get-extract-load.ts";
import { type ExtractShareListing, listExtractShares } from "../../../operations/list-extract-shares.ts";
import { listJurisdictions } from "../../../operations/list-jurisdictions.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { dayOf } from "../../../operations/plan-checks.ts";
import { revokeExtractShare } from "../../../operations/revoke-extract-share.ts";
import { ExtractPage } from "../../../web/pages/extracts/extract-page.tsx";
import { SharePart, type ShareProps } from "../../../web/pages/extracts/share-part.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { countOf, countyName, countyOptions, groupProps, groupsOf } from "./group-props.ts";
import { sendProblemCsv, sendProblemWorkbook } from "./send-problems.ts";

/** One load of a file: its page, and its problems as files. */
export function extractLoadRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, extracts } = services;
	const routes = new Hono<AppEnvironment>();

	const loadOf = (context: Context<AppEnvironment>) =>
		perform(getExtractLoad, visitOf(context).person, { loadId: pathId(context, "loadId") });

	async function show(context: Context<AppEnvironment>, made?: string) {
		const { person } = visitOf(context);
		const { reason, ...load } = await loadOf(context);
		const county = countyOf(context);
		const summary = await extracts.summaryOf(load.id);
		const places = await perform(listJurisdictions, person, {});
		const loadable = await perform(listPlacesFor, person, { permission: "extracts.load" });
		const mayShare = load.state !== "reading" && loadable.some(({ id }) => id === load.jurisdictionId);
		const shares = mayShare ? await perform(listExtractShares, person, { loadId: load.id }) : [];
		const counties = countyOptions(summary, places);
		const page = ExtractPage({
			frame: context.get("frame"),
			...{ load, reason, county: county ?? "" },
			place: places.find((each) => each.id === load.jurisdictionId),
			bytesRead: load.state === "reading" ? await extracts.progressOf(load.id) : load.bytes,
			groups: groupProps(groupsOf(summary, county), places),
			tierWords: extractTierMeanings,
			counties,
			sharing: mayShare
				? SharePart({
						...{ loadId: load.id, counties, made },
						shares: shares.map((share) => shareProps(share, services.clock(), places)),
					})
				: null,
		});
		return answerPage(context, page);
	}

	routes.get("/:loadId", (context) => show(context));

	routes.post("/:loadId/shares", async (context) => {
		const form = await readForm(context);
		const county = form.text("county");
		const { token } = await extracts.share(visitOf(context).person, {
			...{ loadId: pathId(context, "loadId"), days: form.text("days") || undefined },
			...(county === "" ? {} : { county }),
		});
		return show(context, `${services.baseUrl}/shared/extracts/${token}`);
	});

	routes.post("/:loadId/shares/:shareId/revoke", async (context) => {
		const [loadId, shareId] = [pathId(context, "loadId"), pathId(context, "shareId")];
		await perform(revokeExtractShare, visitOf(context).person, { loadId, shareId });
		return answerDone(context, `/extracts/${loadId}#share`, "The link no longer opens.");
	});

	routes.get("/:loadId/problems.csv", async (context) => {
		const { id, fileName } = await loadOf(context);
		const county = countyOf(context);
		return sendProblemCsv(context, { fileName, county }, extracts.problemsOf(id, county));
	});

	routes.get("/:loadId/problems.xlsx", async (context) => {
		const { id, fileName } = await loadOf(context);
		const county = countyOf(context);
		const count = countOf(groupsOf(await extracts.summaryOf(id), county));
		const about = { fileName, county, count, created: dayOf(services.clock()) };
		return sendProblemWorkbook(context, about, extracts.problemsOf(id, county));
	});

	return routes;
}

function shareProps(share: ExtractShareListing, now: Date, places: Parameters<typeof countyName>[1]): ShareProps {
	const isOpen = isShareOpen({ expiresAt: new Date(share.expiresAt), revokedAt: null }, now);
	return {
		...share,
		of: share.county === null ? "The whole list" : countyName(share.county, places),
		state: share.revokedAt !== null ? "revoked" : isOpen ? "open" : "expired",
	};
}

/** The county that the address cuts the list to. What is no county is left out of account. */
function countyOf(context: Context): string | undefined {
	const choice = ShareCounty.safeParse(context.req.query("county"));
	return choice.success ? choice.data : undefined;
}
