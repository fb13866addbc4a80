/** Where a session stands: long to go, about to end, or over. */
type SessionPhase = {
	readonly phase: "quiet" | "warn" | "over";
	/** Milliseconds until the phase can change, or the words on screen must. */
	readonly lookAgainIn: number;
	/** Whole minutes that are left, rounded up. */
	readonly minutesLeft: number;
};

const minute = 60_000;

/**
 * Where the session stands. `now` is the device's time corrected by what the server said of its own, so that a clock that
 * is wrong neither warns too early nor too late. All in milliseconds.
 */
export function sessionPhase(now: number, endsAt: number, warnMinutes: number): SessionPhase {
	const left = endsAt - now;
	if (left <= 0) return { phase: "over", lookAgainIn: minute, minutesLeft: 0 };
	const untilWarning = left - warnMinutes * minute;
	if (untilWarning > 0) return { phase: "quiet", lookAgainIn: untilWarning, minutesLeft: Math.ceil(left / minute) };
	return { phase: "warn", lookAgainIn: left % minute || minute, minutesLeft: Math.ceil(left / minute) };
}
