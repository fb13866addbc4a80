/** Shares that grow by month, one line each. */
export interface StepInput {
	readonly title: string;
	/** What the horizontal axis counts: "Months since entry". */
	readonly axis: string;
	readonly lines: readonly {
		readonly label: string;
		/** In percent, by month from 0 on; null from where it is not known. */
		readonly points: readonly { readonly month: number; readonly value: number | null }[];
	}[];
}

/** What the drawing shows in words: where each line stands at its last known month. */
export function stepSentence({ lines }: StepInput): string {
	const ends = lines.flatMap(({ label, points }) => {
		const last = points.findLast(({ value }) => value !== null);
		return last?.value === undefined || last.value === null || last.month === 0
			? []
			: [`${label} ${last.value.toFixed(1)}% by month ${last.month}`];
	});
	return ends.length === 0 ? "No figure can be shown." : `${ends.join("; ")}. The table below has all months.`;
}

export function stepAltText(input: StepInput): string {
	return `${input.title}. Chart of steps by month. ${stepSentence(input)}`;
}
