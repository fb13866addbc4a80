import type { CheckResult } from "../document/checks/check-result.ts";
import type { Fact } from "../workflow/fact-kinds.ts";

/** A test of the State that the program runs and prints (SIP-106): passed when nothing of its rules is open. */
type ReviewTest = {
	readonly id: string;
	readonly label: string;
	readonly source: string;
	readonly open: readonly CheckResult[];
};

/** Everything of a plan's review that this person may read, each list in the order in which it was made. */
export type ReviewView = {
	readonly reviews: readonly Fact<"state-review">[];
	readonly items: readonly Fact<"review-item">[];
	readonly remarks: readonly Fact<"review-remark">[];
	readonly responses: readonly Fact<"review-response">[];
	readonly negotiations: readonly Fact<"negotiation">[];
	readonly positions: readonly Fact<"negotiation-position">[];
	readonly assignments: readonly Fact<"state-assignment">[];
	readonly shares: readonly Fact<"draft-share">[];
	readonly contacts: readonly Fact<"state-contact">[];
	readonly formalActions: readonly Fact<"formal-action">[];
	readonly focusedHelp: readonly Fact<"focused-help">[];
	readonly tests: readonly ReviewTest[];
	/** The State's people who may review this plan; empty for those on the other side. */
	readonly reviewers: readonly { readonly id: string; readonly name: string }[];
	readonly mayReview: boolean;
	readonly mayRespond: boolean;
	readonly mayNegotiate: boolean;
};
