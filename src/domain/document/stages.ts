import { z } from "zod";

/** The steps of a document's way at which requirements bite, in order. */
export const CheckStage = z.enum([
	"drafting",
	"before-board",
	"submission",
	// What a yearly paper is asked before it is frozen for its Board.
	"annual-update",
	"approval",
	"state-review",
]);
export type CheckStage = z.infer<typeof CheckStage>;

/** When a requirement holds: at one stage and all later ones, or always. */
export const RuleStage = z.enum([...CheckStage.options, "always"]);
export type RuleStage = z.infer<typeof RuleStage>;

export const stageLabels: Readonly<Record<RuleStage, string>> = {
	drafting: "While drafting",
	"before-board": "Before the Board",
	submission: "For submission",
	approval: "With the signatures and the Board",
	"state-review": "At the State's review",
	"annual-update": "At the annual update",
	always: "Always",
};

/** Does a requirement of this stage count for a document that is on its way to that stage? */
export function appliesAt(stage: RuleStage, at: CheckStage): boolean {
	return stage === "always" || CheckStage.options.indexOf(stage) <= CheckStage.options.indexOf(at);
}
