import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";
import type { PlanMailFacts } from "./plan-facts.ts";

/** To those who signed and to the contact: what was sent, when, and the checksum by which it can be known again. */
export function submissionReceiptMessage(
	about: PlanMailFacts & { readonly number: number; readonly sha256: string; readonly takenAt: Date },
): MailMessage {
	return renderMail({
		to: about.to,
		subject: `Receipt: ${about.planTitle} was submitted (${about.jurisdictionName})`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{
				kind: "paragraph",
				text: `${about.byName} submitted "${about.planTitle}" of ${about.jurisdictionName} on ${about.takenAt.toISOString().slice(0, 16).replace("T", " at ")} UTC. It is kept as submission ${about.number}, with its attachments, as it was sent.`,
			},
			{ kind: "paragraph", text: `Checksum (SHA-256): ${about.sha256}` },
			{
				kind: "paragraph",
				text: "Keep this mail. The page of the submission shows the same checksum for as long as the submission is kept; if it ever differs, the text is not what was sent.",
			},
			{ kind: "link", label: "Open the submission", url: `${about.link}/submissions/${about.number}` },
		],
	});
}
