import type { PopulationGroup } from "../../../domain/measure/measure-facts.ts";
import type { FocusArea, Goal, MilestoneStatus } from "../../../domain/plan/plan-facts.ts";

// How the choices of the plan's facts are called, on forms and in the history.

export const milestoneStatusWords: Readonly<Record<MilestoneStatus, string>> = {
	"not-started": "Not started",
	"in-progress": "In progress",
	completed: "Completed",
	delayed: "Delayed",
	dropped: "Dropped",
};

export const goalKindWords: Readonly<Record<Goal["goalKind"], string>> = {
	numeric: "Numeric change in a measure",
	process: "Process improvement",
};

export const originWords: Readonly<Record<FocusArea["origin"], string>> = {
	"self-assessment": "Self-assessment",
	"peer-review": "Peer review",
	"agency-option": "The agency's own choice",
};

export const probationWords: Readonly<Record<FocusArea["probationConsidered"], string>> = {
	yes: "Yes, probation was considered",
	"not-applicable": "Does not apply",
	unanswered: "Not answered yet",
};

export const groupWords: Readonly<Record<PopulationGroup, string>> = {
	all: "All children",
	"child-welfare": "Child welfare",
	probation: "Probation",
};

export const participationWords: Readonly<Record<"member" | "consulted", string>> = {
	member: "Member of the team",
	consulted: "Consulted",
};

export const dispositionWords: Readonly<Record<"answered" | "deferred", string>> = {
	answered: "Answered by a component",
	deferred: "Put off, with the reason",
};
