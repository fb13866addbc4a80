import { z } from "zod";
import { NotAllowed, NotFound, Refused } from "./errors.ts";
import { openTalk } from "./open-drafting.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

const input = z.object({
	documentId: z.uuid(),
	commentId: z.uuid(),
	version: z.coerce.number().int().min(1),
});

/** Says that a talk is settled, or opens it again. Everybody who may comment may do so; the State, where it began the talk. */
export const settleDraftComment = defineOperation({
	name: "settle-draft-comment",
	title: "Settle a comment, or open it again",
	http: { method: "post", path: "/plans/{documentId}/comments/{commentId}/settled" },
	input: input.extend({ settled: z.boolean() }),
	output: VersionOutput,
	async run(context, { documentId, commentId, settled, version }): Promise<{ version: number }> {
		const { actor, stores } = context;
		const { drafting, side } = await openTalk(context, documentId);
		const comment = await stores.facts.find("draft-comment", commentId);
		if (comment?.documentId !== documentId) throw new NotFound("The comment is not there any more.");
		if (side === "state" && comment.side === "county") {
			throw new NotAllowed("What the county asked is for the county to settle. Reply to it.");
		}
		if (comment.replyTo !== null) {
			throw new Refused("A reply is settled together with the comment that it replies to. Nothing was changed.");
		}
		if ((comment.settledOn !== null) === settled) return { version: comment.version };
		const saved = await drafting.write(
			"draft-comment",
			"change",
			{ id: comment.id, version },
			settled ? { settledOn: drafting.today, settledByName: actor.name } : { settledOn: null, settledByName: "" },
		);
		return { version: saved };
	},
});

/** Takes one's own comment back. It stays in the history. */
export const removeDraftComment = defineOperation({
	name: "remove-draft-comment",
	title: "Take a comment back",
	http: { method: "post", path: "/plans/{documentId}/comments/{commentId}/remove" },
	input,
	output: VersionOutput,
	async run(context, { documentId, commentId, version }): Promise<{ version: number }> {
		const { actor, stores } = context;
		const { drafting } = await openTalk(context, documentId);
		const comment = await stores.facts.find("draft-comment", commentId);
		if (comment?.documentId !== documentId) throw new NotFound("The comment is not there any more.");
		if (comment.authorId !== actor.personId) {
			throw new NotAllowed(`Only ${comment.authorName} can take this comment back. Reply to it, or settle it.`);
		}
		const replies = await stores.facts.list("draft-comment", { replyTo: comment.id });
		if (replies.length > 0) {
			throw new Refused("Somebody has replied to this comment, so it stays. Reply to it, or settle it.");
		}
		return { version: await drafting.write("draft-comment", "remove", { id: comment.id, version }, {}) };
	},
});
