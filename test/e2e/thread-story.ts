import { addDays, addMonths, formatDate, type PlainDate, plainDate } from "../../src/domain/calendar/plain-date.ts";
import { moveQuarters, newestQuarterEnd } from "../../src/practice/calendar/quarters.ts";
import type { HandedFile } from "./thread-hand.ts";

/** One figure of a file: so many of so many. */
type Count = readonly [code: string, numerator: number, denominator: number];

/** Where the thread is walked, by whom, and what the figures do there. */
export type Story = {
	readonly county: string;
	readonly code: string;
	readonly people: Readonly<Record<"analyst" | "planner" | "director" | "state", string>>;
	/** The indicator that falls below its standard, and what makes it fall. */
	readonly falling: {
		readonly code: string;
		readonly label: string;
		readonly count: Count;
		readonly value: string;
		readonly target: string;
	};
	/** Newer figures of the indicators that were below and are not any more. */
	readonly risen: readonly Count[];
	/** What else needs improvement, and this plan leaves alone with the director's reason, as the checks list it. */
	readonly left: readonly string[];
	/** Groups of the team beyond those of every county. */
	readonly hasTribes: boolean;
};

const today = plainDate(new Date().toISOString().slice(0, 10));

/** The newest quarter that is over: no figures of it are in the practice state. */
const quarterEnd = moveQuarters(newestQuarterEnd(today), 1);
const periodStart = addMonths(addDays(quarterEnd, 1), -12);

export const days = {
	today: typed(today),
	quarterEnd: typed(quarterEnd),
	quarterEndWords: formatDate(quarterEnd),
	planStart: typed(plainDate(`${Number(today.slice(0, 4)) + 1}-07-01`)),
	targetBy: typed(plainDate(`${Number(today.slice(0, 4)) + 4}-03-31`)),
	consulted: typed(addDays(today, -30)),
	assessed: typed(addDays(today, -60)),
} as const;

/** A date as people type it. */
function typed(date: PlainDate): string {
	return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

/** The figures of the newest quarter, as a county hands them in. */
export function figureFile(story: Story): HandedFile {
	const rows = [story.falling.count, ...story.risen].map(([code, numerator, denominator]) =>
		figureRow(story, code, String(numerator), String(denominator)),
	);
	return csv("newest-quarter.csv", rows);
}

/** The same with what goes wrong in real files: a count above its total, and an indicator that does not exist. */
export function badFigureFile(story: Story): HandedFile {
	const [code, , denominator] = story.falling.count;
	const rows = [
		figureRow(story, code, String(denominator + 1), String(denominator)),
		figureRow(story, "9Z", "10", "100"),
	];
	return csv("wrong-figures.csv", rows);
}

const headings =
	"county,indicator,vintage,period start,period end,numerator,denominator,population group,source,data as of";

function figureRow(story: Story, code: string, numerator: string, denominator: string): string {
	const asOf = addDays(quarterEnd, 1);
	return [story.code, code, "ccfsr-2004", periodStart, quarterEnd, numerator, denominator, "all", "Extract", asOf].join(
		",",
	);
}

function csv(name: string, rows: readonly string[]): HandedFile {
	return { name, mimeType: "text/csv", buffer: Buffer.from(`${[headings, ...rows].join("\r\n")}\r\n`) };
}

export const texts = {
	evidence: "Foster parents said that nobody calls them back within a week.",
	evidenceSource: "Focus group of 12 foster parents",
	found: "The newest quarter is worse than the standard, and foster parents told us why.",
	performance: "The newest figure is worse than the standard; it was better in each of the four years before.",
	goal: "The county is back at the standard by the last year of this plan.",
	strategy: "Give each foster family one worker who answers within two days.",
	milestone: "Twelve resource family workers hired and trained.",
	revisedMilestone: "Twelve resource family workers hired, trained and named to 90 families.",
	reasons: "Milestone 1.1.1 does not say what the training changes for families. Please add it.",
	completed: "All twelve started on time; the list of families is kept by the unit.",
	setAside: "This outcome has a work plan of its own with the State until next spring.",
	planningBodies: "The council on children brings together 14 agencies, parents and youth; it worked on this plan.",
} as const;
