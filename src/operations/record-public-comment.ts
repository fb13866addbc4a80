import { CommentChannel, PublicComment } from "../domain/publication/publication-facts.ts";
import { InvalidInput } from "./errors.ts";
import { getPublication } from "./get-publication.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";

/** Writes down what somebody said on paper, at a meeting or by phone, on their behalf and in their words. */
export const recordPublicComment = defineOperation({
	name: "record-public-comment",
	title: "Write down a comment on somebody's behalf",
	http: { method: "post", path: "/publications/{publicationId}/comments" },
	input: PublicComment.pick({ publicationId: true, text: true, receivedOn: true }).extend({
		channel: CommentChannel.exclude(["web"]),
		name: PublicComment.shape.name.default(""),
		showName: PublicComment.shape.showName.default(false),
		language: PublicComment.shape.language.default("en"),
	}),
	output: MadeOutput,
	async run({ actor, clock, ids, stores }, input): Promise<{ id: string }> {
		const { id: publicationId, documentId, jurisdictionId } = await getPublication(stores, input.publicationId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		if (input.receivedOn > dayOf(clock())) {
			throw new InvalidInput([{ field: "receivedOn", message: "This day has not come yet." }]);
		}
		const id = ids.next();
		const { publicationId: _, ...said } = input;
		await stores.facts.write({
			...{
				kind: "public-comment",
				id,
				verb: "add",
				expectedVersion: 0,
				jurisdictionId,
				root: documentId,
				role,
				reason: "",
			},
			patch: {
				...{ jurisdictionId, documentId, publicationId, ...said, anchor: "", quote: "", state: "waiting" },
				...{ hiddenReason: "", theme: "", answer: "", outcome: null, answeredOn: null },
			},
		});
		return { id };
	},
});
