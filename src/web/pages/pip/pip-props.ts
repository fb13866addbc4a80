import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { PipPhase } from "../../../domain/pip/pip-clock.ts";
import type { ClockEventKind, PipRules, PipType } from "../../../domain/pip/pip-rules.ts";
import type { PipView } from "../../../domain/pip/pip-view.ts";
import type { RenegotiablePart } from "../../../domain/pip/renegotiation.ts";
import type { PlaceToAdd } from "../../../domain/pip/whole-parts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { PlanContext } from "../plans/plan-context.ts";

/** A Program Improvement Plan with everything that is worked out of it. */
export type PipProps = {
	readonly plan: PlanContext;
	readonly rules: PipRules;
	readonly determination: Fact<"determination"> | null;
	readonly terms: Fact<"plan-terms"> | null;
	readonly events: readonly Fact<"clock-event">[];
	readonly openEvents: readonly ClockEventKind[];
	readonly goals: readonly PipGoalProps[];
	readonly ratios: readonly Fact<"monthly-ratio">[];
	readonly parts: readonly RenegotiablePart[];
	readonly places: readonly PlaceToAdd[];
	readonly unmeasured: readonly string[];
	readonly view: PipView;
	/** The person may write what goes beside the plan's text. */
	readonly mayWrite: boolean;
};

export type PipGoalProps = {
	readonly id: string;
	readonly number: string;
	readonly statement: string;
	readonly codes: readonly string[];
	readonly addressVersion: number;
};

/** A PIP in the list. */
export type PipRowProps = {
	readonly document: Fact<"document">;
	readonly place: string;
	readonly pipType: PipType;
	readonly phase: PipPhase;
	readonly dueOn: PlainDate | null;
	readonly approvedOn: PlainDate | null;
	readonly lateSteps: number;
};
