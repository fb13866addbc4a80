import type { PlainDate } from "../../calendar/plain-date.ts";
import type { IndicatorCatalogue } from "../../measure/indicator.ts";
import type { PlanGraph } from "../../plan/plan-graph.ts";
import type { FactKind } from "../../workflow/fact-kinds.ts";
import type { Check, CheckKind, CheckOf, CheckSeverity, CountedPages } from "../check-definitions.ts";
import type { Edition } from "../edition.ts";
import type { CheckStage, RuleStage } from "../stages.ts";
import type { MessageWords } from "./message-words.ts";

/**
 * Where to mend something: a fact and a field of it. Fields of the form are named by their id in the edition and belong to
 * the document or the focus area; other fields by their name in the fact's schema. What is still missing is named on its
 * parent: `components` and `team.<group>` on the document, `goals` on the focus area, `objectives` and `strategies` on the
 * goal, `milestones` on the strategy, `baseline.*` and `target.*` on the objective, `answer` on the finding.
 */
export type Place = {
	readonly kind: FactKind;
	readonly id: string;
	readonly field: string;
	/** In words, for the link: "Milestone 1.1.2: Timeframe". */
	readonly label: string;
	/** Of a rule that speaks of several subjects at one place: which, as the outcome indicator `3E`. */
	readonly subject?: string;
};

/** One thing that a check has to say. */
export type CheckResult = {
	readonly ruleId: string;
	readonly severity: CheckSeverity;
	readonly stage: RuleStage;
	readonly message: string;
	readonly place: Place;
	/** Set aside by somebody who may; `by` is known when the context says who gave the waiver. */
	readonly waived?: { readonly waiverId: string; readonly reason: string; readonly by?: string };
};

export type CheckContext = {
	readonly today: PlainDate;
	/** The step that the document is on its way to. Requirements of later steps are not asked yet. */
	readonly stage: CheckStage;
	/** The checksum of what a signature is put to, as it stands (`signed-text.ts`). */
	readonly planSha256: string;
	/** The checksum of all that people wrote (`screened-text.ts`); absent where nobody asks for it. */
	readonly textSha256?: string | undefined;
	/** The pages as counted last; absent while nobody has counted them. */
	readonly pages?: Readonly<Record<CountedPages, number>> | undefined;
	/** Looks an indicator up by its code or another name for it, in one vintage of a catalogue. */
	readonly findIndicator: IndicatorCatalogue["findIndicator"];
	/** Names of those who gave the waivers, by waiver id. */
	readonly waiverGivers?: ReadonlyMap<string, string>;
};

/** What a check found: the place, and the words for its message. */
export type Hit = { readonly place: Place; readonly words: Readonly<Record<string, string>> };

export type CheckInput<K extends CheckKind> = {
	readonly check: CheckOf<K>;
	readonly graph: PlanGraph;
	readonly edition: Edition;
	readonly context: CheckContext;
	/** Runs another check of the edition. */
	readonly run: (check: Check) => readonly Hit[];
};

export type CheckFunction<K extends CheckKind> = (
	input: CheckInput<K>,
) => readonly { readonly place: Place; readonly words: MessageWords<K> }[];
