import type { Context } from "hono";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { NotAllowed, NotFound } from "../../../operations/errors.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { visitOf } from "../../middleware/answers.ts";

type Place = Fact<"jurisdiction">;

/** Where somebody may look at indicators, and the place that the address names; without one, the widest. */
export async function indicatorPlaces(
	{ perform }: AppServices,
	context: Context<AppEnvironment>,
): Promise<{ readonly places: readonly Place[]; readonly place: Place }> {
	const found = await perform(listPlacesFor, visitOf(context).person, { permission: "figures.read" });
	const places = found.toSorted((a, b) => widths.indexOf(a.kind) - widths.indexOf(b.kind));
	const asked = context.req.query("place");
	const place = asked ? places.find(({ id }) => id === asked) : places[0];
	if (place) return { places, place };
	if (places.length === 0) throw new NotAllowed("Your roles do not let you see figures. Ask your administrator.");
	throw new NotFound("There is no such place, or your roles do not let you see its figures.");
}

const widths: readonly Place["kind"][] = ["state", "region", "county", "tribe"];
