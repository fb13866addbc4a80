import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { Party } from "../domain/engagement/engagement-facts.ts";
import { InvalidInput } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

/** Adds a person or group to the team of a plan, in one of the edition's team groups. */
export const addTeamMember = defineOperation({
	name: "add-team-member",
	title: "Add a team member",
	http: { method: "post", path: "/plans/{documentId}/team" },
	input: Party.pick({ name: true, affiliation: true }).extend({
		documentId: z.uuid(),
		group: z.string().max(80).default(""),
		participation: z.enum(["member", "consulted"]).default("member"),
		on: PlainDate.nullable().default(null),
		/** A party of this jurisdiction that is known already, from another plan. */
		partyId: z.uuid().optional(),
	}),
	output: z.object({ id: z.uuid(), partyId: z.uuid() }),
	async run(context, input): Promise<{ id: string; partyId: string }> {
		const { stores, ids } = context;
		const { document, edition, role } = await openPlan(context, input.documentId);
		if (input.group !== "" && !edition.teamGroups.some((each) => each.id === input.group)) {
			throw new InvalidInput([
				{ field: "group", message: "Choose one of the groups that the edition lists, or none." },
			]);
		}
		const { jurisdictionId } = document;
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: document.id, role, reason: "" } as const;
		const known = input.partyId ? await stores.facts.find("party", input.partyId) : undefined;
		const partyId = known?.id ?? ids.next();
		if (!known) {
			await stores.facts.write({
				...common,
				kind: "party",
				id: partyId,
				patch: { jurisdictionId, name: input.name, affiliation: input.affiliation, personId: null },
			});
		}
		const siblings = await stores.facts.list("team-member", { documentId: document.id });
		const id = ids.next();
		await stores.facts.write({
			...common,
			kind: "team-member",
			id,
			patch: {
				jurisdictionId,
				documentId: document.id,
				partyId,
				position: Math.max(0, ...siblings.map((each) => each.position)) + 1,
				group: input.group,
				participation: input.participation,
				on: input.on,
			},
		});
		return { id, partyId };
	},
});
