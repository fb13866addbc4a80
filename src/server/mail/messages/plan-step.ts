import type { TellableNews } from "../../../operations/get-step-news.ts";
import type { MailMessage } from "../mail-message.ts";
import { renderMail } from "./mail-text.ts";
import type { PlanMailFacts } from "./plan-facts.ts";

/** What was done, for the steps that have no mail of their own. */
const done: Readonly<Record<TellableNews, string>> = {
	"mark-ready": "marked as ready for signature",
	reopen: "reopened for drafting",
	"approve-by-board": "brought through the Board",
	submit: "submitted",
	recall: "recalled",
	"open-review": "began the review of",
	recommend: "sent recommendations on",
	return: "returned",
	revise: "took up again",
	negotiate: "opened a negotiation on",
	assign: "assigns contents of",
	accept: "accepted",
	undo: "took back the last step on",
	"comments-released": "sent comments on",
	"questions-sent": "sent questions on",
	"response-given": "responded to the State on",
	"position-stated": "stated a position in the negotiation on",
	"negotiation-settled": "recorded the outcome of the negotiation on",
	"content-assigned": "set a content for the county in",
	"draft-shared": "shared with the State the draft of",
	"formal-action-taken": "recorded a step of a formal action beside",
};

/** Tells of a step of a plan in one sentence, with the reason where one was given. */
export function planStepMessage(
	about: PlanMailFacts & { readonly action: TellableNews; readonly reason: string },
): MailMessage {
	return renderMail({
		to: about.to,
		subject: `${done[about.action].charAt(0).toUpperCase()}${done[about.action].slice(1)}: ${about.planTitle} (${about.jurisdictionName})`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${about.name},` },
			{
				kind: "paragraph",
				text: `${about.byName} ${done[about.action]} "${about.planTitle}" of ${about.jurisdictionName}.`,
			},
			...(about.reason.trim() === ""
				? []
				: [{ kind: "paragraph" as const, text: `The reason given: ${about.reason}` }]),
			{ kind: "link", label: "Open the plan", url: about.link },
		],
	});
}
