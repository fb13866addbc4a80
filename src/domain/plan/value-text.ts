const unitWords: Readonly<Record<string, string>> = {
	percent: " percent",
	months: " months",
	"per-1000": " per 1,000",
	"per-1000-days": " per 1,000 days",
	"per-100000-days": " per 100,000 days",
	count: "",
	ratio: "",
};

const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** A measured value with its unit in words, at most two decimals: `8.6 percent`, `0.57 percent`, `1,204`. */
export function valueText(value: number, unit: string): string {
	return `${number.format(value)}${unitWords[unit] ?? ` ${unit}`}`;
}
