import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Edition, EditionField } from "../../../domain/document/edition.ts";
import { readDays, readTimeframe } from "../../../domain/word/milestone-words.ts";
import {
	type Confidence,
	componentFields,
	documentFields,
	type RecognisedLine,
	type RecognisedPlan,
} from "../../../domain/word/old-plan.ts";
import { notYetWritten } from "../../plan/field-blocks.ts";
import { textOfLines } from "../read/text-of-lines.ts";
import {
	paragraphsOf,
	type WordBlock,
	type WordContent,
	type WordParagraph,
	type WordRow,
	type WordTable,
} from "../read/word-content.ts";
import { createLineCollector, type LineCollector } from "./line-collector.ts";
import {
	bareWords,
	COMPONENT,
	GOAL,
	isMilestoneLabel,
	MILESTONE,
	matchField,
	RATIONALE,
	STRATEGY,
	THREE_NUMBERS,
	TWO_NUMBERS,
	tidyNumber,
} from "./plan-words.ts";
import { readSubject } from "./read-subject.ts";

type Reading = {
	readonly edition: Edition;
	readonly content: WordContent;
	readonly lines: LineCollector;
	readonly ofDocument: readonly EditionField[];
	readonly ofComponent: readonly EditionField[];
	/** The heading under which fields stand: `Peer Quality Case Review`. */
	group: string | undefined;
	/** Below a row that names the columns of milestones. */
	inMilestones: boolean;
	/** "Outcome/Systemic Factor:" stood alone; its name is what comes next. */
	expectsSubject: boolean;
	startsOn: PlainDate | null;
	endsOn: PlainDate | null;
	title: string;
};

/** What a Word file holds of a plan, line by line, each with how sure that is. Nothing is made of it until a person confirms it. */
export function recognisePlan(content: WordContent, edition: Edition): RecognisedPlan {
	const reading: Reading = {
		edition,
		content,
		lines: createLineCollector(),
		ofDocument: documentFields(edition),
		ofComponent: componentFields(edition),
		...{ group: undefined, inMilestones: false, expectsSubject: false, startsOn: null, endsOn: null, title: "" },
	};
	readBlocks(content.blocks, reading);
	return {
		title: reading.title.slice(0, 300),
		startsOn: reading.startsOn,
		endsOn: reading.endsOn,
		lines: reading.lines.done().map(withReadableTimeframe),
	};
}

function readBlocks(blocks: readonly WordBlock[], reading: Reading): void {
	for (const block of blocks) {
		if (block.type === "paragraph") {
			readLine(block, reading);
			continue;
		}
		reading.inMilestones = false;
		if (isUnwrittenList(block)) continue;
		for (const row of block.rows) {
			const [only] = row.cells;
			if (row.cells.length === 1 && only) readBlocks(only.blocks, reading);
			else
				readRow(
					row.cells.map(({ blocks: inside }) => textOfLines(paragraphsOf(inside))),
					reading,
				);
		}
	}
}

/** A list of our own file to edit in which nothing is written: its heads, and the row that waits. */
function isUnwrittenList({ rows: [, ...rows] }: WordTable): boolean {
	const isUnwritten = ({ cells: [, ...cells] }: WordRow) =>
		cells.length > 1 && cells.every(({ blocks }) => textOfLines(paragraphsOf(blocks)) === notYetWritten);
	return rows.length > 0 && rows.every(isUnwritten);
}

function readLine(line: WordParagraph, reading: Reading): void {
	// Label and value on one line, a tab between, are two things.
	const [head = "", ...rest] = line.text.split("\t");
	const label = head.replace(/\s+/gu, " ").trim();
	const value = rest.join(" ").trim();
	if (value !== "" && label.length <= 60) {
		if (readLabelled(label, value, reading)) return;
		reading.lines.addApart(`${label}: ${value}`);
		return;
	}
	const text = textOfLines([line]);
	if (text === "" || text === notYetWritten) return;
	if (reading.expectsSubject) {
		addComponent(text, reading);
		return;
	}
	const isHeading = reading.content.headings.has(line.style) || /title/iu.test(line.style);
	if (reading.title === "" && /title/iu.test(line.style)) {
		reading.title = text;
		return;
	}
	if (/caption/iu.test(line.style)) return;
	const bold = line.boldStart.trim() === line.text.trim();
	if (readStructure(text, reading) || readFieldLabel(text, isHeading || bold, reading)) return;
	if (isHeading || isGroup(text, reading)) {
		reading.group = text;
		reading.lines.closeText(text);
		return;
	}
	reading.lines.addText(text);
}

/** A line that stands above several fields of the edition: `County Contact Person ...`. */
function isGroup(text: string, { ofDocument }: Reading): boolean {
	const bare = bareWords(text);
	return ofDocument.some(({ group }) => group !== undefined && bareWords(group) === bare);
}

/** A component, goal, strategy, rationale or milestone that is named as such at the start of a line. */
function readStructure(text: string, reading: Reading): boolean {
	const { lines } = reading;
	const component = COMPONENT.exec(text);
	if (component && text.length - component[0].length <= 300) {
		addComponent(text.slice(component[0].length), reading);
		return true;
	}
	const goal = GOAL.exec(text);
	if (goal && lines.has("component")) {
		lines.addGoal(text.slice(goal[0].length), { confidence: "sure", why: `It is named as goal ${goal[1]}.` });
		return true;
	}
	if (
		RATIONALE.test(text) &&
		lines.has("strategy") &&
		text.length < 8000 &&
		/^(?:strategy\s+)?rationale\b/iu.test(text)
	) {
		lines.addRationale(text.replace(RATIONALE, ""));
		return true;
	}
	const strategy = STRATEGY.exec(text);
	if (strategy?.[1] !== undefined && lines.has("goal")) {
		const why = `It is named as strategy ${tidyNumber(strategy[1])}.`;
		lines.addStrategy(text.slice(strategy[0].length), { confidence: "sure", why });
		return true;
	}
	const numbered = THREE_NUMBERS.exec(text) ?? (MILESTONE.exec(text)?.[1] === undefined ? null : MILESTONE.exec(text));
	if (numbered && lines.has("strategy")) {
		const number = tidyNumber(numbered[1]);
		const why = `It has a number of three parts, ${number}.`;
		lines.addMilestone(
			{ text: text.slice(numbered[0].length), timeframe: "", assigned: "" },
			{ confidence: "likely", why },
		);
		return true;
	}
	const two = TWO_NUMBERS.exec(text);
	if (two && lines.has("goal") && text.length - two[0].length > 15) {
		const why = `It has a number of two parts, ${tidyNumber(two[1])}.`;
		lines.addStrategy(text.slice(two[0].length), { confidence: "likely", why });
		return true;
	}
	return false;
}

function addComponent(named: string, reading: Reading): void {
	reading.expectsSubject = named.trim() === "";
	if (reading.expectsSubject) return;
	const subject = readSubject(named, reading.edition);
	const why =
		subject.subjectKind === "other"
			? "No indicator or systemic factor of the edition has this name."
			: "Its name is one of the edition's.";
	reading.lines.addComponent(subject, { confidence: subject.sure ? "sure" : "likely", why });
}

/** The label of one of the edition's fields; what follows is its text. */
function readFieldLabel(text: string, isLabel: boolean, reading: Reading): boolean {
	if (text.length > 400) return false;
	const inComponent = reading.lines.has("component");
	const match =
		(inComponent ? matchField(text, reading.ofComponent) : undefined) ??
		(inComponent && !isLabel ? undefined : matchField(text, reading.ofDocument, reading.group));
	if (!match || (!isLabel && match.rest === "" && !/[:.]$/u.test(text.trim()) && text.split(" ").length < 4))
		return false;
	if (match.field.from !== "answer") {
		readFixed(match.field, match.rest, reading);
		return true;
	}
	if (match.field.type === "signatory") return true;
	reading.lines.addAnswer(
		match.field,
		match.rest,
		text,
		match.exact
			? { confidence: "sure", why: "Its heading is the edition's." }
			: { confidence: "likely", why: "Its heading is much like the edition's." },
	);
	return true;
}

/** Label and value beside each other: a line of the cover sheet, the subject of a component. */
function readLabelled(label: string, value: string, reading: Reading): boolean {
	const component = COMPONENT.exec(`${label.replace(/:?$/u, "")}: `);
	if (component) {
		addComponent(value, reading);
		return true;
	}
	const fields = reading.lines.has("component") ? [...reading.ofComponent, ...reading.ofDocument] : reading.ofDocument;
	const match = matchField(label.replace(/:$/u, ""), fields, reading.group);
	if (!match) return false;
	const { field } = match;
	if (field.from !== "answer") readFixed(field, value, reading);
	else if (field.type !== "signatory") {
		reading.lines.addAnswer(field, value, label, {
			confidence: match.exact ? "sure" : "likely",
			why: match.exact ? "Its label is the edition's." : "Its label is much like the edition's.",
		});
		reading.lines.closeText("");
	}
	return true;
}

/** What the program keeps elsewhere: the period of the plan. */
function readFixed({ from }: EditionField, value: string, reading: Reading): void {
	if (from !== "plan-period") return;
	const [startsOn, endsOn] = readDays(value);
	reading.startsOn ??= startsOn ?? null;
	reading.endsOn ??= endsOn ?? null;
}

function readRow(cells: readonly string[], reading: Reading): void {
	const { lines } = reading;
	const filled = cells.filter((text) => text !== "");
	const labels = filled.filter(isMilestoneLabel);
	const others = filled.filter((text) => !isMilestoneLabel(text));
	if (others.length === 0) {
		if (labels.length > 0) reading.inMilestones = true;
		return;
	}
	const strategy = others.find((text) => STRATEGY.test(text) && !RATIONALE_ONLY.test(text));
	if (strategy !== undefined && labels.length === 0 && lines.has("goal")) {
		readStrategyRow(strategy, others, reading);
		return;
	}
	if (others.some((text) => GOAL.test(text)) && lines.has("component")) {
		for (const text of others) readCell(text, reading, false);
		return;
	}
	if (
		lines.has("strategy") &&
		(labels.length > 0 || reading.inMilestones || others.some((text) => THREE_NUMBERS.test(text)))
	) {
		readMilestoneRow(
			cells.filter((text) => !isMilestoneLabel(text)),
			labels.length > 0,
			reading,
		);
		return;
	}
	const [first = "", ...rest] = filled;
	if (rest.length > 0 && first.length <= 200 && readLabelled(first, rest.join("\n\n"), reading)) return;
	// A row of some other table is one line of it.
	const named = filled.map((text) => readCell(text, reading, filled.length > 1));
	if (filled.length > 1 && !named.includes(true)) lines.addText(filled.join("; ").replace(/\s*\n+\s*/gu, " "));
}

const RATIONALE_ONLY = /^(?:strategy\s+)?rationale\b/iu;

/** Reads the paragraphs of a cell. Answers whether one of them was a part or a label; the others are texts, unless `namedOnly`. */
function readCell(text: string, reading: Reading, namedOnly: boolean): boolean {
	let named = false;
	for (const paragraph of text.split("\n\n")) {
		if (readStructure(paragraph, reading) || readFieldLabel(paragraph, false, reading)) named = true;
		else if (named || !namedOnly) reading.lines.addText(paragraph);
	}
	return named;
}

function readStrategyRow(strategy: string, others: readonly string[], reading: Reading): void {
	const { lines } = reading;
	const number = tidyNumber(STRATEGY.exec(strategy)?.[1]);
	lines.addStrategy(
		strategy.replace(STRATEGY, ""),
		number === ""
			? { confidence: "likely", why: "It is called a strategy, without a number." }
			: { confidence: "sure", why: `It is named as strategy ${number}.` },
	);
	const rationale = others.find((text) => RATIONALE_ONLY.test(text));
	if (rationale !== undefined) lines.addRationale(rationale.replace(RATIONALE, ""));
	lines.closeText("");
	reading.inMilestones = false;
}

function readMilestoneRow(cells: readonly string[], labelled: boolean, { lines }: Reading): void {
	const filled = cells.map((text) => text.trim());
	const at = filled.findIndex((text) => THREE_NUMBERS.test(text) || /^\d{1,2}(?:\.\d{1,2})*\.?$/u.test(text));
	const alone = at >= 0 && (filled[at] ?? "").replace(/^[\d.\s]+/u, "") === "";
	const number = at < 0 ? "" : tidyNumber(/^[\d.\s]+/u.exec(filled[at] ?? "")?.[0]);
	const rest = filled.slice(at < 0 ? 0 : at + (alone ? 1 : 0)).filter((text, index) => text !== "" || index > 0);
	const [statement = "", timeframe = "", ...assigned] = rest;
	if (statement === "") return;
	const sure = number !== "" && rest.length >= 2;
	lines.addMilestone(
		{
			text: statement.replace(THREE_NUMBERS, "").replace(MILESTONE, "").trim(),
			timeframe: timeframe.slice(0, 1000),
			assigned: assigned
				.filter((text) => text !== "")
				.join(", ")
				.replace(/\s*\n+\s*/gu, ", ")
				.slice(0, 1000),
		},
		sure
			? { confidence: "sure", why: `It has the number ${number} in a table of milestones.` }
			: {
					confidence: labelled ? "likely" : "unsure",
					why: "It stands in a table of milestones, without a number.",
				},
	);
}

/** A timeframe that is neither months nor a day is kept behind the milestone's words, so that it is not lost. */
function withReadableTimeframe(line: RecognisedLine): RecognisedLine {
	if (line.kind !== "milestone" || readTimeframe(line.timeframe, "2000-01-01" as PlainDate) !== undefined) return line;
	const unsure: Confidence = "unsure";
	return {
		...line,
		text: `${line.text} (Timeframe: ${line.timeframe.replace(/\s+/gu, " ")})`,
		timeframe: "",
		confidence: unsure,
		why: `Its timeframe "${line.timeframe.replace(/\s+/gu, " ").slice(0, 100)}" is neither months nor a day. It was put behind the milestone's words.`,
	};
}
