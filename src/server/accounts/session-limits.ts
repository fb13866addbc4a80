import type { SessionLimits } from "./accounts-options.ts";

const minute = 60_000;
const hour = 60 * minute;

/** When a session ends if nothing more happens (idle) and at the latest (absolute). */
type SessionEnds = { readonly idleExpiresAt: Date; readonly absoluteExpiresAt: Date };

/** The ends of a session that begins now. */
export function endsOfNewSession(now: Date, limits: SessionLimits): SessionEnds {
	const absolute = now.getTime() + limits.absoluteHours * hour;
	return { idleExpiresAt: idleEnd(now, new Date(absolute), limits), absoluteExpiresAt: new Date(absolute) };
}

/** The idle end after a request now; never later than the absolute end. */
export function idleEnd(now: Date, absoluteExpiresAt: Date, limits: SessionLimits): Date {
	return new Date(Math.min(now.getTime() + limits.idleMinutes * minute, absoluteExpiresAt.getTime()));
}

/** Over from the very moment of either end. */
export function isOver(now: Date, ends: SessionEnds): boolean {
	return now >= ends.idleExpiresAt || now >= ends.absoluteExpiresAt;
}

/**
 * Whether a request now should move the idle end: only when it gains a minute or more, so that a busy session writes
 * once a minute at most.
 */
export function shouldExtend(now: Date, ends: SessionEnds, limits: SessionLimits): boolean {
	return idleEnd(now, ends.absoluteExpiresAt, limits).getTime() - ends.idleExpiresAt.getTime() >= minute;
}

/** From when the person is warned that the session is about to end. */
export function warnAt(ends: SessionEnds, limits: SessionLimits): Date {
	const end = Math.min(ends.idleExpiresAt.getTime(), ends.absoluteExpiresAt.getTime());
	return new Date(end - limits.warnMinutes * minute);
}
