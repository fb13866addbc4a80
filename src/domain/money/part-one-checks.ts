import { dollars } from "./cents.ts";
import type { FormEdition } from "./form-edition.ts";

/** What a check says of a form. */
export type MoneyFinding = {
	readonly checkId: string;
	readonly severity: "error" | "warning";
	/** Where to mend it. */
	readonly line: string;
	readonly message: string;
};

/** Amounts of Part I in whole cents, by line. */
export type PartOneAmounts = Readonly<Record<string, number>>;

/**
 * Checks Part I against the sums (C2) and the bounds (C3, C4, C5, C9) of its edition. Amounts are whole cents and are compared as
 * they are: a displayed percentage is rounded and may hide a shortfall. A line without an amount counts as 0.
 */
export function checkPartOne(edition: FormEdition, amounts: PartOneAmounts): readonly MoneyFinding[] {
	const cents = (line: string) => amounts[line] ?? 0;
	const sums = edition.sums.flatMap(({ checkId, line, total, of }): readonly MoneyFinding[] => {
		const sum = of.reduce((so, each) => so + cents(each), 0);
		const finding = (where: string, message: string) => ({
			checkId,
			severity: "error" as const,
			line: where,
			message: `${checkId}: ${message}`,
		});
		return [
			...(cents(line) === sum
				? []
				: [finding(line, `Line ${line} is ${dollars(cents(line))}, but its lines add up to ${dollars(sum)}.`)]),
			...(cents(line) === cents(total)
				? []
				: [
						finding(
							line,
							`Line ${line} is ${dollars(cents(line))}, but line ${total} is ${dollars(cents(total))}. They must be equal.`,
						),
					]),
		];
	});
	const bounds = edition.bounds.flatMap(({ checkId, kind, line, of, percent, severity }): readonly MoneyFinding[] => {
		const difference = BigInt(cents(line)) * 100n - BigInt(cents(of)) * BigInt(percent);
		if (kind === "at-most" ? difference <= 0n : difference >= 0n) return [];
		const limit = kind === "at-most" ? "more than" : "less than";
		const mend =
			severity === "error"
				? `Lower line ${line}, or correct line ${of}.`
				: "Give a written rationale, or change the amounts.";
		const message = `${checkId}: Line ${line} is ${dollars(cents(line))}, ${limit} ${percent} percent of line ${of} (${dollars(cents(of))}). ${mend}`;
		return [{ checkId, severity, line, message }];
	});
	return [...sums, ...bounds];
}
