/** An amount in whole cents as dollars: 115870480 is "$1,158,704.80". */
export function dollars(cents: number): string {
	const whole = Math.trunc(Math.abs(cents) / 100).toLocaleString("en-US");
	return `${cents < 0 ? "-" : ""}$${whole}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}

/** A percentage of an amount, with parts of a cent where there are any: 10 percent of $10.05 is "$1.005". Nothing is rounded. */
export function percentOf(percent: number, cents: number): string {
	const parts = BigInt(percent) * BigInt(cents);
	const rest = parts % 100n;
	const fraction = rest === 0n ? "" : String(rest).padStart(2, "0").replace(/0$/u, "");
	return `${dollars(Number(parts / 100n))}${fraction}`;
}

/** How an amount stands to a percentage of another, exactly: negative below, 0 at it, positive above. */
export function againstPercent(cents: number, percent: number, of: number): number {
	const difference = BigInt(cents) * 100n - BigInt(percent) * BigInt(of);
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
