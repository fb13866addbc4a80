import { z } from "zod";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** Makes a calendar that calendar programs read by a secret address: of what is mine, or of a county whose plans I write or review. */
export const addCalendarFeed = defineOperation({
	name: "add-calendar-feed",
	title: "Make a calendar feed",
	http: { method: "post", path: "/calendar-feeds" },
	input: z.object({
		scope: z.enum(["person", "county"]),
		/** The county; for one's own calendar the place where one works. */
		jurisdictionId: z.uuid(),
	}),
	output: z.object({ id: z.uuid() }),
	async run({ actor, ids, stores }, { scope, jurisdictionId }): Promise<{ id: string }> {
		const path = await stores.jurisdictions.pathOf(jurisdictionId);
		if (path.length === 0) {
			throw new InvalidInput([{ field: "jurisdictionId", message: "There is no such place. Choose one of the list." }]);
		}
		const permission = may(actor, "plan.review", path) ? "plan.review" : "plan.write";
		const role = scope === "county" ? requireRole(actor, permission, path) : null;
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "calendar-feed", id, verb: "add", expectedVersion: 0, jurisdictionId, root: id, role, reason: "" },
			patch: { jurisdictionId, personId: actor.personId, scope },
		});
		return { id };
	},
});

/** The asker's own feeds that are open. */
export const listCalendarFeeds = defineOperation({
	name: "list-calendar-feeds",
	title: "List my calendar feeds",
	http: { method: "get", path: "/calendar-feeds" },
	input: z.object({}),
	output: z.array(factOutputs["calendar-feed"]),
	run: ({ actor, stores }): Promise<readonly Fact<"calendar-feed">[]> =>
		stores.facts.list("calendar-feed", { personId: actor.personId }),
});

/** Ends a feed for good: its address opens nothing any more. */
export const endCalendarFeed = defineOperation({
	name: "end-calendar-feed",
	title: "End a calendar feed",
	http: { method: "post", path: "/calendar-feeds/{feedId}/end" },
	input: z.object({ feedId: z.uuid() }),
	output: z.object({ ended: z.literal(true) }),
	async run({ actor, stores }, { feedId }): Promise<{ ended: true }> {
		const feed = await stores.facts.find("calendar-feed", feedId);
		if (feed?.personId !== actor.personId) throw new NotFound("This calendar has ended, or it is not yours.");
		const { jurisdictionId } = feed;
		await stores.facts.write({
			...{ kind: "calendar-feed", id: feed.id, verb: "remove", expectedVersion: feed.version, patch: {} },
			...{ jurisdictionId, root: feed.id, role: null, reason: "" },
		});
		return { ended: true };
	},
});
