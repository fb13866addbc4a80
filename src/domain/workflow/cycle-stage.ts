import { z } from "zod";

/** Where a county is in its cycle, from the plans that the asker may see. */
export const CycleStage = z.enum([
	"no-plan",
	"drafting",
	"ready",
	"board-approved",
	"submitted",
	"under-review",
	"recommendations-made",
	"in-negotiation",
	"assigned-by-state",
	"returned",
	"in-force",
	"ended",
]);
export type CycleStage = z.infer<typeof CycleStage>;
