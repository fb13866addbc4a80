/** Values by element number, trimmed; an element that is empty or not there has none. */
export type ElementValues = ReadonlyMap<number, string>;

/** One removal as the file has it. */
export type RawRemoval = {
	/** Full detail (`removal_2020`), or an earlier closed one with dates and reason only (`removal_1993`). */
	readonly full: boolean;
	readonly values: ElementValues;
	readonly arrangements: readonly ElementValues[];
	readonly visits: readonly ElementValues[];
};

/** One child: what `record` holds of the elements that are read. */
export type RawRecord = {
	readonly record: number;
	/** Line of its first tag. */
	readonly line: number;
	readonly values: ElementValues;
	readonly removals: readonly RawRemoval[];
};
