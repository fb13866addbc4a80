import { addDays, addMonths, daysBetween, type PlainDate } from "../calendar/plain-date.ts";
import type { ClockEventKind, PipClockRules } from "./pip-rules.ts";

/** Something that starts, stops, resumes or ends one of the clocks of a PIP. */
export type ClockEvent = {
	readonly kind: ClockEventKind;
	readonly on: PlainDate;
	/** Why: asked for wherever a clock stops, resumes or gets more time. */
	readonly reason: string;
	/** Months granted, of an extension. */
	readonly months: number | null;
};

/** Where a PIP stands between the notice and its completion. */
export type PipPhase =
	| "not-started"
	| "writing"
	| "with-authority"
	| "revising"
	| "in-force"
	| "measuring"
	| "completed";

export const phaseLabels: Readonly<Record<PipPhase, string>> = {
	"not-started": "No notice received yet",
	writing: "Being written",
	"with-authority": "With the federal agency",
	revising: "Being revised after non-approval",
	"in-force": "In force",
	measuring: "Implementation has ended; measured only",
	completed: "Completed",
};

/** Days on which a clock stood still, and why. `to` is null while it stands. */
export type ClockStop = { readonly from: PlainDate; readonly to: PlainDate | null; readonly reason: string };

/** One clock: what it counts from, how much it allows, how long it stood still, and the day that comes of it. */
export type Clock = {
	readonly id: "submission" | "resubmission";
	readonly from: PlainDate;
	readonly days: number;
	/** Days added for documentation filed (title IV-E). */
	readonly addedDays: number;
	readonly stops: readonly ClockStop[];
	/** The day on which what was due was done. */
	readonly doneOn: PlainDate | null;
};

export type ClockState = {
	readonly phase: PipPhase;
	/** Every clock that has run, oldest first. */
	readonly clocks: readonly Clock[];
	readonly noticeOn: PlainDate | null;
	readonly submittedOn: PlainDate | null;
	readonly resubmittedOn: PlainDate | null;
	readonly approvedOn: PlainDate | null;
	readonly extensionAskedOn: PlainDate | null;
	readonly extensionMonths: number;
	readonly implementationEndedOn: PlainDate | null;
	readonly completedOn: PlainDate | null;
	readonly lastOn: PlainDate | null;
};

export const clockAtRest: ClockState = {
	phase: "not-started",
	clocks: [],
	noticeOn: null,
	submittedOn: null,
	resubmittedOn: null,
	approvedOn: null,
	extensionAskedOn: null,
	extensionMonths: 0,
	implementationEndedOn: null,
	completedOn: null,
	lastOn: null,
};

export type ClockResult =
	| { readonly ok: true; readonly state: ClockState }
	| { readonly ok: false; readonly refusal: string };

/** In which phases each event can come. The one table of the clock: pages, operations and checks ask it. */
const phasesOf: Readonly<Record<ClockEventKind, readonly PipPhase[]>> = {
	"notice-received": ["not-started"],
	"documentation-filed": ["writing"],
	submitted: ["not-started", "writing", "revising"],
	"not-approved": ["with-authority"],
	approved: ["with-authority"],
	stopped: ["writing", "revising"],
	resumed: ["writing", "revising"],
	"extension-asked": ["in-force"],
	"extension-granted": ["in-force"],
	"implementation-ended": ["in-force"],
	completed: ["in-force", "measuring"],
};

const needsReason: readonly ClockEventKind[] = [
	"stopped",
	"resumed",
	"not-approved",
	"extension-asked",
	"extension-granted",
];

export const clockEventLabels: Readonly<Record<ClockEventKind, string>> = {
	"notice-received": "Notice received",
	"documentation-filed": "Additional documentation filed",
	submitted: "PIP submitted",
	"not-approved": "Notice received that the PIP is not approved",
	approved: "PIP approved",
	stopped: "Clock stopped",
	resumed: "Clock resumed",
	"extension-asked": "Extension asked for",
	"extension-granted": "Extension granted",
	"implementation-ended": "Implementation ended",
	completed: "PIP completed",
};

/** The events that can come now, in the order of the table. */
export function eventsOpenTo(state: ClockState, rules: PipClockRules): readonly ClockEventKind[] {
	return (Object.keys(phasesOf) as ClockEventKind[]).filter(
		(kind) => phasesOf[kind].includes(state.phase) && refusalOf(state, kind, rules) === undefined,
	);
}

/**
 * One step of the clock. The days of an event are counted from the next day on: 90 days from January 15 end on April 15
 * (45 CFR 1355.35). A refusal says what is wrong and what can be done.
 */
export function stepClock(state: ClockState, event: ClockEvent, rules: PipClockRules): ClockResult {
	const refuse = (refusal: string): ClockResult => ({ ok: false, refusal });
	const label = clockEventLabels[event.kind];
	if (!phasesOf[event.kind].includes(state.phase)) {
		const open = eventsOpenTo(state, rules).map((kind) => `"${clockEventLabels[kind]}"`);
		return refuse(
			`"${label}" cannot come while the PIP is in this phase: ${phaseLabels[state.phase].toLowerCase()}. ${open.length > 0 ? `What can come now: ${open.join(", ")}.` : "Nothing more can come."}`,
		);
	}
	if (state.lastOn && event.on < state.lastOn) {
		return refuse(
			`"${label}" on ${event.on} lies before what was recorded last, on ${state.lastOn}. Give that day or a later one.`,
		);
	}
	if (needsReason.includes(event.kind) && event.reason.trim() === "") {
		return refuse(`"${label}" needs a reason: it moves a day that others rely on.`);
	}
	const refusal = refusalOf(state, event.kind, rules);
	if (refusal) return refuse(refusal);
	if (event.kind === "extension-granted") {
		const limit = rules.extension?.maxMonths ?? 0;
		if (event.months === null || event.months < 1) {
			return refuse("Say how many months were granted, for example 6.");
		}
		if (state.extensionMonths + event.months > limit) {
			return refuse(
				`An extension is at most ${limit} months in all; ${state.extensionMonths} were granted before. Give fewer months.`,
			);
		}
	}
	return { ok: true, state: { ...advance(state, event, rules), lastOn: event.on } };
}

/** Why an event that fits the phase cannot come all the same; undefined when it can. */
function refusalOf(state: ClockState, kind: ClockEventKind, rules: PipClockRules): string | undefined {
	const running = state.clocks.at(-1);
	const stopped = running?.stops.at(-1)?.to === null;
	if (kind === "stopped" && (stopped || !running)) {
		return stopped ? "The clock stands already. Record when it resumes first." : "No clock is running.";
	}
	if (kind === "resumed" && !stopped) return "The clock is running. It can only be resumed after it was stopped.";
	if (kind === "documentation-filed" && rules.documentationDays === 0) {
		return "Filing documentation gives no more time under this kind of PIP.";
	}
	if (kind === "submitted" && state.phase === "not-started" && rules.submitDays !== null) {
		return "Record the day on which the notice was received first: the 90 days are counted from it.";
	}
	if (kind === "extension-asked" && !rules.extension) return "This kind of PIP knows no extension.";
	if (kind === "extension-granted" && state.extensionAskedOn === null) {
		return "Record first on which day the extension was asked for.";
	}
	return undefined;
}

function advance(state: ClockState, event: ClockEvent, rules: PipClockRules): ClockState {
	const { on } = event;
	switch (event.kind) {
		case "notice-received":
			return { ...start(state, "submission", on, rules.submitDays ?? 0), noticeOn: on, phase: "writing" };
		case "documentation-filed":
			return changeRunning(state, (clock) => ({ ...clock, addedDays: rules.documentationDays }));
		case "submitted": {
			const again = state.submittedOn !== null;
			const done = changeRunning(state, (clock) => ({ ...clock, stops: endStop(clock.stops, on), doneOn: on }));
			return {
				...done,
				submittedOn: again ? state.submittedOn : on,
				resubmittedOn: again ? on : null,
				phase: rules.approval ? "with-authority" : "in-force",
				approvedOn: rules.approval ? null : on,
			};
		}
		case "not-approved":
			return { ...start(state, "resubmission", on, rules.resubmitDays), phase: "revising" };
		case "approved":
			return { ...state, approvedOn: on, phase: "in-force" };
		case "stopped":
			return changeRunning(state, (clock) => ({
				...clock,
				stops: [...clock.stops, { from: on, to: null, reason: event.reason }],
			}));
		case "resumed":
			return changeRunning(state, (clock) => ({ ...clock, stops: endStop(clock.stops, on) }));
		case "extension-asked":
			return { ...state, extensionAskedOn: on };
		case "extension-granted":
			return { ...state, extensionMonths: state.extensionMonths + (event.months ?? 0) };
		case "implementation-ended":
			return { ...state, implementationEndedOn: on, phase: "measuring" };
		case "completed":
			return { ...state, completedOn: on, phase: "completed" };
	}
}

function start(state: ClockState, id: Clock["id"], from: PlainDate, days: number): ClockState {
	return { ...state, clocks: [...state.clocks, { id, from, days, addedDays: 0, stops: [], doneOn: null }] };
}

function changeRunning(state: ClockState, change: (clock: Clock) => Clock): ClockState {
	const running = state.clocks.at(-1);
	return running ? { ...state, clocks: [...state.clocks.slice(0, -1), change(running)] } : state;
}

function endStop(stops: readonly ClockStop[], on: PlainDate): readonly ClockStop[] {
	return stops.map((stop) => (stop.to === null ? { ...stop, to: on } : stop));
}

/** All events, in the order of their days (and, on one day, as given), folded. Throws a `RangeError` for one that cannot come. */
export function runClock(events: readonly ClockEvent[], rules: PipClockRules): ClockState {
	return inOrderOfDays(events).reduce<ClockState>((state, event) => {
		const result = stepClock(state, event, rules);
		if (!result.ok) throw new RangeError(result.refusal);
		return result.state;
	}, clockAtRest);
}

/** Sorted by day; events of one day keep their order. */
export function inOrderOfDays<T extends { readonly on: PlainDate }>(events: readonly T[]): readonly T[] {
	return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Whole days on which a clock stood still, up to a day for a stop that has not ended. */
export function stoppedDays(clock: Clock, today: PlainDate): number {
	return clock.stops.reduce((sum, stop) => {
		const end = stop.to ?? (today > stop.from ? today : stop.from);
		return sum + daysBetween(stop.from, end);
	}, 0);
}

/** The day that a clock comes to: its days, what documentation added, and each day that it stood still. */
export function dueDay(clock: Clock, today: PlainDate): PlainDate {
	return addDays(clock.from, clock.days + clock.addedDays + stoppedDays(clock, today));
}

/** Is the clock standing still now? */
export function isStopped(clock: Clock): boolean {
	return clock.stops.at(-1)?.to === null;
}

/** The limits of a PIP in force, each worked out from its approval. Null where there is none. */
export type PipLimits = {
	/** The last day of implementation: at most two years, with what was granted beyond. */
	readonly endBy: PlainDate | null;
	/** Without any extension. */
	readonly plainEnd: PlainDate | null;
	/** The day that no extension can pass. */
	readonly absolute: PlainDate | null;
	/** By when a request for an extension must be received. */
	readonly askBy: PlainDate | null;
	/** An extension was asked for after that day. */
	readonly askedLate: boolean;
};

export function limitsOf(state: ClockState, rules: PipClockRules): PipLimits {
	const none: PipLimits = { endBy: null, plainEnd: null, absolute: null, askBy: null, askedLate: false };
	const { approvedOn, extensionMonths, extensionAskedOn } = state;
	if (!approvedOn || rules.limitMonths === null) return none;
	const plainEnd = addMonths(approvedOn, rules.limitMonths);
	const absolute = rules.absoluteMonths === null ? null : addMonths(approvedOn, rules.absoluteMonths);
	const extended = addMonths(approvedOn, rules.limitMonths + extensionMonths);
	const askDays = rules.extension?.askAheadDays ?? null;
	const askBy = askDays === null ? null : addDays(plainEnd, -askDays);
	return {
		endBy: absolute && extended > absolute ? absolute : extended,
		...{ plainEnd, absolute, askBy },
		askedLate: askBy !== null && extensionAskedOn !== null && extensionAskedOn > askBy,
	};
}
