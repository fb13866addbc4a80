import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import type { Edition, EditionField } from "../document/edition.ts";
import { SubjectKind } from "../plan/plan-facts.ts";

/** How sure it is that a line of an old plan was read for what it is. */
export const Confidence = z.enum(["sure", "likely", "unsure"]);
export type Confidence = z.infer<typeof Confidence>;

const line = {
	/** Its number in the list. */
	key: z.int().min(0).max(5000),
	/** The line that it belongs to: a goal to its component, a milestone to its strategy. */
	parent: z.int().min(0).max(5000).nullable(),
	text: z.string().max(100_000),
};
const told = { confidence: Confidence, why: z.string().max(300) };

/** A text of one of the edition's fields; `field` is "" where no field could be found for it. */
const AnswerLine = z.object({
	...line,
	kind: z.literal("answer"),
	field: z.string().max(80),
	heading: z.string().max(300),
});
const ComponentLine = z.object({
	...line,
	kind: z.literal("component"),
	subjectKind: SubjectKind,
	codes: z.array(z.string().min(1).max(40)).max(5),
});
const GoalLine = z.object({ ...line, kind: z.literal("goal"), goalKind: z.enum(["process", "numeric"]) });
const StrategyLine = z.object({ ...line, kind: z.literal("strategy"), rationale: z.string().max(20_000) });
const MilestoneLine = z.object({
	...line,
	kind: z.literal("milestone"),
	timeframe: z.string().max(1000),
	assigned: z.string().max(1000),
});

/** A line of an old plan as a person has confirmed it. */
export const OldPlanLine = z.discriminatedUnion("kind", [
	AnswerLine,
	ComponentLine,
	GoalLine,
	StrategyLine,
	MilestoneLine,
]);
export type OldPlanLine = z.infer<typeof OldPlanLine>;

/** A line of an old plan as it was recognised: what it is taken for, how sure that is, and why. */
export const RecognisedLine = z.discriminatedUnion("kind", [
	AnswerLine.extend(told),
	ComponentLine.extend(told),
	GoalLine.extend(told),
	StrategyLine.extend(told),
	MilestoneLine.extend(told),
]);
export type RecognisedLine = z.infer<typeof RecognisedLine>;

export const RecognisedPlan = z.object({
	title: z.string().max(300),
	startsOn: PlainDate.nullable(),
	endsOn: PlainDate.nullable(),
	/** In the order of the paper; a line stands behind the one that it belongs to. */
	lines: z.array(RecognisedLine).max(5000),
});
export type RecognisedPlan = z.infer<typeof RecognisedPlan>;

/** The fields of a paper's own sections, as far as they stand on paper. */
export function documentFields(edition: Edition): readonly EditionField[] {
	return edition.sections
		.filter(({ kind }) => ["cover", "narrative", "summary"].includes(kind))
		.flatMap(({ fields }) => fields)
		.filter((field) => field.onPaper !== false);
}

/** The fields of each component. */
export function componentFields(edition: Edition): readonly EditionField[] {
	return edition.sections
		.filter(({ kind }) => kind === "components")
		.flatMap(({ fields }) => fields)
		.filter((field) => field.from === "answer" && field.onPaper !== false);
}
