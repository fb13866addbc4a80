import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";

/** What changed about how somebody signs in. */
export type SignInChange = "password" | "app-on" | "app-off" | "backup-codes";

const sentences: Readonly<Record<SignInChange, string>> = {
	password: "The password of your account in Throughline was just changed.",
	"app-on": "An authenticator app was just set up for your account in Throughline.",
	"app-off": "The authenticator app of your account in Throughline was just turned off.",
	"backup-codes": "New backup codes were just made for your account in Throughline. The old ones do not work any more.",
};

/** Told after every such change, so that a change by somebody else is noticed (NIST SP 800-63B-4, account notifications). */
export function signInChangedMessage(about: {
	readonly to: string;
	readonly name: string;
	readonly change: SignInChange;
}): MailMessage {
	return renderMail({
		to: about.to,
		subject: "How you sign in to Throughline was changed",
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{ kind: "paragraph", text: sentences[about.change] },
			{
				kind: "paragraph",
				text: 'If it was not you, choose "Forgot your password?" on the sign-in page at once, and tell your administrator.',
			},
		],
	});
}
