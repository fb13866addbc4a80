import type { SignatoryRole } from "../../../domain/approval/approval-facts.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { CountedPages } from "../../../domain/document/check-definitions.ts";
import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import type { Edition } from "../../../domain/document/edition.ts";
import type { Block, CommentSide } from "../../../domain/drafting/drafting-facts.ts";
import type { PlanGraph } from "../../../domain/plan/plan-graph.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { FormProblem } from "../../forms/form-problem.ts";
import type { PageFrame } from "../../shell/page-frame.ts";

/** What every page of one plan has at hand. */
export type PlanContext = {
	readonly frame: PageFrame;
	readonly graph: PlanGraph;
	readonly edition: Edition;
	readonly checks: readonly CheckResult[];
	/** The person may change the plan, and its state allows it. */
	readonly mayWrite: boolean;
	readonly mayWaive: boolean;
	/** The plan is accepted, and the person may report how its milestones stand. */
	readonly mayReport: boolean;
	/** The person reads what is known of those who were heard, and of their payment. */
	readonly mayKeepVoices: boolean;
	/** The person may record signatures on paper and the Board's action, and the plan's state asks for them. */
	readonly mayApprove: boolean;
	/** The posts in which this person signs here. */
	readonly maySignAs: readonly SignatoryRole[];
	/** The checksum of what a signature is put to. */
	readonly planSha256: string;
	/** The pages as counted last. */
	readonly pages: ShownPages | undefined;
	/** What stands beside the text; undefined for those who may not read the draft. */
	readonly drafting?: PlanDraftingProps | undefined;
	/** A form that came back: what was typed into it and why it was not saved. */
	readonly typed?: TypedForm | undefined;
	/** The key of the form that was saved by the step before. */
	readonly saved?: string | undefined;
};

export type PlanDraftingProps = {
	readonly today: PlainDate;
	readonly mayComment: boolean;
	/** For whom the person speaks: the State sees neither who writes what nor who is here. */
	readonly side: CommentSide;
	readonly assignments: readonly Fact<"section-assignment">[];
	readonly open: readonly (Block & { readonly comments: number; readonly suggestions: number })[];
};

export type ShownPages = Readonly<Record<CountedPages, number>> & {
	/** ISO time. */
	readonly countedAt: string;
	readonly current: boolean;
};

/** What was typed into one form of a page, by the names of its controls, and why it came back. */
export type TypedForm = {
	/** Which form of the page: `milestone-<id>`, `section-cover`. */
	readonly key: string;
	readonly values: Readonly<Record<string, readonly string[]>>;
	readonly problems: readonly FormProblem[];
	/** What somebody else saved meanwhile in the same fields. */
	readonly clashes?: readonly Clash[];
	/** The versions that the next save must name, by the names of their hidden inputs. */
	readonly versions?: Readonly<Record<string, number>>;
};

/** Somebody else's text in a field that this person has changed too. */
export type Clash = {
	/** The control's name. */
	readonly field: string;
	/** Their value in words. */
	readonly theirs: string;
	readonly theirName: string;
	/** ISO time. */
	readonly theirTime: string;
};

/** One form's view of what was typed: the text typed last, or the one that is kept. */
export type FormValues = {
	readonly text: (name: string, kept: string) => string;
	readonly list: (name: string, kept: readonly string[]) => readonly string[];
	readonly problem: (name: string) => string | undefined;
	readonly clash: (name: string) => Clash | undefined;
	readonly version: (name: string, kept: number) => number;
	/** The form came back. */
	readonly isBack: boolean;
};

/** The values that a form shows: those of `typed` when it is this form that came back, else the kept ones. */
export function formValues(typed: TypedForm | undefined, key: string): FormValues {
	const mine = typed?.key === key ? typed : undefined;
	return {
		text: (name, kept) => (mine ? (mine.values[name]?.[0] ?? "") : kept),
		list: (name, kept) => (mine ? (mine.values[name] ?? []) : kept),
		problem: (name) =>
			mine?.problems
				.filter((each) => each.field === name)
				.map((each) => each.message)
				.join(" ") || undefined,
		clash: (name) => mine?.clashes?.find((each) => each.field === name),
		version: (name, kept) => mine?.versions?.[name] ?? kept,
		isBack: mine !== undefined,
	};
}
