import type { OpenedPaper } from "../../../operations/receipt-links.ts";
import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";

/** Tells a member of a team that there is a paper for them, with the link to read it and to say that they have it. */
export function paperGivenOutMessage(
	{ distribution, stateName }: OpenedPaper,
	link: string,
	days: number,
): MailMessage {
	const { email, recipient, paper } = distribution;
	return renderMail({
		to: email,
		subject: `For you: ${paper}, ${stateName}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${recipient},` },
			{
				kind: "paragraph",
				text: `${stateName} shares this with you as a member of its planning teams: ${paper}. Please say with one click that you have it; you need not sign in. The link is for you and ends after ${days} days.`,
			},
			{ kind: "link", label: "Read it and say that you have it", url: link },
		],
	});
}
