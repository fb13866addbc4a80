import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";
import type { PlanMailFacts } from "./plan-facts.ts";

/** To those who write the plan: the reviewer sent it back, with the reasons. Throws when no reason is given. */
export function planReturnedMessage(about: PlanMailFacts & { readonly reasons: readonly string[] }): MailMessage {
	if (about.reasons.every((reason) => reason.trim() === "")) {
		throw new TypeError("A plan is returned with at least one reason.");
	}
	return renderMail({
		to: about.to,
		subject: `Returned: ${about.planTitle} (${about.jurisdictionName})`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{
				kind: "paragraph",
				text: `${about.byName} returned "${about.planTitle}" of ${about.jurisdictionName}. What was submitted is kept as it was. The reasons:`,
			},
			{ kind: "list", items: about.reasons },
			{ kind: "paragraph", text: "Open the plan, choose Revise the plan, and submit it again when it is ready." },
			{ kind: "link", label: "Open the plan", url: about.link },
		],
	});
}
