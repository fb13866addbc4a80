/** A mail to one person, ready to send: a plain text and the same in simple HTML. */
export type MailMessage = {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** An event for the reader's calendar (iCalendar), as a file with the mail. */
	readonly calendar?: string;
};
