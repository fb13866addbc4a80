import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";

/**
 * Posts a submission of a plan online (SIP-102) and says when the public may comment on it (SIP-103). What is posted is the submission as it
 * was sent. Neither the length of the comment nor who posts is laid down: the agency decides.
 */
export const postPlan = defineOperation({
	name: "post-plan",
	title: "Post a plan online",
	http: { method: "post", path: "/plans/{documentId}/publications" },
	input: z.object({
		documentId: z.uuid(),
		submission: z.coerce.number("Choose which submission to post.").int().min(1, "Choose which submission to post."),
		opensOn: PlainDate.nullable().default(null),
		closesOn: PlainDate.nullable().default(null),
	}),
	output: MadeOutput,
	async run(context, { documentId, submission, opensOn, closesOn }): Promise<{ id: string }> {
		const { actor, clock, ids, stores } = context;
		const document = await getDocument(context, documentId);
		const { jurisdictionId, title } = document;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		checkCommentDays(opensOn, closesOn);
		const snapshot = (await stores.snapshots.list(documentId)).find(({ number }) => number === submission);
		if (!snapshot)
			throw new NotFound(`This plan has no submission ${submission}. Only what was submitted can be posted.`);
		const posted = await stores.facts.list("publication", { documentId, submission });
		if (posted.length > 0) {
			throw new InvalidInput([
				{ field: "submission", message: `Submission ${submission} is posted already. Change its days instead.` },
			]);
		}
		const id = ids.next();
		const patch = { jurisdictionId, documentId, submission, sha256: snapshot.sha256, title, opensOn, closesOn };
		await stores.facts.write({
			...{
				kind: "publication",
				id,
				verb: "add",
				expectedVersion: 0,
				jurisdictionId,
				root: documentId,
				role,
				reason: "",
			},
			patch: { ...patch, postedOn: dayOf(clock()) },
		});
		return { id };
	},
});

/** Throws `InvalidInput` for days of comment that cannot be. */
export function checkCommentDays(opensOn: PlainDate | null, closesOn: PlainDate | null): void {
	if (closesOn !== null && opensOn === null) {
		throw new InvalidInput([{ field: "opensOn", message: "Say from which day the public may comment." }]);
	}
	if (opensOn !== null && closesOn !== null && closesOn < opensOn) {
		throw new InvalidInput([{ field: "closesOn", message: "The last day of comment lies before the first." }]);
	}
}
