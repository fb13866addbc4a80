import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { PlanTimes } from "../data/plan-times.ts";
import type { Rosters } from "../people/roster.ts";
import type { PlanDraft } from "./plan-draft.ts";

/** What every session of a plan's writing knows. */
export type PlanStory = {
	readonly times: PlanTimes;
	readonly draft: PlanDraft;
	readonly today: PlainDate;
	readonly rosters: Rosters;
	readonly startsOn: PlainDate;
	/** The quarter whose figures the plan uses; set when the cover sheet is written. */
	quarter?: PlainDate;
};
