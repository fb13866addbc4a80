import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { checkCommentDays } from "./post-plan.ts";

/** Changes the days of comment of a posted plan, or takes it down. Comments are kept. */
export const changePublication = defineOperation({
	name: "change-publication",
	title: "Change the days of comment of a posted plan, or take it down",
	http: { method: "post", path: "/publications/{publicationId}" },
	input: z.object({
		publicationId: z.uuid(),
		version: z.coerce.number().int().min(1),
		opensOn: PlainDate.nullable().default(null),
		closesOn: PlainDate.nullable().default(null),
		takeDown: z.boolean().default(false),
		reason: z.string().trim().max(1000).default(""),
	}),
	output: VersionOutput,
	async run({ actor, stores }, input): Promise<{ version: number }> {
		const publication = await stores.facts.find("publication", input.publicationId);
		if (!publication) throw new NotFound("This plan is not posted any more.");
		const { id, documentId, jurisdictionId } = publication;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const { opensOn, closesOn, takeDown, reason } = input;
		if (!takeDown) checkCommentDays(opensOn, closesOn);
		const version = await stores.facts.write({
			...{ kind: "publication", id, verb: takeDown ? "remove" : "change", expectedVersion: input.version },
			patch: takeDown ? {} : { opensOn, closesOn },
			...{ jurisdictionId, root: documentId, role, reason },
		});
		return { version };
	},
});
