/** What a figure file may hold at most. Larger than any county's or state's file; small enough to read in seconds. */
export const figureLimits = {
	bytes: 25 * 1024 * 1024,
	rows: 200_000,
	columns: 100,
	/** Characters in one line of a text file. */
	lineLength: 100_000,
	cellLength: 2_000,
	sourceLength: 300,
	/** Largest count that is believed; beyond it a number is a mistake. */
	count: 1_000_000_000_000,
	/** Problems of one kind that are listed; all are counted. */
	problemsListed: 100,
} as const;
