import { formatDate } from "../../../domain/calendar/plain-date.ts";
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
