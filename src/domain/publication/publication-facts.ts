import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/**
 * A submission of a plan that is posted online (SIP-102), with the days on which the public may comment (SIP-103). The length is not
 * laid down: the agency says it. Taken down = removed.
 */
export const Publication = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	/** Which submission, and its checksum: what is posted is what was sent. */
	submission: z.number().int().min(1),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	title: z.string().min(1).max(300),
	postedOn: PlainDate,
	/** First and last day of comment; null where none is asked for. */
	opensOn: PlainDate.nullable(),
	closesOn: PlainDate.nullable(),
});
export type Publication = z.infer<typeof Publication>;

/** How a comment came in. Others than `web` are written down by the agency on behalf of somebody. */
export const CommentChannel = z.enum(["web", "paper", "meeting", "phone", "mail"]);
export type CommentChannel = z.infer<typeof CommentChannel>;

export const commentChannelLabels: Readonly<Record<CommentChannel, string>> = {
	web: "On the public page",
	paper: "On paper",
	meeting: "At a meeting",
	phone: "By phone",
	mail: "By mail or e-mail",
};

/** `waiting`: nobody has looked at it yet. `hidden`: kept, with the reason, and not shown to the public. */
export const CommentState = z.enum(["waiting", "shown", "hidden"]);
export type CommentState = z.infer<typeof CommentState>;

/** What a comment led to. */
export const CommentOutcome = z.enum(["changed", "not-changed", "other-plan"]);
export type CommentOutcome = z.infer<typeof CommentOutcome>;

export const commentOutcomeLabels: Readonly<Record<CommentOutcome, string>> = {
	changed: "The plan was changed",
	"not-changed": "The plan was not changed",
	"other-plan": "Taken up elsewhere",
};

/** A comment of the public on a posted plan. Its own words are never changed. */
export const PublicComment = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	publicationId: z.uuid(),
	/** The place in the paper that it is about, "" for the whole; and the words that stood there. */
	anchor: z.string().max(200),
	quote: z.string().max(500),
	/** As given; "" for none. Shown to the public only with the writer's leave. */
	name: z.string().trim().max(200),
	showName: z.boolean(),
	text: z.string().trim().min(1, "Write your comment.").max(5000, "A comment has at most 5,000 characters."),
	language: z.enum(["en", "es"]),
	channel: CommentChannel,
	receivedOn: PlainDate,
	state: CommentState,
	hiddenReason: z.string().trim().max(1000),
	theme: z.string().trim().max(100),
	answer: z.string().trim().max(5000),
	outcome: CommentOutcome.nullable(),
	answeredOn: PlainDate.nullable(),
});
export type PublicComment = z.infer<typeof PublicComment>;

/** May the public comment on this day? */
export function isOpenForComment(
	{ opensOn, closesOn }: Pick<Publication, "opensOn" | "closesOn">,
	today: PlainDate,
): boolean {
	return opensOn !== null && opensOn <= today && (closesOn === null || today <= closesOn);
}

/** Comments by theme: how many came in, and how many were answered. The most spoken of first; no theme last. */
export function summarizeComments(comments: readonly Pick<PublicComment, "theme" | "answer" | "outcome">[]): readonly {
	readonly theme: string;
	readonly comments: number;
	readonly answered: number;
	readonly changes: number;
}[] {
	const themes = [...new Set(comments.map(({ theme }) => theme))];
	return themes
		.map((theme) => {
			const of = comments.filter((each) => each.theme === theme);
			return {
				theme,
				comments: of.length,
				answered: of.filter(({ answer }) => answer !== "").length,
				changes: of.filter(({ outcome }) => outcome === "changed").length,
			};
		})
		.sort(
			(a, b) =>
				Number(a.theme === "") - Number(b.theme === "") ||
				b.comments - a.comments ||
				a.theme.localeCompare(b.theme, "en"),
		);
}
