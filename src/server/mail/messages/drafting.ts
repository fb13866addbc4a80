import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { CommentNews } from "../../../operations/get-comment-news.ts";
import type { AssignmentNews, MentionNews } from "../../../operations/get-drafting-news.ts";
import type { MailMessage } from "../mail-message.ts";
import { oneLine, renderMail } from "./mail-text.ts";

/** Tells somebody that a section of a plan is theirs to write. */
export function sectionAssignedMessage(news: AssignmentNews, byName: string, baseUrl: string): MailMessage {
	const { to, assignment, document, sectionName } = news;
	const due = assignment.dueOn ? ` It is due on ${formatDate(assignment.dueOn)}.` : "";
	return renderMail({
		to: to.email,
		subject: `Yours to write: ${oneLine(sectionName, 80)}, ${oneLine(document.title, 80)}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${to.name},` },
			{
				kind: "paragraph",
				text: `${byName} has given you a section of "${document.title}": ${sectionName}.${due} Say on its page how far it is.`,
			},
			{ kind: "link", label: "Open the section", url: `${baseUrl}${news.path}` },
		],
	});
}

/** Tells somebody that a comment on a draft names them. */
export function mentionedMessage(
	news: MentionNews,
	to: { readonly name: string; readonly email: string },
	baseUrl: string,
): MailMessage {
	const { comment, document, blockName } = news;
	const on = `${comment.aboutKind}:${comment.aboutId}:${comment.field}`;
	return renderMail({
		to: to.email,
		subject: `${comment.authorName} names you in a comment: ${oneLine(document.title, 100)}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${to.name},` },
			{ kind: "paragraph", text: `${comment.authorName} writes on "${document.title}", ${blockName}:` },
			{ kind: "paragraph", text: oneLine(comment.text, 2000) },
			{
				kind: "link",
				label: "Read it and reply",
				url: `${baseUrl}/plans/${document.id}/comments?on=${encodeURIComponent(on)}`,
			},
		],
	});
}

/** The most comments that one mail repeats; the page has all of them. */
const mostRepeated = 20;

/** Tells somebody what the other side has said on a draft that is shared early. */
export function commentsMessage({ to, document, comments }: CommentNews, baseUrl: string): MailMessage {
	const count = comments.length === 1 ? "1 comment" : `${comments.length} comments`;
	const by = [...new Set(comments.map(({ comment }) => comment.authorName))];
	const more = comments.length - mostRepeated;
	const ofState = comments.every(({ comment }) => comment.side === "state");
	const items = comments
		.slice(0, mostRepeated)
		.map(({ comment, blockName }) => `${blockName}: ${comment.authorName} writes: ${oneLine(comment.text, 500)}`);
	return renderMail({
		to: to.email,
		subject: `${count} of the ${ofState ? "State" : "county"} on the shared draft: ${oneLine(document.title, 100)}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${to.name},` },
			{ kind: "paragraph", text: `${oneLine(by.join(", "), 500)} wrote on "${document.title}":` },
			{ kind: "list", items: more > 0 ? [...items, `And ${more} more.`] : items },
			{ kind: "link", label: "Read and reply", url: `${baseUrl}/plans/${document.id}/comments` },
		],
	});
}
