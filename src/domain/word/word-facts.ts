import { z } from "zod";

/**
 * The texts of a plan that stand in a Word file to be edited and can be taken from it: which kind of fact, and which of its
 * fields; those of a list in the order of its columns. `timeframe` is months and day of a milestone, `assigned` the title and agency, as they are printed in one line.
 */
export const WordField = z.enum([
	"answer.value",
	"goal.statement",
	"objective.statement",
	"objective.evidenceOfCompletion",
	"strategy.statement",
	"strategy.rationale",
	"milestone.statement",
	"milestone.timeframe",
	"milestone.assigned",
	"subject-analysis.analysis",
	"baseline.value",
	"baseline.numerator",
	"baseline.denominator",
	"baseline.periodStart",
	"baseline.periodEnd",
	"baseline.source",
	"target.value",
	"target.by",
	"carried-part.standing",
	"carried-part.progress",
	"carried-part.closingReason",
	"planning-body.name",
	"planning-body.description",
	"planning-body.roles",
	"data-collection.technique",
	"data-collection.audience",
	"data-collection.responses",
	"data-collection.result",
	"data-collection.howUsed",
	"peer-review.areas",
	"peer-review.startsOn",
	"peer-review.endsOn",
	"peer-review.peerCounties",
	"peer-review.howUsed",
	"partner-input.said",
	"partner-input.effect",
	"partner-input.did",
	"assistance-request.need",
	"assistance-request.requestedFrom",
	"assistance-request.requestedOf",
	"assistance-request.status",
	"law-change.change",
	"law-change.citation",
	"law-change.reason",
	"cross-reference.label",
	"cross-reference.planKind",
	"cross-reference.locator",
	"party.name",
	"party.affiliation",
	"team-member.group",
	"team-member.participation",
	"team-member.on",
	"meeting.title",
	"meeting.heldOn",
	"meeting.place",
	"meeting.agenda",
	"meeting.decisions",
	"meeting.minutes",
	"milestone.status",
	"milestone.completedOn",
	"milestone.proof",
	"milestone.explanation",
]);
export type WordField = z.infer<typeof WordField>;

/** A Word file that was read against a plan: which file, and what in it could not be offered. Its bytes are not kept. */
export const WordFile = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	fileName: z.string().min(1).max(300),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	/** `edited`: the plan's own Word file back; `old-plan`: the paper that the plan was made from. */
	source: z.enum(["edited", "old-plan"]),
	/** What a person should know: lines without a place in the plan, comments, pictures. */
	notes: z.array(z.string().min(1).max(2000)).max(200),
});
export type WordFile = z.infer<typeof WordFile>;

/** The kinds of facts that stand as rows of a list in the file: there a row can be put in and taken out. */
const listKinds: readonly string[] = [
	"planning-body",
	"data-collection",
	"peer-review",
	"partner-input",
	"assistance-request",
	"law-change",
	"cross-reference",
	"party",
	"team-member",
	"meeting",
];

/** What a yearly paper says of the parts that it carries over stands in a table whose rows are those of the plan. */
const progressFields: readonly WordField[] = [
	"carried-part.standing",
	"milestone.status",
	"milestone.completedOn",
	"milestone.proof",
	"milestone.explanation",
];

/** Does this text stand in a cell of a list to which rows can be added? */
export function isRowField(field: WordField): boolean {
	return listKinds.includes(kindOfField(field));
}

/** Does this text stand in a cell that is known by its row and column? */
export function isListField(field: WordField): boolean {
	return isRowField(field) || progressFields.includes(field);
}

/** The kind of fact that a text belongs to: `milestone` of `milestone.timeframe`. */
export function kindOfField(field: WordField): string {
	return field.slice(0, field.indexOf("."));
}

/** The field of the fact: `timeframe` of `milestone.timeframe`. */
export function nameOfField(field: WordField): string {
	return field.slice(field.indexOf(".") + 1);
}

export const WordChange = z.enum(["text", "add-milestone", "add-strategy", "add-entry", "remove"]);
export type WordChange = z.infer<typeof WordChange>;

export const ProposalState = z.enum(["open", "taken", "left"]);
export type ProposalState = z.infer<typeof ProposalState>;

const text = z.string().max(100_000);

/** One change in an edited Word file, offered to those who write the plan. What was read is never changed. */
export const WordProposal = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	importId: z.uuid(),
	/** Its place in the file: 1, 2, 3 ... */
	position: z.int().min(1),
	change: WordChange,
	/** Of a text: which. Of a removal: the text by which the part is known. Null for what is added. */
	field: WordField.nullable(),
	/** The fact that it is about: the one that changes or goes, or the one that the new part belongs to. */
	factId: z.uuid(),
	/** The version that the file was made from; 0 where the field was empty. */
	baseVersion: z.int().min(0),
	/** Where it stands, in words, as the plan was then. */
	place: z.string().min(1).max(300),
	before: text,
	after: text,
	/** Of a new milestone or strategy: what stands beside its statement. */
	timeframe: z.string().max(1000),
	assigned: z.string().max(1000),
	rationale: z.string().max(8000),
	/** Of a new strategy: its milestones, one line each: statement, timeframe and assigned to, with tabs between. */
	milestones: z.array(z.string().max(5000)).max(60),
	/** Of a new row of a list: its cells, one line each: the field that it is for, a tab, and what stands there. */
	cells: z.array(z.string().max(20_100)).max(12).default([]),
	/** Who made the change and when, as the file says; "" where changes were not tracked. */
	author: z.string().max(300),
	changedAt: z.string().max(40),
	/** Comments that stand at the place in the file. */
	comment: text,
	state: ProposalState,
	reason: z.string().trim().max(2000),
});
export type WordProposal = z.infer<typeof WordProposal>;
