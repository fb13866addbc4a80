import { Hono } from "hono";
import { type FactKind, factKinds } from "../../../domain/workflow/fact-kinds.ts";
import { NotFound } from "../../../operations/errors.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { pathId } from "../../middleware/path-id.ts";
import { openPlanPage } from "./plan-page-context.ts";

/**
 * Goes to where a fact stands in a plan, for links that know the fact but not its place: from the first page, from a mail.
 * `/plans/<plan>/at/milestone/<id>?field=statement`
 */
export function planPlaceRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId/at/:kind/:id", async (context) => {
		const kind = factKinds.find((each): each is FactKind => each === context.req.param("kind"));
		if (!kind) throw new NotFound("There is no such part of the plan.");
		const { plan } = await openPlanPage(context, services);
		const place = { kind, id: pathId(context, "id"), field: context.req.query("field") ?? "" };
		return context.redirect(addressOf(place, plan), 303);
	});
	return routes;
}
