import { againstPercent, dollars, percentOf } from "../cents.ts";
import { centsAt, numberAt } from "../form-cells.ts";
import { type CheckedForm, finding, type MoneyFinding } from "./finding.ts";

const one = (line: string) => `one.${line}.amount`;

/** C2: a line that adds up others is their sum, and equals the line that it itemizes. */
export function checkSums({ edition, values }: CheckedForm): readonly MoneyFinding[] {
	return edition.sums.map(({ checkId, total, of }) => {
		const sum = of.reduce((so, line) => so + centsAt(values, one(line)), 0);
		const parts = of.map((line) => dollars(centsAt(values, one(line)))).join(" + ");
		const asked = centsAt(values, one(total));
		const arithmetic = `${parts} = ${dollars(sum)}; line ${total} is ${dollars(asked)}.`;
		if (sum === asked) return finding(checkId, "met", one(total), arithmetic);
		const gap = `${dollars(Math.abs(asked - sum))} ${sum < asked ? "is not itemized yet" : "is itemized too much"}`;
		return finding(checkId, "error", one(total), `${arithmetic} ${gap}. Change a line, or line ${total}.`);
	});
}

/** C3, C4, C5, C9: lines that are at most or at least a percentage of another. Exact amounts are compared, never displayed percents. */
export function checkBounds({ edition, values }: CheckedForm): readonly MoneyFinding[] {
	return edition.bounds.map(({ checkId, kind, line, of, percent, severity }) => {
		const [have, whole] = [centsAt(values, one(line)), centsAt(values, one(of))];
		const arithmetic = `${percent} percent x ${dollars(whole)} (line ${of}) = ${percentOf(percent, whole)}; line ${line} is ${dollars(have)}`;
		const against = againstPercent(have, percent, whole);
		const holds = kind === "at-most" ? against <= 0 : against >= 0;
		if (holds)
			return finding(checkId, "met", one(line), `${arithmetic}, ${kind === "at-most" ? "not more" : "not less"}.`);
		if (severity === "error") {
			return finding(
				checkId,
				"error",
				one(line),
				`${arithmetic}, which is more. Lower line ${line}, or correct line ${of}.`,
			);
		}
		if (values.has("work.rationale.value")) {
			return finding(
				checkId,
				"met",
				one(line),
				`${arithmetic}, which is less. A written rationale is given on the work paper.`,
			);
		}
		return finding(
			checkId,
			"warning",
			one(line),
			`${arithmetic}, which is less. Give a written rationale on the work paper, or change the amounts.`,
		);
	});
}

/** C4: what administration leaves of subpart 2 goes to the four categories, something significant to each. */
export function checkCategories({ values }: CheckedForm): readonly MoneyFinding[] {
	if (centsAt(values, one("7")) === 0) return [];
	const empty = ["7a", "7b", "7c", "7d"].filter((line) => centsAt(values, one(line)) === 0);
	if (empty.length === 0) return [finding("C4", "met", one("7"), "Each of the four categories gets a part.")];
	const words = `Nothing is planned for line ${empty.join(", ")}. The law asks for a significant part for each of the four categories.`;
	return [finding("C4", "warning", one(empty[0] ?? "7"), words)];
}

/** C3 at actuals: administration of subpart 1 is at most 10 percent of all spending on it, federal and match. */
export function checkActualAdministration({ values }: CheckedForm): readonly MoneyFinding[] {
	const [have, federal] = [numberAt(values, "three.6a.actual"), numberAt(values, "three.6.actual")];
	const match = numberAt(values, "work.spent-6.value");
	if (have === undefined || federal === undefined || match === undefined) {
		const cell =
			federal === undefined ? "three.6.actual" : have === undefined ? "three.6a.actual" : "work.spent-6.value";
		const words =
			"Cannot be worked out for what was spent yet. Fill in the actual amounts of lines 6 and 6a of Part III, and the State and local spending on the work paper.";
		return [finding("C3", "unknown", cell, words)];
	}
	const whole = federal + match;
	const arithmetic = `Of what was spent: 10 percent x (${dollars(federal)} federal + ${dollars(match)} State and local) = ${percentOf(10, whole)}; line 6a is ${dollars(have)}`;
	return againstPercent(have, 10, whole) <= 0
		? [finding("C3", "met", "three.6a.actual", `${arithmetic}, not more.`)]
		: [
				finding(
					"C3",
					"error",
					"three.6a.actual",
					`${arithmetic}, which is more. Correct the amounts, or say which costs are not administration.`,
				),
			];
}
