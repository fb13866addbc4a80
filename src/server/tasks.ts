import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { ReminderDays } from "../domain/plan/milestone-standing.ts";
import { claimDueNotice, listDueNotices, settleDueNotice } from "../operations/due-notices.ts";
import { type CommentNews, getCommentNews } from "../operations/get-comment-news.ts";
import { getAssignmentNews, getMentionNews } from "../operations/get-drafting-news.ts";
import { getInvitationNews } from "../operations/get-invitation-news.ts";
import { getStepNews, type StepNews, TellableNews } from "../operations/get-step-news.ts";
import { listMilestoneReminders } from "../operations/list-milestone-reminders.ts";
import { listSectionReminders } from "../operations/list-section-reminders.ts";
import { type Performer, perform } from "../operations/operation.ts";
import { dayOf } from "../operations/plan-checks.ts";
import type { Tasks } from "../storage/queue/run-queue.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { MailMessage } from "./mail/mail-message.ts";
import { MailNotSent } from "./mail/mail-not-sent.ts";
import type { Mailer } from "./mail/mailer.ts";
import { commentsMessage, mentionedMessage, sectionAssignedMessage } from "./mail/messages/drafting.ts";
import { dueNoticeMessage } from "./mail/messages/due-notice.ts";
import { meetingInvitationMessage } from "./mail/messages/meeting-invitation.ts";
import { milestoneReminderMessage } from "./mail/messages/milestone-reminder.ts";
import { paperGivenOutMessage } from "./mail/messages/paper-given-out.ts";
import { planAcceptedMessage } from "./mail/messages/plan-accepted.ts";
import { planReturnedMessage } from "./mail/messages/plan-returned.ts";
import { planStepMessage } from "./mail/messages/plan-step.ts";
import { planSubmittedMessage } from "./mail/messages/plan-submitted.ts";
import { submissionReceiptMessage } from "./mail/messages/submission-receipt.ts";
import { linkDays, type MilestoneLinks } from "./milestones/milestone-links.ts";
import { type PaperLinks, paperLinkDays } from "./planning/paper-links.ts";

const StepPayload = z.object({ documentId: z.uuid(), action: TellableNews, actorId: z.uuid() });

const CountPayload = z.object({ jurisdictionId: z.uuid() });

const TakePayload = z.object({ loadId: z.uuid(), personId: z.uuid() });

const ReminderPayload = z.object({ personId: z.uuid(), day: PlainDate });

const MailPayload = StepPayload.extend({ email: z.email(), kind: z.enum(["news", "receipt"]).default("news") });
const DuePayload = z.object({
	...{ jurisdictionId: z.uuid(), personId: z.uuid(), day: PlainDate },
	kind: z.enum(["owner", "digest", "escalation"]),
});
const DistributionPayload = z.object({ distributionId: z.uuid() });
const InvitationPayload = z.object({ invitationId: z.uuid() });
const AssignmentPayload = z.object({ assignmentId: z.uuid(), version: z.string(), byName: z.string() });
const CommentPayload = z.object({ commentId: z.uuid() });
const CommentsPayload = z.object({ documentId: z.uuid(), personId: z.uuid() });
const MentionPayload = CommentPayload.extend({ personId: z.uuid() });

/** How long comments are gathered before they are mailed. */
const commentMinutes = 15;

export type TaskServices = {
	readonly performer: Performer;
	readonly mailer: Mailer;
	readonly accounts: Accounts;
	readonly baseUrl: string;
	readonly milestoneLinks: MilestoneLinks;
	readonly paperLinks: PaperLinks;
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
			const milestones = await perform(performer, listMilestoneReminders, installationActor, { day, ...reminderDays });
			const sections = await perform(performer, listSectionReminders, installationActor, { day, ...reminderDays });
			const due = new Set([...milestones, ...sections].map(({ person }) => person.id));
			for (const personId of due) await addJob("mail-milestones", { personId, day });
		},
		async "mail-milestones"(payload) {
			const { personId, day } = ReminderPayload.parse(payload);
			const { baseUrl, milestoneLinks, performer, reminderDays } = services;
			const asked = { day, personId, ...reminderDays };
			const [reminder] = await perform(performer, listMilestoneReminders, installationActor, asked);
			const [drafting] = await perform(performer, listSectionReminders, installationActor, asked);
			// What was reported on or done since the day began asks no more.
			const person = reminder?.person ?? drafting?.person;
			if (!person) return;
			const milestones = (reminder?.milestones ?? []).map(({ id, version, ...more }) => {
				const token = milestoneLinks.tokenFor({
					...{ milestoneId: id, milestoneVersion: version, personId, personVersion: reminder?.person.version ?? 0 },
				});
				return { ...more, link: `${baseUrl}/shared/milestones/${token}` };
			});
			const sections = (drafting?.sections ?? []).map(({ path, ...more }) => ({ ...more, link: `${baseUrl}${path}` }));
			const about = { to: person.email, name: person.name, day, linkDays, milestones, sections };
			await sendOnce(services, `reminder ${personId} ${day}`, "milestones", milestoneReminderMessage(about));
		},
		async "mail-assignment"(payload) {
			const { assignmentId, version, byName } = AssignmentPayload.parse(payload);
			const { baseUrl, performer } = services;
			const news = await perform(performer, getAssignmentNews, installationActor, { assignmentId, version });
			if (!news) return;
			const message = sectionAssignedMessage(news, byName, baseUrl);
			await sendOnce(services, `assignment ${assignmentId} ${version}`, "a section", message);
		},
		async "tell-mentioned"(payload, addJob) {
			const { commentId } = CommentPayload.parse(payload);
			const news = await perform(services.performer, getMentionNews, installationActor, { commentId });
			for (const { id } of news?.readers ?? []) await addJob("mail-mention", { commentId, personId: id });
			if (!news?.comment.withState) return;
			// What the other side says within a while is one mail, not one each.
			const { clock } = services.performer;
			const notBefore = new Date(clock().getTime() + commentMinutes * 60_000);
			const { documentId } = news.comment;
			for (const { to } of await perform(services.performer, getCommentNews, installationActor, { documentId })) {
				const key = `mail-comments ${documentId} ${to.id}`;
				await addJob("mail-comments", { documentId, personId: to.id }, { key, notBefore });
			}
		},
		"mail-comments": (payload) => mailComments(services, CommentsPayload.parse(payload)),
		async "mail-mention"(payload) {
			const { commentId, personId } = MentionPayload.parse(payload);
			const news = await perform(services.performer, getMentionNews, installationActor, { commentId });
			const reader = news?.readers.find(({ id }) => id === personId);
			if (!news || !reader) return;
			const message = mentionedMessage(news, reader, services.baseUrl);
			await sendOnce(services, `mention ${commentId} ${personId}`, "a comment", message);
		},
		async "remind-of-due-dates"(_payload, addJob) {
			const { performer } = services;
			const day = dayOf(performer.clock());
			for (const { jurisdictionId, person, kind } of await perform(performer, listDueNotices, installationActor, {
				day,
			})) {
				await addJob("mail-due-dates", { jurisdictionId, personId: person.id, kind, day });
			}
		},
		"mail-due-dates": (payload) => mailDueDates(services, DuePayload.parse(payload)),
		async "mail-distribution"(payload) {
			const { distributionId } = DistributionPayload.parse(payload);
			const token = services.paperLinks.tokenFor(distributionId);
			const opened = await services.paperLinks.open(token);
			// A receipt that came in meanwhile by another way needs no mail.
			if (opened.distribution.receivedOn !== null) return;
			const link = `${services.baseUrl}/shared/papers/${token}`;
			await sendMail(services, "a paper", paperGivenOutMessage(opened, link, paperLinkDays));
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

/**
 * Tells one person what the other side has said on a draft and they were not told yet: each comment is claimed before the mail is
 * handed over, so that two jobs at once, or one that is tried again, tell nothing twice.
 */
async function mailComments(
	services: TaskServices,
	{ documentId, personId }: z.infer<typeof CommentsPayload>,
): Promise<void> {
	const { performer, baseUrl } = services;
	const all = await perform(performer, getCommentNews, installationActor, { documentId });
	const news = all.find(({ to }) => to.id === personId);
	if (!news) return;
	const keyOf = (comment: { readonly id: string }) => `comment ${comment.id} ${personId}`;
	const comments = await performer.inTransaction(installationActor, async ({ sentMails }) => {
		const fresh: CommentNews["comments"][number][] = [];
		for (const each of news.comments) {
			if (await sentMails.claim(keyOf(each.comment), performer.clock())) fresh.push(each);
		}
		return fresh;
	});
	if (comments.length === 0) return;
	try {
		await sendMail(services, "comments", commentsMessage({ ...news, comments }, baseUrl));
	} catch (error) {
		await performer.inTransaction(installationActor, async ({ sentMails }) => {
			for (const { comment } of comments) await sentMails.release(keyOf(comment));
		});
		throw error;
	}
}

/** Sends a mail of a key once, however often its job is done: also where the job that asked for it is tried again. */
async function sendOnce(services: TaskServices, key: string, about: string, message: MailMessage): Promise<void> {
	const { clock, inTransaction } = services.performer;
	const isFirst = await inTransaction(installationActor, ({ sentMails }) => sentMails.claim(key, clock()));
	if (!isFirst) return;
	try {
		await sendMail(services, about, message);
	} catch (error) {
		await inTransaction(installationActor, ({ sentMails }) => sentMails.release(key));
		throw error;
	}
}

/**
 * Sends one mail about due dates, never twice: it is claimed before it is handed over, and a job that is tried again finds the claim. A
 * mail server that refused and may take it later gives the claim back.
 */
async function mailDueDates(services: TaskServices, notice: z.infer<typeof DuePayload>): Promise<void> {
	const { performer, baseUrl } = services;
	const { day, ...only } = notice;
	const [due] = await perform(performer, listDueNotices, installationActor, { day, only });
	// What was done since the day began asks no more.
	if (!due) return;
	const { claimed } = await perform(performer, claimDueNotice, installationActor, notice);
	if (!claimed) return;
	try {
		await sendMail(services, "due dates", dueNoticeMessage(due, day, baseUrl));
	} catch (error) {
		await perform(performer, settleDueNotice, installationActor, { ...notice, state: "failed" });
		throw error;
	}
	await perform(performer, settleDueNotice, installationActor, { ...notice, state: "sent" });
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
