import { z } from "zod";
import { installationActor } from "../domain/people/installation.ts";
import { getInvitationNews } from "../operations/get-invitation-news.ts";
import { getStepNews, type StepNews, TellableNews } from "../operations/get-step-news.ts";
import { type Performer, perform } from "../operations/operation.ts";
import type { Tasks } from "../storage/queue/run-queue.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { MailMessage } from "./mail/mail-message.ts";
import { MailNotSent } from "./mail/mail-not-sent.ts";
import type { Mailer } from "./mail/mailer.ts";
import { meetingInvitationMessage } from "./mail/messages/meeting-invitation.ts";
import { planAcceptedMessage } from "./mail/messages/plan-accepted.ts";
import { planReturnedMessage } from "./mail/messages/plan-returned.ts";
import { planStepMessage } from "./mail/messages/plan-step.ts";
import { planSubmittedMessage } from "./mail/messages/plan-submitted.ts";

const StepPayload = z.object({ documentId: z.uuid(), action: TellableNews, actorId: z.uuid() });

const CountPayload = z.object({ jurisdictionId: z.uuid() });

const TakePayload = z.object({ loadId: z.uuid(), personId: z.uuid() });

const InvitationPayload = z.object({ invitationId: z.uuid() });

const MailPayload = StepPayload.extend({ email: z.email() });

export type TaskServices = {
	readonly performer: Performer;
	readonly mailer: Mailer;
	readonly accounts: Accounts;
	readonly baseUrl: string;
	readonly anchorLog: () => Promise<number>;
	/** Counts the indicators of a place from its current files. */
	readonly countIndicators: (jurisdictionId: string) => Promise<readonly string[]>;
	/** Reads a file that has arrived, as the person who sent it; answers the load's state, undefined while it is read elsewhere. */
	readonly takeExtract: (load: z.infer<typeof TakePayload>) => Promise<string | undefined>;
	readonly log: (line: string) => void;
};

/** The background work of the server, by task name. */
export function createTasks(services: TaskServices): Tasks {
	return {
		async "notify-step"(payload, addJob) {
			const step = StepPayload.parse(payload);
			const news = await perform(services.performer, getStepNews, installationActor, step);
			for (const { email } of news.recipients) await addJob("mail-step", { ...step, email });
		},
		async "mail-step"(payload) {
			const step = MailPayload.parse(payload);
			const news = await perform(services.performer, getStepNews, installationActor, step);
			const recipient = news.recipients.find((each) => each.email === step.email);
			if (!recipient) return;
			try {
				await services.mailer.send(messageFor(step.action, news, recipient, services.baseUrl));
			} catch (error) {
				if (!(error instanceof MailNotSent) || error.willHelpToRetry) throw error;
				services.log(`A mail about a plan was refused for good: ${error.message}`);
			}
		},
		async "mail-invitation"(payload) {
			const news = await perform(
				services.performer,
				getInvitationNews,
				installationActor,
				InvitationPayload.parse(payload),
			);
			try {
				await services.mailer.send(meetingInvitationMessage(news, services.performer.clock()));
			} catch (error) {
				if (!(error instanceof MailNotSent) || error.willHelpToRetry) throw error;
				services.log(`An invitation to a meeting was refused for good: ${error.message}`);
			}
		},
		async "anchor-log"() {
			await services.anchorLog();
		},
		async "count-indicators"(payload) {
			const windows = await services.countIndicators(CountPayload.parse(payload).jurisdictionId);
			if (windows.length > 0) services.log(`Indicators were counted for ${windows.join(", ")}.`);
		},
		async "take-extract"(payload) {
			const load = TakePayload.parse(payload);
			const state = await services.takeExtract(load);
			if (state !== undefined) services.log(`The file of load ${load.loadId} was read: ${state}.`);
		},
		async "remove-expired"() {
			await services.accounts.removeExpired();
		},
	};
}

function messageFor(
	action: TellableNews,
	news: StepNews,
	recipient: StepNews["recipients"][number],
	baseUrl: string,
): MailMessage {
	const about = {
		to: recipient.email,
		name: recipient.name,
		planTitle: news.document.title,
		jurisdictionName: news.jurisdiction.name,
		byName: news.byName,
		link: `${baseUrl}/plans/${news.document.id}`,
	};
	if (action === "submit") return planSubmittedMessage(about);
	if (action === "return") return planReturnedMessage({ ...about, reasons: [news.reason] });
	if (action === "accept") return planAcceptedMessage(about);
	return planStepMessage({ ...about, action, reason: news.reason });
}
