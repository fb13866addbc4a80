import { z } from "zod";
import { CommentOutcome, PublicComment } from "../domain/publication/publication-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";

/**
 * Lets a comment be shown or keeps it back with a reason, gives it a theme, and answers it. The words of the comment stay as they were
 * sent, also where they are not shown.
 */
export const settlePublicComment = defineOperation({
	name: "settle-public-comment",
	title: "Show, keep back or answer a comment of the public",
	http: { method: "post", path: "/public-comments/{commentId}" },
	input: PublicComment.pick({ state: true, hiddenReason: true, theme: true, answer: true })
		.partial()
		.extend({
			commentId: z.uuid(),
			version: z.coerce.number().int().min(1),
			outcome: CommentOutcome.nullable().optional(),
		}),
	output: VersionOutput,
	async run({ actor, clock, stores }, { commentId, version, ...change }): Promise<{ version: number }> {
		const comment = await stores.facts.find("public-comment", commentId);
		if (!comment) throw new NotFound("There is no such comment, or it is not yours to see.");
		const { jurisdictionId, documentId } = comment;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const next = {
			...{ state: change.state ?? comment.state, hiddenReason: change.hiddenReason ?? comment.hiddenReason },
			...{ theme: change.theme ?? comment.theme, answer: change.answer ?? comment.answer },
			outcome: change.outcome === undefined ? comment.outcome : change.outcome,
		};
		if (next.state === "hidden" && next.hiddenReason === "") {
			throw new InvalidInput([{ field: "hiddenReason", message: "Say why the comment is not shown." }]);
		}
		if (next.answer !== "" && next.outcome === null) {
			throw new InvalidInput([{ field: "outcome", message: "Say what the comment led to." }]);
		}
		const answeredOn = next.answer === "" ? null : next.answer === comment.answer ? comment.answeredOn : dayOf(clock());
		const saved = await stores.facts.write({
			...{ kind: "public-comment", id: commentId, verb: "change", expectedVersion: version },
			patch: { ...next, hiddenReason: next.state === "hidden" ? next.hiddenReason : "", answeredOn },
			...{ jurisdictionId, root: documentId, role, reason: next.state === "hidden" ? next.hiddenReason : "" },
		});
		return { version: saved };
	},
});
