import type { EditionField } from "../../../domain/document/edition.ts";
import type { Confidence, RecognisedLine } from "../../../domain/word/old-plan.ts";
import type { ReadSubject } from "./read-subject.ts";

type Level = "component" | "goal" | "strategy";
type Told = { readonly confidence: Confidence; readonly why: string };

/** Puts recognised lines together: which belongs to which, and which text continues which. */
export type LineCollector = {
	/** A part of this kind is open, so that what belongs to it can follow. */
	has(level: Level): boolean;
	addComponent(subject: ReadSubject, told: Told): void;
	addGoal(text: string, told: Told): void;
	addStrategy(text: string, told: Told): void;
	addRationale(text: string): void;
	addMilestone(
		milestone: { readonly text: string; readonly timeframe: string; readonly assigned: string },
		told: Told,
	): void;
	addAnswer(field: EditionField, text: string, heading: string, told: Told): void;
	/** A paragraph without a label: it continues what stands before it. */
	addText(text: string): void;
	/** A line that continues nothing: those that follow each other are one text without a place. */
	addApart(text: string): void;
	/** What follows belongs to none of the texts before it; it stands below this heading. */
	closeText(heading: string): void;
	done(): RecognisedLine[];
};

export function createLineCollector(): LineCollector {
	const lines: RecognisedLine[] = [];
	const open: Record<Level, number | undefined> = { component: undefined, goal: undefined, strategy: undefined };
	/** The line that further paragraphs continue, and whether its rationale rather than its text. */
	let target: { readonly key: number; readonly rationale: boolean } | undefined;
	let heading = "";

	type NewLine = RecognisedLine extends infer Each ? (Each extends RecognisedLine ? Omit<Each, "key"> : never) : never;

	function add(line: NewLine): number {
		const key = lines.length;
		lines.push({ ...line, key } as RecognisedLine);
		target = { key, rationale: false };
		return key;
	}

	function addUnplaced(text: string): void {
		add({
			...{ kind: "answer", parent: null, field: "", heading: heading.slice(0, 300), text },
			...{ confidence: "unsure", why: "No place of the plan could be found for it. Choose one, or leave it out." },
		});
	}

	function isBare(key: number | undefined): boolean {
		return key !== undefined && !lines.some(({ parent }) => parent === key);
	}

	return {
		has: (level) => open[level] !== undefined,
		addComponent({ label, subjectKind, codes }, told) {
			const known = open.component;
			const parts = { kind: "component" as const, parent: null, text: label, subjectKind, codes, ...told };
			// A heading and a line "Outcome/Systemic Factor" below it name one component twice.
			if (known !== undefined && isBare(known)) {
				if (subjectKind !== "other") lines[known] = { ...parts, key: known };
			} else open.component = add(parts);
			open.goal = undefined;
			open.strategy = undefined;
			target = undefined;
		},
		addGoal(text, told) {
			const goalKind = /\d\s*(?:%|percent)|\bfrom\s+[\d.]+\s+to\s+[\d.]+/iu.test(text) ? "numeric" : "process";
			open.goal = add({ kind: "goal", parent: open.component ?? null, text: text.trim(), goalKind, ...told });
			open.strategy = undefined;
		},
		addStrategy(text, told) {
			open.strategy = add({ kind: "strategy", parent: open.goal ?? null, text: text.trim(), rationale: "", ...told });
		},
		addRationale(text) {
			const key = open.strategy;
			const line = key === undefined ? undefined : lines[key];
			if (key === undefined || line?.kind !== "strategy") return;
			lines[key] = { ...line, rationale: joined(line.rationale, text) };
			target = { key, rationale: true };
		},
		addMilestone(milestone, told) {
			add({ kind: "milestone", parent: open.strategy ?? null, ...milestone, ...told });
		},
		addAnswer(field, text, label, told) {
			const parent = field.scope === "focus-area" ? (open.component ?? null) : null;
			add({ kind: "answer", parent, field: field.id, heading: label.slice(0, 300), text, ...told });
			if (field.scope === "document") for (const level of Object.keys(open) as Level[]) open[level] = undefined;
			else open.goal = open.strategy = undefined;
		},
		addApart(text) {
			const last = lines.at(-1);
			if (last?.kind === "answer" && last.field === "") lines[last.key] = { ...last, text: `${last.text}\n${text}` };
			else addUnplaced(text);
			target = undefined;
		},
		addText(text) {
			const line = target && lines[target.key];
			if (target === undefined || line === undefined) {
				addUnplaced(text);
				return;
			}
			lines[target.key] =
				target.rationale && line.kind === "strategy"
					? { ...line, rationale: joined(line.rationale, text) }
					: { ...line, text: joined(line.text, text) };
		},
		closeText(below) {
			target = undefined;
			if (below !== "") heading = below;
		},
		done: () => lines.filter((line) => line.text.trim() !== "" || lines.some(({ parent }) => parent === line.key)),
	};
}

function joined(one: string, other: string): string {
	return [one.trim(), other.trim()].filter((text) => text !== "").join("\n\n");
}
