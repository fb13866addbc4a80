import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";
import type { PlanMailFacts } from "./plan-facts.ts";

/** To the reviewers: a plan was submitted and waits for them. */
export function planSubmittedMessage(about: PlanMailFacts): MailMessage {
	return renderMail({
		to: about.to,
		subject: `Submitted: ${about.planTitle} (${about.jurisdictionName})`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{
				kind: "paragraph",
				text: `${about.byName} submitted "${about.planTitle}" of ${about.jurisdictionName}. It waits for your review.`,
			},
			{ kind: "link", label: "Open the plan", url: about.link },
		],
	});
}
