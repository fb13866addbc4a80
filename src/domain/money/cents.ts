/** An amount in whole cents as dollars: 115870480 is "$1,158,704.80". */
export function dollars(cents: number): string {
	const whole = Math.trunc(Math.abs(cents) / 100).toLocaleString("en-US");
	return `${cents < 0 ? "-" : ""}$${whole}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}
