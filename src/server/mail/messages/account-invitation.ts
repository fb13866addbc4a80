import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";

/** An administrator made an account: a link to choose the first password, good once and for a few days. */
export function accountInvitationMessage(about: {
	readonly to: string;
	readonly name: string;
	readonly link: string;
	readonly days: number;
}): MailMessage {
	return renderMail({
		to: about.to,
		subject: "Your account in Throughline",
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{ kind: "paragraph", text: "An account in Throughline was made for you. Choose a password to begin." },
			{ kind: "link", label: "Choose a password", url: about.link },
			{
				kind: "paragraph",
				text: `The link can be used once, within ${about.days} days. After that, use "Forgot your password?" on the sign-in page.`,
			},
		],
	});
}
