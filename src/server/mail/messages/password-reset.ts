import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";

/** Asked for on the sign-in page: a link to set a new password, good once and for a short time. */
export function passwordResetMessage(about: {
	readonly to: string;
	readonly name: string;
	readonly link: string;
	readonly minutes: number;
}): MailMessage {
	return renderMail({
		to: about.to,
		subject: "Set a new password for Throughline",
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{ kind: "paragraph", text: "Somebody asked for a new password for your account in Throughline." },
			{ kind: "link", label: "Set a new password", url: about.link },
			{
				kind: "paragraph",
				text: `The link can be used once, within ${about.minutes} minutes. Setting a new password signs you out everywhere.`,
			},
			{
				kind: "paragraph",
				text: "If it was not you, do nothing: your password stays as it is. If this happens often, tell your administrator.",
			},
		],
	});
}
