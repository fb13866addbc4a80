import { z } from "zod";
import {
	Audience,
	answersSearch,
	Format,
	Phase,
	Process,
	Resource,
	Topic,
} from "../domain/resources/resource-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { resourceLibrary } from "../frameworks/us-resources/library.ts";
import { goalsOfPlaces } from "./goals-of-places.ts";
import { listPlacesFor } from "./list-places-for.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type FoundResource = Resource & {
	/** Of the library its id there, of an agency the id of the fact. */
	readonly id: string;
	/** Set for those that an agency has added. */
	readonly own: Fact<"agency-resource"> | null;
};

export type Resources = {
	readonly resources: readonly FoundResource[];
	/** Goals beside which the asker may keep a resource. */
	readonly goals: readonly Fact<"goal">[];
	readonly kept: readonly Fact<"goal-resource">[];
	/** Places for which the asker may add a resource. */
	readonly addFor: readonly Fact<"jurisdiction">[];
};

/** Finds publications, tools and courses by facets and words: those of the library and those that agencies have added. */
export const listResources = defineOperation({
	name: "list-resources",
	title: "Find resources",
	http: { method: "get", path: "/resources" },
	input: z.object({
		words: z.string().max(200).optional(),
		topic: Topic.optional(),
		process: Process.optional(),
		phase: Phase.optional(),
		audience: Audience.optional(),
		format: Format.optional(),
		round: z.coerce.number().int().min(1).max(9).optional().describe("Made for this round of the CFSR."),
		since: z.coerce.number().int().min(1990).max(2100).optional().describe("Of this year or later."),
	}),
	output: z.object({
		resources: z.array(
			Resource.extend({ id: z.string(), own: factOutputs["agency-resource"].nullable() }).meta({ id: "FoundResource" }),
		),
		goals: z.array(factOutputs.goal),
		kept: z.array(factOutputs["goal-resource"]),
		addFor: z.array(factOutputs.jurisdiction),
	}),
	async run(context, search): Promise<Resources> {
		const { stores } = context;
		const own = await stores.facts.list("agency-resource");
		const all: FoundResource[] = [
			...own.map((each) => ({ ...Resource.parse(each), id: each.id, own: each })),
			...resourceLibrary.map((each) => ({ ...each, own: null })),
		];
		const addFor = await listPlacesFor.run(context, { permission: "plan.write" });
		const goals = await goalsOfPlaces(stores, addFor);
		return {
			resources: all.filter((each) => answersSearch(each, search)),
			goals: goals.filter(({ statement }) => statement.trim() !== ""),
			kept: await stores.facts.list("goal-resource"),
			addFor,
		};
	},
});
