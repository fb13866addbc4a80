import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** A goal of the State that its regions, counties and Tribes may make their own. Its words stay those of the goal. */
export const SharedGoal = z.object({
	jurisdictionId: z.uuid(),
	goalId: z.uuid(),
	/** What the State says to those who may adopt it. */
	note: z.string().max(2000),
});
export type SharedGoal = z.infer<typeof SharedGoal>;

/** A place makes a goal of the State its own, with a target of its own for one objective (INT-10). */
export const GoalAdoption = z.object({
	jurisdictionId: z.uuid(),
	sharedGoalId: z.uuid(),
	/** Of the State's goal; null where the goal has no objective. */
	objectiveId: z.uuid().nullable(),
	/** Where the place started: its newest figure on the day of adoption, with both parts where they are known (INT-11). */
	baselineNumerator: z.number().min(0).nullable(),
	baselineDenominator: z.number().min(0).nullable(),
	baselineValue: z.number().nullable(),
	baselinePeriodEnd: PlainDate.nullable(),
	/** In the unit of the State's measure. */
	target: z.number().nullable(),
	by: PlainDate.nullable(),
	/** Why another target than the State's, or what the place will do. */
	note: z.string().max(2000),
});
export type GoalAdoption = z.infer<typeof GoalAdoption>;
