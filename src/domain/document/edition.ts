import { z } from "zod";
import { SignatoryRole } from "../approval/approval-facts.ts";
import { JurisdictionKind } from "../people/jurisdiction.ts";
import { PipRules } from "../pip/pip-rules.ts";
import { SubjectKind } from "../plan/plan-facts.ts";
import type { WorkflowPaths } from "../workflow/document-workflow.ts";
import { Check, CountedPages } from "./check-definitions.ts";
import { entryKinds } from "./entry-kinds.ts";
import { LiveBlock } from "./live-blocks.ts";
import { RuleStage } from "./stages.ts";

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)?$/, "is not an id (small letters, digits, hyphens)");
/** A year, a month or a day, as far as the source says. */
const SourceDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "is not a year, month or day");

/** What the edition calls the parts of a plan; used in headings, messages and on paper. */
export const EditionWords = z.strictObject({
	component: text,
	subject: text,
	currentPerformance: text,
	goal: text,
	strategy: text,
	rationale: text,
	milestone: text,
	timeframe: text,
	assignedTo: text,
	team: text,
});
export type EditionWords = z.infer<typeof EditionWords>;

/** One field to fill in: of the document, or of each component (`focus-area`). */
export const EditionField = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/, "is not a field id such as cover.responsibleAgency"),
	/** Fields that stand together under one heading on the form. */
	group: text.optional(),
	label: text,
	help: text,
	/** `quarter-end`: a date, printed as the quarter that it ends. `signatory`: the name of a person who signs. */
	type: z.enum(["line", "text", "date", "quarter-end", "date-range", "email", "phone", "name", "signatory"]),
	scope: z.enum(["document", "focus-area"]),
	required: z.boolean(),
	/** "None" may be said on purpose. */
	noneAllowed: z.boolean(),
	/** Only asked in components with such a subject; absent = in all. */
	onlyFor: z.array(SubjectKind).min(1).optional(),
	/** A list whose entries serve in place of the text, or beside it. */
	entries: z.enum(entryKinds).optional(),
	/** Blocks printed below the text from the facts as they stand. */
	live: z.array(LiveBlock).min(1).optional(),
	/** The number of the item in the authority's outline: `C6.3`. */
	item: text.optional(),
	/** Requirements that it serves, by the ids of statute and regulation items: `B1-15`, `1357.15(o)`. */
	cites: z.array(text).optional(),
	/** Whether a source was read for it, or it is known from elsewhere. */
	mark: z.enum(["confirmed", "known"]).optional(),
	/** "No change since the last submission" may be said on purpose. */
	noChangeAllowed: z.literal(true).optional(),
	/** Of a paper that reports on a plan: the field of the plan whose text it begins with. */
	carries: text.optional(),
	/** Kept for the program's own checks; the authority's form has no such line. */
	onPaper: z.literal(false).optional(),
	/** Typed in here (`answer`), or shown from a fact that is kept elsewhere. */
	from: z.enum(["answer", "jurisdiction-name", "plan-period", "date-submitted"]),
	/** Where the authority's text asks for it. */
	source: text,
});
export type EditionField = z.infer<typeof EditionField>;

/** An item of the authority's outline that is answered by facts, not by a text: goals, partners, what a report says of them. */
export const EditionItem = z.strictObject({
	item: text,
	label: text,
	cites: z.array(text).optional(),
	mark: z.enum(["confirmed", "known"]).optional(),
	required: z.boolean(),
	of: z.enum(["goals", "objectives", "interventions", "partners", "progress", "closings"]),
});
export type EditionItem = z.infer<typeof EditionItem>;

export const EditionSection = z.strictObject({
	id: slug,
	title: text,
	/** `progress`: what was achieved on each goal that a yearly paper carries over. */
	kind: z.enum(["cover", "narrative", "components", "progress", "team", "attachments", "assessment", "summary"]),
	/** The number of the section in the authority's outline: `C6`. */
	item: text.optional(),
	/** In plain words, what belongs here. */
	help: text,
	source: text,
	/** Of an assessment: the kinds of subjects that stand in it. */
	subjects: z.array(SubjectKind).min(1).optional(),
	/** What it must have beside its fields. */
	items: z.array(EditionItem).min(1).optional(),
	/** Printed above the places to sign. */
	aboveSignatures: text.optional(),
	/** In the order of the form. Of the fields of a component the first stands above its goals, the others below. */
	fields: z.array(EditionField),
});
export type EditionSection = z.infer<typeof EditionSection>;

/** A group of people that the authority wants to see on the team. */
export const TeamGroup = z.strictObject({
	id: slug,
	label: text,
	tier: z.enum(["core", "must-consult", "may-consult"]),
	/** Only where the jurisdiction is like this. */
	when: z
		.strictObject({
			feature: z.enum(["providesAdoptions", "youthConnectionAvailable", "tribesApplicable"]),
			is: z.boolean(),
		})
		.optional(),
	source: text,
});
export type TeamGroup = z.infer<typeof TeamGroup>;

export const SystemicFactor = z.strictObject({
	id: slug,
	label: text,
	basis: z.enum(["listed", "inferred"]),
	/** Words by which a text can be seen to speak of this factor, in small letters. */
	terms: z.array(z.string().min(3)).min(1),
});
export type SystemicFactor = z.infer<typeof SystemicFactor>;

/**
 * One requirement of the authority and what the program does about it.
 * `checked`: there are checks for it. `held`: the program is built so that it cannot be broken.
 * `not-in-this-slice`: it can be checked, the facts are not kept yet. `not-checkable`: it needs a person's judgement.
 */
export const EditionRule = z.strictObject({
	id: z.string().min(1).max(40),
	requirement: text,
	source: text,
	/** E error, Ec error when its condition holds, W warning, I information, P rule of the process. */
	severity: z.enum(["E", "Ec", "W", "I", "P"]),
	stage: RuleStage,
	coverage: z.enum(["checked", "held", "not-in-this-slice", "not-checkable"]),
	/** Why, for all that is not simply checked; for a checked rule, the part that is still left to people. */
	note: text.optional(),
});
export type EditionRule = z.infer<typeof EditionRule>;

export const EditionAttachment = z.strictObject({
	id: slug,
	label: text,
	required: z.boolean(),
	/** Belongs to one component each, where the person says to which. */
	ofComponent: z.literal(true).optional(),
	/** Comes while the plan is signed and brought before the Board, when its text is frozen. */
	withApproval: z.literal(true).optional(),
	/** The program makes it from the self-assessment that the plan names, once that is complete. */
	madeFrom: z.literal("self-assessment-summary").optional(),
	source: text,
});
export type EditionAttachment = z.infer<typeof EditionAttachment>;

/** The paper that reports on a plan in force each year, under the same edition: its own sections, checks and rules. */
export const YearlyPaper = z.strictObject({
	name: text,
	shortName: text,
	source: text,
	/** How many there are in a plan's period; absent = as many as fall due in it. */
	count: z.number().int().min(1).max(20).optional(),
	/** `coming-year`: named for the federal fiscal year that begins after it is due, not counted. */
	namedFor: z.literal("coming-year").optional(),
	/** The due-date rules of the State's calendar that its submission meets. */
	dueRules: z.array(slug).min(1).optional(),
	/** The day of the year on which it is due, `MM-DD`, where the authority has a fixed one. */
	dueDay: z
		.string()
		.regex(/^\d{2}-\d{2}$/)
		.optional(),
	sections: z.array(EditionSection).min(1),
	/** Rules that the plan's own list does not have. */
	rules: z.array(EditionRule),
	checks: z.array(Check),
	/** Papers of its own. */
	attachments: z.array(EditionAttachment).optional(),
	/** Absent where it is sent without the Board. */
	approval: z.lazy(() => EditionApproval).optional(),
});
export type YearlyPaper = z.infer<typeof YearlyPaper>;
/** Who puts their name to the document before it is sent. */
export const EditionSignatory = z.strictObject({
	role: SignatoryRole,
	label: text,
	/** The field of the form that names the person. */
	field: text.optional(),
	source: text,
});
export type EditionSignatory = z.infer<typeof EditionSignatory>;

/** What must be given before the document is sent. */
export const EditionApproval = z.strictObject({
	/** Empty where the Board alone approves. */
	signatories: z.array(EditionSignatory),
	/** Above the place to sign, in the first person. */
	statement: text.optional(),
	board: z.strictObject({
		name: text,
		/** What the Board says with its action, where it is asked for. */
		attestation: text.optional(),
		source: text,
	}),
});
export type EditionApproval = z.infer<typeof EditionApproval>;

/** Advice of the authority on the number of pages of a part. Never more than a warning (SIP-11). */
export const PageAdvice = z.strictObject({
	/** What is counted, in the order in which it is shown. */
	parts: z
		.array(
			z.strictObject({
				of: CountedPages,
				label: text,
				from: z.number().int().min(1).optional(),
				to: z.number().int().min(1),
				rule: text,
			}),
		)
		.min(1),
	/** Said with the count: what is not counted, and why it is advice only. */
	assumption: text,
});
export type PageAdvice = z.infer<typeof PageAdvice>;
/** A step of the authority's formal actions, in the order that its law gives. */
export const FormalStep = z.strictObject({
	id: slug,
	label: text,
	/** Only after one of these; empty = the first. */
	after: z.array(slug),
	/** Not before the day that this step set has come. */
	awaits: slug.optional(),
	/** The step sets a day, at least so many days ahead: to correct by, or of a hearing. */
	setsDay: z.strictObject({ label: text, minDays: z.number().int().min(0) }).optional(),
	/** To be taken within so many days of the step before; later is shown, never refused. */
	withinDays: z.number().int().min(1).optional(),
	/** Whether the source was read for this step, or the step is known from elsewhere. */
	certain: z.boolean(),
});
export type FormalStep = z.infer<typeof FormalStep>;

/** How the authority reviews what was submitted. Absent where it only accepts or returns. */
export const EditionReview = z.strictObject({
	/** Who may look at it; an open list. */
	units: z.array(text).min(1),
	unitsRule: text,
	/** Tests that the program runs and prints for the reviewer: each by the rules that its result rests on. */
	tests: z.array(z.strictObject({ id: slug, label: text, rules: z.array(text).min(1), source: text })),
	/** Questions for a person, beside the rules that the program cannot weigh. */
	questions: z.array(z.strictObject({ id: z.string().min(1).max(40), label: text, source: text })),
	/** Who negotiates beside the State and the agency's own staff. */
	association: text,
	formalActions: z.strictObject({ authority: text, rule: text, steps: z.array(FormalStep).min(1) }),
});
export type EditionReview = z.infer<typeof EditionReview>;

/** One dated edition of one authority's requirements for one kind of document, as data. */
export const Edition = z.strictObject({
	id: slug,
	framework: slug,
	authority: text,
	title: text,
	document: z.strictObject({
		kind: z.enum([
			"county-improvement-plan",
			"county-self-assessment",
			"state-five-year-plan",
			"state-improvement-plan",
			"state-quality-plan",
			"statewide-assessment",
		]),
		name: text,
		shortName: text,
	}),
	jurisdictions: z.strictObject({
		kinds: z.array(JurisdictionKind).min(1),
		/** The only places the edition is for; empty = every place of those kinds. */
		places: z.array(z.strictObject({ code: z.string(), name: z.string() })),
		/** Codes that begin so belong to a practice installation and are let through. */
		practicePrefix: z.string(),
	}),
	inUse: z.strictObject({ from: SourceDate, to: SourceDate.nullable(), certain: z.boolean() }),
	/** Null where the authority sets it case by case. */
	termMonths: z.number().int().min(1).max(120).nullable(),
	/** From which day the yearly papers are counted. */
	dueBasis: z.enum(["acceptance", "period-start", "period-end", "fixed-date", "not-stated"]),
	/** The plan of each period is born from the one before it, with what it takes over marked. */
	renewed: z.literal(true).optional(),
	/** The due-date rules of the State's calendar that its submission meets. */
	dueRules: z.array(slug).min(1).optional(),
	indicatorVintages: z.array(slug),
	systemicFactors: z.array(SystemicFactor),
	/** `full`: all requirements are here. `slice`: the part that works today. `outline`: enough to hold a plan, no checks. */
	completeness: z.enum(["full", "slice", "outline"]),
	words: EditionWords,
	sections: z.array(EditionSection).min(1),
	teamGroups: z.array(TeamGroup),
	attachments: z.array(EditionAttachment),
	yearlyPaper: YearlyPaper.optional(),
	/** The report at the end of the plan's period, after the last yearly paper. */
	finalPaper: YearlyPaper.optional(),
	/** Absent where the directors of the agency submit on their own. */
	approval: EditionApproval.optional(),
	pageAdvice: PageAdvice.optional(),
	review: EditionReview.optional(),
	/** What a Program Improvement Plan asks beyond the sections of its paper: clocks, measurement, reports, areas. */
	improvement: PipRules.optional(),
	/** `recorded`: the authority has nobody signed in; the agency's director records its answer with the day and the letter. */
	answer: z.literal("recorded").optional(),
	rules: z.array(EditionRule),
	checks: z.array(Check),
	/** Where the authority's own text contradicts itself or is silent, and what the program does. */
	inconsistencies: z.array(z.strictObject({ matter: text, source: text, handling: text })),
	sources: z.array(z.strictObject({ label: text, reached: text })).min(1),
});
export type Edition = z.infer<typeof Edition>;

/** All fields in the order of the form. */
export function fieldsOf(edition: Edition): readonly EditionField[] {
	return edition.sections.flatMap((section) => section.fields);
}

export function findField(edition: Edition, id: string): EditionField | undefined {
	return fieldsOf(edition).find((field) => field.id === id);
}

/** The field; throws a `RangeError` when the edition has no such field. */
export function getField(edition: Edition, id: string): EditionField {
	const field = findField(edition, id);
	if (!field) throw new RangeError(`Edition ${edition.id} has no field "${id}".`);
	return field;
}

/** Is the field asked in a component on such a subject? */
export function isAskedFor(field: EditionField, subject: SubjectKind): boolean {
	return field.scope === "focus-area" && (field.onlyFor?.includes(subject) ?? true);
}

/**
 * Requirements that the program does not check yet (`not-in-this-slice`), cannot check (`not-checkable`), or checks only in
 * part (`checked`, with a note of what is left): a person must look at them.
 */
export function rulesLeftToPeople(edition: Edition): readonly EditionRule[] {
	return edition.rules.filter((rule) => rule.coverage !== "held" && rule.note !== undefined);
}

/** The way of a document of this edition: who approves it before it is sent, and how the authority answers. */
export function pathsOf(edition: Edition): WorkflowPaths {
	return {
		approval: edition.approval ? "board" : "agency",
		review: edition.answer === "recorded" ? "recorded" : edition.review ? "full" : "short",
	};
}
