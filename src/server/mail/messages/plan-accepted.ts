import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";
import type { PlanMailFacts } from "./plan-facts.ts";

/** To those who write and sign the plan: it was accepted and is in force. */
export function planAcceptedMessage(about: PlanMailFacts): MailMessage {
	return renderMail({
		to: about.to,
		subject: `Accepted: ${about.planTitle} (${about.jurisdictionName})`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{ kind: "paragraph", text: `${about.byName} accepted "${about.planTitle}" of ${about.jurisdictionName}.` },
			{ kind: "link", label: "Open the plan", url: about.link },
		],
	});
}
