/** A clock that stands still until it is moved. */
export interface MovableClock {
	readonly now: () => Date;
	move(by: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void;
}

/**
 * A clock for tests. `tell` is called with every new time, so that a test can move the machine's clock along with it:
 * better-auth reads that one and takes no other.
 */
export function movableClock(start: Date, tell: (now: Date) => void): MovableClock {
	let now = start;
	tell(now);
	return {
		now: () => now,
		move: ({ hours = 0, minutes = 0, seconds = 0 }) => {
			now = new Date(now.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
			tell(now);
		},
	};
}
