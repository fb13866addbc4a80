import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { isMailAddress } from "./mail-address.ts";
import { mailFault } from "./mail-faults.ts";
import type { MailMessage } from "./mail-message.ts";
import { MailNotSent } from "./mail-not-sent.ts";
import { writeToOutbox } from "./outbox.ts";
import { smtpSettings } from "./smtp-settings.ts";

export type MailerOptions = {
	/** `smtp://user:password@host:587` or `smtps://...`; without it mails are written to the outbox folder. */
	readonly smtpUrl?: string | undefined;
	/** Sender, for example `Throughline <no-reply@county.example>`. */
	readonly from: string;
	readonly outboxFolder: string;
	readonly clock: () => Date;
};

export interface Mailer {
	/**
	 * Sends one mail, or throws `MailNotSent` in plain words. When it returns, the mail server has taken the mail (or the
	 * file stands in the outbox); whether it reaches the person is not known.
	 */
	send(message: MailMessage): Promise<void>;
	/** Signs in to the mail server without sending. Throws `MailNotSent` when that fails. */
	check(): Promise<void>;
	/** Where mails go, for people: "mail.county.example, port 587" or "the folder /srv/throughline/outbox". */
	readonly destination: string;
	close(): void;
}

/** Sends mail through SMTP over kept connections, or writes it to a folder. Throws `SmtpUrlInvalid`. */
export function createMailer(options: MailerOptions): Mailer {
	return options.smtpUrl ? smtpMailer(options.smtpUrl, options) : outboxMailer(options);
}

function smtpMailer(smtpUrl: string, options: MailerOptions): Mailer {
	const { server, options: smtp } = smtpSettings(smtpUrl);
	const transport = createTransport(smtp);
	const orFault = async (work: () => Promise<unknown>) => {
		try {
			await work();
		} catch (error) {
			throw mailFault(error, server);
		}
	};
	return {
		destination: `${server.host}, port ${server.port}`,
		send: async (message) => {
			const envelope = mailFor(message, options);
			await orFault(() => transport.sendMail(envelope));
		},
		check: () => orFault(() => transport.verify()),
		close: () => transport.close(),
	};
}

function outboxMailer(options: MailerOptions): Mailer {
	const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
	return {
		destination: `the folder ${options.outboxFolder}`,
		send: async (message) => {
			const at = options.clock();
			const { message: source } = await composer.sendMail(mailFor(message, options));
			if (!Buffer.isBuffer(source)) throw new TypeError("The composed mail is not a buffer.");
			try {
				await writeToOutbox(options.outboxFolder, { at, id: randomUUID() }, source);
			} catch (error) {
				throw new MailNotSent(
					`The mail could not be written to the folder ${options.outboxFolder}: ${(error as Error).message}. Make room, or let the server's user write there.`,
					true,
					{ cause: error },
				);
			}
		},
		check: async () => {},
		close: () => {},
	};
}

function mailFor(message: MailMessage, options: MailerOptions) {
	if (!isMailAddress(message.to)) {
		throw new MailNotSent("The recipient is not one e-mail address. Correct the person's e-mail address.", false);
	}
	return {
		from: options.from,
		to: { name: "", address: message.to },
		subject: message.subject,
		text: message.text,
		html: message.html,
		...(message.calendar
			? { icalEvent: { filename: "meeting.ics", method: "PUBLISH", content: message.calendar } }
			: {}),
		date: options.clock(),
		// Tells vacation notices to keep quiet (RFC 3834).
		headers: { "Auto-Submitted": "auto-generated" },
		disableFileAccess: true,
		disableUrlAccess: true,
	};
}
