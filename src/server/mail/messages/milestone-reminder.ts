import { daysBetween, formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { severalNames } from "../../../domain/plan/plural.ts";
import type { MailMessage } from "../mail-message.ts";
import { type MailBlock, oneLine, renderMail } from "./mail-text.ts";

type Reminder = {
	readonly to: string;
	readonly name: string;
	readonly day: PlainDate;
	readonly linkDays: number;
	readonly milestones: readonly {
		readonly statement: string;
		readonly planTitle: string;
		/** What the plan calls it. */
		readonly word: string;
		readonly dueOn: PlainDate;
		readonly link: string;
	}[];
	/** Sections of drafts that are theirs to write. */
	readonly sections?: readonly {
		readonly name: string;
		readonly planTitle: string;
		readonly dueOn: PlainDate;
		readonly link: string;
	}[];
};

/** One mail for one owner: what is late, due today and soon due, each milestone with a link to say how it stands, then their sections. */
export function milestoneReminderMessage(reminder: Reminder): MailMessage {
	const { to, name, day, milestones, sections = [] } = reminder;
	const subjects = [
		milestones.length > 0 ? `Your ${namesOf(milestones)}: ${countsOf(milestones, day)}` : "",
		sections.length > 0 ? `${milestones.length > 0 ? "your" : "Your"} sections: ${countsOf(sections, day)}` : "",
	].filter(Boolean);
	return renderMail({
		to,
		subject: subjects.join("; "),
		blocks: [
			{ kind: "paragraph", text: `Hello ${name},` },
			...(milestones.length > 0 ? milestoneBlocks(reminder) : []),
			...(sections.length > 0 ? sectionBlocks(sections, day) : []),
		],
	});
}

function namesOf(milestones: Reminder["milestones"]): string {
	return severalNames(milestones.map(({ word }) => word));
}

function countsOf(parts: readonly { readonly dueOn: PlainDate }[], day: PlainDate): string {
	const late = parts.filter(({ dueOn }) => dueOn < day).length;
	const open = parts.length - late;
	return [late > 0 ? `${late} late` : "", open > 0 ? `${open} due` : ""].filter(Boolean).join(", ");
}

function milestoneBlocks({ day, linkDays, milestones }: Reminder): readonly MailBlock[] {
	return [
		{
			kind: "paragraph",
			text: `these ${namesOf(milestones)} are in your care. Say with one click each how they stand: you need not sign in. Each link is for you and for one of them, and ends after ${linkDays} days or once it was used.`,
		},
		...milestones.flatMap(({ statement, planTitle, dueOn, link }): MailBlock[] => [
			{ kind: "paragraph", text: `${oneLine(statement, 300)} (${oneLine(planTitle)}). ${dueWords(dueOn, day)}` },
			{ kind: "link", label: "Say how it stands", url: link },
		]),
	];
}

function sectionBlocks(sections: NonNullable<Reminder["sections"]>, day: PlainDate): readonly MailBlock[] {
	return [
		{ kind: "paragraph", text: "these sections of plans are yours to write:" },
		...sections.flatMap(({ name, planTitle, dueOn, link }): MailBlock[] => [
			{ kind: "paragraph", text: `${oneLine(name, 300)} (${oneLine(planTitle)}). ${dueWords(dueOn, day)}` },
			{ kind: "link", label: "Open the section", url: link },
		]),
	];
}

function dueWords(dueOn: PlainDate, day: PlainDate): string {
	const days = daysBetween(day, dueOn);
	if (days === 0) return "Due today.";
	if (days > 0) return `Due on ${formatDate(dueOn)}, in ${days === 1 ? "1 day" : `${days} days`}.`;
	return `It was due on ${formatDate(dueOn)}, ${days === -1 ? "1 day" : `${-days} days`} ago.`;
}
