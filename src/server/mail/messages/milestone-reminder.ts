import { daysBetween, formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { MailMessage } from "../mail-message.ts";
import { oneLine, renderMail } from "./mail-text.ts";

type Reminder = {
	readonly to: string;
	readonly name: string;
	readonly day: PlainDate;
	readonly linkDays: number;
	readonly milestones: readonly {
		readonly statement: string;
		readonly planTitle: string;
		readonly dueOn: PlainDate;
		readonly link: string;
	}[];
};

/** One mail for one owner: what is late, due today and soon due, each with a link to say how it stands. */
export function milestoneReminderMessage({ to, name, day, linkDays, milestones }: Reminder): MailMessage {
	const late = milestones.filter(({ dueOn }) => dueOn < day).length;
	const open = milestones.length - late;
	const parts = [late > 0 ? `${late} late` : "", open > 0 ? `${open} due` : ""].filter(Boolean).join(", ");
	return renderMail({
		to,
		subject: `Your milestones: ${parts}`,
		blocks: [
			{ kind: "paragraph", text: `Hello ${name},` },
			{
				kind: "paragraph",
				text: `these milestones are in your care. Say with one click each how they stand: you need not sign in. Each link is for you and for one milestone, and ends after ${linkDays} days or once it was used.`,
			},
			...milestones.flatMap(({ statement, planTitle, dueOn, link }) => [
				{
					kind: "paragraph" as const,
					text: `${oneLine(statement, 300)} (${oneLine(planTitle)}). ${dueWords(dueOn, day)}`,
				},
				{ kind: "link" as const, label: "Say how it stands", url: link },
			]),
		],
	});
}

function dueWords(dueOn: PlainDate, day: PlainDate): string {
	const days = daysBetween(day, dueOn);
	if (days === 0) return "Due today.";
	if (days > 0) return `Due on ${formatDate(dueOn)}, in ${days === 1 ? "1 day" : `${days} days`}.`;
	return `It was due on ${formatDate(dueOn)}, ${days === -1 ? "1 day" : `${-days} days`} ago.`;
}
