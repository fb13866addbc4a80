import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { NotFound } from "./errors.ts";
import { listMilestonesInForce } from "./milestones-in-force.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** What a mailed link names. Its signature and its last day are checked before an operation sees it. */
export const MilestoneLinkInput = z.object({
	milestoneId: z.uuid(),
	milestoneVersion: z.int().min(1),
	personId: z.uuid(),
	personVersion: z.int().min(1),
});

/**
 * Opens a mailed link for whoever holds it: writes the opening down, then answers the one milestone. The installation does it,
 * since the holder need not sign in. Throws `NotFound` once the milestone or the person has changed since the mail, was given to
 * somebody else, or the plan is no longer in force: these are not told apart.
 */
export const openMilestoneLink = defineOperation({
	name: "open-milestone-link",
	title: "Open a mailed link to a milestone",
	http: { method: "post", path: "/internal/milestone-links/open" },
	input: MilestoneLinkInput.extend({ what: z.enum(["page", "report"]) }),
	output: z.object({
		milestone: factOutputs.milestone,
		dueOn: PlainDate.nullable(),
		planTitle: z.string(),
		word: z.string().describe("What the plan calls it."),
		rootId: z.uuid(),
		placeName: z.string(),
		personName: z.string(),
	}),
	async run({ actor, clock, ids, stores }, { what, ...link }) {
		requireRole(actor, "jurisdiction.manage", []);
		const person = await stores.facts.find("person", link.personId);
		const found = (await listMilestonesInForce(stores, { assignedPersonId: link.personId })).find(
			({ milestone }) => milestone.id === link.milestoneId,
		);
		if (
			!person?.active ||
			person.version !== link.personVersion ||
			found?.milestone.version !== link.milestoneVersion
		) {
			throw new NotFound(
				"This link has done its work: it was reported on or changed since the mail was sent, or the link has run out. Sign in, or wait for the next mail.",
			);
		}
		const { milestone, document, dueOn, word } = found;
		const { jurisdictionId } = milestone;
		await stores.facts.write({
			kind: "link-opening",
			id: ids.next(),
			verb: "add",
			expectedVersion: 0,
			patch: {
				...{ jurisdictionId, milestoneId: milestone.id, personId: person.id, what },
				openedAt: clock().toISOString(),
			},
			jurisdictionId,
			root: milestone.id,
			role: "installation",
			reason: "",
		});
		const place = await stores.facts.find("jurisdiction", jurisdictionId);
		return {
			...{ milestone, dueOn: dueOn ?? null, planTitle: document.title, word, rootId: document.id },
			...{ placeName: place?.name ?? "", personName: person.name },
		};
	},
});
