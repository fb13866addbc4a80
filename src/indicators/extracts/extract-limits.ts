/** What reading an extract holds in memory at most, whatever the size of the file. */
export const extractLimits = {
	/** The file is read in blocks of this many bytes. */
	blockBytes: 1024 * 1024,
	/** Lines of fixed width are read in stretches of this many bytes: fewer rows wait to be taken, so that fewer must be moved in memory. */
	stretchBytes: 256 * 1024,
	/** As much of the start is looked at to recognize the file. */
	headBytes: 64 * 1024,
	/** Characters of a line before reading gives up; lines of a known format are 197 or 312. */
	lineCharacters: 64 * 1024,
	/** NCANDS: elements that later years add at the end are let through up to this length. */
	ncandsLineCharacters: 400,
	/** AFCARS 2020: one child with everything in it. Real ones have 5,000 to 100,000 characters. */
	recordCharacters: 4 * 1024 * 1024,
	/** One value, tag or comment. */
	tokenCharacters: 256 * 1024,
	/** Tags inside tags; the format needs 8. */
	depth: 64,
	/** Removals, living arrangements and visits of one child together; real children have up to a few hundred. */
	listLength: 20_000,
} as const;
