import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { MilestoneStanding } from "../../../domain/plan/milestone-standing.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { Tone } from "../parts/status-tag.tsx";

export type TimelineRowProps = {
	readonly milestone: Fact<"milestone">;
	readonly number: string;
	readonly component: number;
	readonly dueOn: PlainDate | null;
	readonly standing: MilestoneStanding;
	readonly stale: boolean;
	readonly owner: string;
	readonly supervisor: string;
	readonly openedOn: PlainDate | null;
};

/** Green for done, red for late or dropped, blue for what is under way; the words beside it say the same. */
export function toneOf({ standing, milestone }: Pick<TimelineRowProps, "standing" | "milestone">): Tone {
	if (milestone.status === "completed") return "good";
	if (milestone.status === "dropped") return "quiet";
	if (standing === "late" || milestone.status === "delayed") return "bad";
	return standing === "due-soon" || standing === "due-today" ? "waiting" : "quiet";
}
