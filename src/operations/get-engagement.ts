import { z } from "zod";
import { asAgreed } from "../domain/engagement/consent.ts";
import { type EngagementRecord, engagementRecord } from "../domain/engagement/engagement-record.ts";
import { EngagementStage, LivedExperience } from "../domain/engagement/voice-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type EngagementView = {
	readonly record: EngagementRecord;
	/** As agreed, whoever asks. */
	readonly voices: readonly Fact<"partner-input">[];
};

/** Who was heard at each stage of a plan, with the gaps; names and words as they agreed. */
export const getEngagement = defineOperation({
	name: "get-engagement",
	title: "Get who was heard at each stage",
	http: { method: "get", path: "/plans/{documentId}/engagement" },
	input: z.object({ documentId: z.uuid() }),
	output: z
		.object({
			record: z.object({
				stages: z.array(
					z.object({
						stage: EngagementStage,
						heard: z.int(),
						groups: z.array(LivedExperience),
						offered: z.int().describe("How many were offered something for taking part, whether they took it or not."),
						changed: z.int(),
						open: z.int(),
					}),
				),
				withoutStage: z.int(),
				stagesUnheard: z.array(EngagementStage).describe("Stages at which nobody with lived experience was heard."),
				groupsUnheard: z.array(LivedExperience),
				withdrawn: z.int(),
			}),
			voices: z.array(factOutputs["partner-input"]),
		})
		.meta({ id: "EngagementRecord", description: "Names and words stand there only where there is consent." }),
	async run(context, { documentId }): Promise<EngagementView> {
		const document = await getDocument(context, documentId);
		const inputs = await context.stores.facts.list("partner-input", { documentId: document.id });
		return { record: engagementRecord(inputs), voices: inputs.map(asAgreed) };
	},
});
