import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { ReminderDays } from "../domain/plan/milestone-standing.ts";
import { getInvitationNews } from "../operations/get-invitation-news.ts";
import { getStepNews, type StepNews, TellableNews } from "../operations/get-step-news.ts";
import { listMilestoneReminders } from "../operations/list-milestone-reminders.ts";
import { type Performer, perform } from "../operations/operation.ts";
import { dayOf } from "../operations/plan-checks.ts";
import type { Tasks } from "../storage/queue/run-queue.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { MailMessage } from "./mail/mail-message.ts";
import { MailNotSent } from "./mail/mail-not-sent.ts";
import type { Mailer } from "./mail/mailer.ts";
import { meetingInvitationMessage } from "./mail/messages/meeting-invitation.ts";
import { milestoneReminderMessage } from "./mail/messages/milestone-reminder.ts";
import { planAcceptedMessage } from "./mail/messages/plan-accepted.ts";
import { planReturnedMessage } from "./mail/messages/plan-returned.ts";
import { planStepMessage } from "./mail/messages/plan-step.ts";
import { planSubmittedMessage } from "./mail/messages/plan-submitted.ts";
import { submissionReceiptMessage } from "./mail/messages/submission-receipt.ts";
import { linkDays, type MilestoneLinks } from "./milestones/milestone-links.ts";

const StepPayload = z.object({ documentId: z.uuid(), action: TellableNews, actorId: z.uuid() });

const CountPayload = z.object({ jurisdictionId: z.uuid() });

const TakePayload = z.object({ loadId: z.uuid(), personId: z.uuid() });

const ReminderPayload = z.object({ personId: z.uuid(), day: PlainDate });

const MailPayload = StepPayload.extend({ email: z.email(), kind: z.enum(["news", "receipt"]).default("news") });
const InvitationPayload = z.object({ invitationId: z.uuid() });

export type TaskServices = {
	readonly performer: Performer;
	readonly mailer: Mailer;
	readonly accounts: Accounts;
	readonly baseUrl: string;
	readonly milestoneLinks: MilestoneLinks;
	readonly reminderDays: ReminderDays;
	readonly anchorLog: () => Promise<number>;
	/** Counts the indicators of a place from its current files. */
	readonly countIndicators: (jurisdictionId: string) => Promise<readonly string[]>;
	/** Reads a file that has arrived, as the person who sent it; answers the load's state, undefined while it is read elsewhere. */
	readonly takeExtract: (load: z.infer<typeof TakePayload>) => Promise<string | undefined>;
	/** Has the attachments scanned that wait for it; answers how many were. */
	readonly scanWaiting: () => Promise<number>;
	readonly log: (line: string) => void;
};

/** The background work of the server, by task name. */
export function createTasks(services: TaskServices): Tasks {
	return {
		async "notify-step"(payload, addJob) {
			const step = StepPayload.parse(payload);
			const news = await perform(services.performer, getStepNews, installationActor, step);
			for (const { email, kind } of news.recipients) await addJob("mail-step", { ...step, email, kind });
		},
		async "mail-step"(payload) {
			const step = MailPayload.parse(payload);
			const news = await perform(services.performer, getStepNews, installationActor, step);
			const recipient = news.recipients.find((each) => each.email === step.email && each.kind === step.kind);
			if (!recipient) return;
			await sendMail(services, "a plan", messageFor(step.action, news, recipient, services.baseUrl));
		},
		async "remind-of-milestones"(_payload, addJob) {
			const { performer, reminderDays } = services;
			const day = dayOf(performer.clock());
			const due = await perform(performer, listMilestoneReminders, installationActor, { day, ...reminderDays });
			for (const { person } of due) await addJob("mail-milestones", { personId: person.id, day });
		},
		async "mail-milestones"(payload) {
			const { personId, day } = ReminderPayload.parse(payload);
			const { baseUrl, milestoneLinks, performer, reminderDays } = services;
			const asked = { day, personId, ...reminderDays };
			const [reminder] = await perform(performer, listMilestoneReminders, installationActor, asked);
			// A milestone that was reported on since the day began asks no more.
			if (!reminder) return;
			const { person } = reminder;
			const milestones = reminder.milestones.map(({ id, version, ...more }) => {
				const token = milestoneLinks.tokenFor({
					...{ milestoneId: id, milestoneVersion: version, personId, personVersion: person.version },
				});
				return { ...more, link: `${baseUrl}/shared/milestones/${token}` };
			});
			const about = { to: person.email, name: person.name, day, linkDays, milestones };
			await sendMail(services, "milestones", milestoneReminderMessage(about));
		},
		async "mail-invitation"(payload) {
			const asked = InvitationPayload.parse(payload);
			const news = await perform(services.performer, getInvitationNews, installationActor, asked);
			await sendMail(services, "a meeting", meetingInvitationMessage(news, services.performer.clock()));
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
		async "scan-attachments"() {
			const settled = await services.scanWaiting();
			if (settled > 0) services.log(`Attachments that waited for the scanner were scanned: ${settled}.`);
		},
		async "remove-expired"() {
			await services.accounts.removeExpired();
		},
	};
}

/** Sends a mail; one that the mail server has refused for good is told to the log and not tried again. */
async function sendMail({ mailer, log }: TaskServices, about: string, message: MailMessage): Promise<void> {
	try {
		await mailer.send(message);
	} catch (error) {
		if (!(error instanceof MailNotSent) || error.willHelpToRetry) throw error;
		log(`A mail about ${about} was refused for good: ${error.message}`);
	}
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
	if (recipient.kind === "receipt" && news.submission) {
		return submissionReceiptMessage({ ...about, ...news.submission });
	}
	if (action === "submit") return planSubmittedMessage(about);
	if (action === "return") return planReturnedMessage({ ...about, reasons: [news.reason] });
	if (action === "accept") return planAcceptedMessage(about);
	return planStepMessage({ ...about, action, reason: news.reason });
}
