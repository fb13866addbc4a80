/** An estimate with its 95 percent interval. */
export type Interval = { readonly estimate: number; readonly lower: number; readonly upper: number };

/** The quantile of the normal distribution for 95 percent on both sides. */
export const normalQuantile = 1.959963984540054;
