import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { OutcomeRowProps } from "../outcomes/outcome-props.ts";
import type { YearlyPaperProps } from "../plans/yearly/yearly-papers.tsx";

export type PlanProps = {
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly jurisdiction: Fact<"jurisdiction">;
};

export type WaitingPlanProps = PlanProps & {
	readonly waitingFor: "signature" | "board" | "submission" | "revision" | "review";
	/** The step that brought it here. */
	readonly since: { readonly actorName: string; readonly at: string; readonly reason: string } | undefined;
};

export type ReviewTurnProps = PlanProps & {
	readonly questions: number;
	readonly recommendations: number;
	readonly negotiation: { readonly turn: "answer" | "begin"; readonly round: number } | null;
};

export type MyMilestoneProps = {
	readonly milestone: Fact<"milestone">;
	readonly plan: PlanProps | undefined;
	readonly word: string;
	readonly dueOn: PlainDate | undefined;
};

export type MySectionProps = {
	readonly assignment: Fact<"section-assignment">;
	readonly plan: PlanProps;
	readonly name: string;
	readonly path: string;
};

/** What the home page shows; the server's operation `get-home` gives it. */
export type HomeProps = {
	readonly waiting: readonly WaitingPlanProps[];
	readonly turns: readonly ReviewTurnProps[];
	readonly proposals: readonly (PlanProps & {
		readonly suggestions: number;
		readonly stateComments: number;
		readonly wordFiles: readonly { readonly id: string; readonly fileName: string; readonly open: number }[];
	})[];
	readonly plans: readonly PlanProps[];
	readonly milestones: readonly MyMilestoneProps[];
	readonly sections: readonly MySectionProps[];
	readonly mentions: readonly { readonly comment: Fact<"draft-comment">; readonly plan: PlanProps }[];
	readonly staleMilestones: readonly {
		readonly milestone: Fact<"milestone">;
		readonly document: Fact<"document">;
		readonly word: string;
		readonly dueOn: PlainDate;
		readonly ownerName: string;
	}[];
	readonly duePapers: readonly { readonly plan: Fact<"document">; readonly paper: YearlyPaperProps }[];
	readonly draftForms: readonly Fact<"budget-form">[];
	readonly proposedFindings: readonly Fact<"finding">[];
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	readonly outcomes: readonly OutcomeRowProps[];
	readonly mayReview: boolean;
	readonly mayWritePlans: boolean;
	readonly mayLoadFigures: boolean;
	readonly mayManagePeople: boolean;
};
