import type { Fact } from "../workflow/fact-kinds.ts";
import { EngagementStage, LivedExperience } from "./voice-facts.ts";

/** Who was heard at one stage, and what became of it. */
export type StageRecord = {
	readonly stage: EngagementStage;
	readonly heard: number;
	/** People and groups of lived experience that were heard at it. */
	readonly groups: readonly LivedExperience[];
	/** Of those heard: how many were offered something for it, whether they took it or not. */
	readonly offered: number;
	/** How many changed something in the plan. */
	readonly changed: number;
	readonly open: number;
};

export type EngagementRecord = {
	readonly stages: readonly StageRecord[];
	/** Entries without a stage: they count for none. */
	readonly withoutStage: number;
	/** Stages at which nobody with lived experience was heard. */
	readonly stagesUnheard: readonly EngagementStage[];
	/** Groups of lived experience of whom nobody was heard at any stage. */
	readonly groupsUnheard: readonly LivedExperience[];
	readonly withdrawn: number;
};

/** The groups that are to be heard: those who speak for others are no such group. */
export const livedGroups = LivedExperience.options.filter((group) => group !== "none");

/** People with lived experience by stage of the cycle, and where nobody was heard. */
export function engagementRecord(inputs: readonly Fact<"partner-input">[]): EngagementRecord {
	const stages = EngagementStage.options.map((stage): StageRecord => {
		const here = inputs.filter((each) => each.stage === stage);
		return {
			stage,
			heard: here.length,
			groups: livedGroups.filter((group) => here.some(({ experience }) => experience === group)),
			offered: here.filter(({ compensation }) => ["offered", "declined", "paid"].includes(compensation)).length,
			changed: here.filter(({ effect }) => effect === "changed").length,
			open: here.filter(({ effect }) => effect === "open").length,
		};
	});
	return {
		stages,
		withoutStage: inputs.filter(({ stage }) => stage === null).length,
		stagesUnheard: stages.filter(({ groups }) => groups.length === 0).map(({ stage }) => stage),
		groupsUnheard: livedGroups.filter((group) => !stages.some(({ groups }) => groups.includes(group))),
		withdrawn: inputs.filter(({ withdrawnOn }) => withdrawnOn !== null).length,
	};
}
