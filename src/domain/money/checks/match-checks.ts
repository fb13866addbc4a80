import { caseworkerShortfall } from "../caseworker-shortfall.ts";
import { dollars } from "../cents.ts";
import { centsAt, numberAt } from "../form-cells.ts";
import { matchAt, matchOf } from "../match.ts";
import { type CheckedForm, finding, type MoneyFinding } from "./finding.ts";

/** C6, C7, C8: what the State adds to each program, and what stands in its match sources. */
export function checkMatch({ edition, values }: CheckedForm): readonly MoneyFinding[] {
	return edition.programs.map(({ line, name, match }) => {
		const federal = centsAt(values, `one.${line}.amount`);
		const { state, words } = matchOf(federal, match);
		if (match.kind === "none") {
			return finding(
				match.checkId,
				"met",
				`one.${line}.amount`,
				`${name} (line ${line}), ${dollars(federal)}: ${words}`,
			);
		}
		const cells = ["state", "local", "donated"].map((source) => `match.${line}.${source}`);
		const named = cells.filter((cell) => numberAt(values, cell) !== undefined);
		const cell = cells[0] ?? line;
		const arithmetic = `${name} (line ${line}): ${words}`;
		if (named.length === 0 && state > 0) {
			return finding(
				match.checkId,
				"unknown",
				cell,
				`${arithmetic} is asked of the State. No match source is named yet.`,
			);
		}
		const have = named.reduce((so, each) => so + centsAt(values, each), 0);
		const sum = named.length > 1 ? `${named.map((each) => dollars(centsAt(values, each))).join(" + ")} = ` : "";
		const stands = `${arithmetic}; the match sources are ${sum}${dollars(have)}`;
		if (have >= state) return finding(match.checkId, "met", cell, `${stands}, enough.`);
		return finding(
			match.checkId,
			"error",
			cell,
			`${stands}, ${dollars(state - have)} too little. Name more sources, or ask for less.`,
		);
	});
}

/** C17: visits short of the standards take points off the federal share of subpart 1. */
export function checkVisits({ values }: CheckedForm): readonly MoneyFinding[] {
	const [visits, inResidence] = [numberAt(values, "work.visits.value"), numberAt(values, "work.in-residence.value")];
	if (visits === undefined || inResidence === undefined) {
		const cell = visits === undefined ? "work.visits.value" : "work.in-residence.value";
		const words =
			"Cannot be worked out yet. Enter both percents of the monthly visits on the work paper; throughline visits counts them from AFCARS files.";
		return [finding("C17", "unknown", cell, words)];
	}
	const points = caseworkerShortfall({ visits: visits / 100, inResidence: inResidence / 100 });
	const each = (cell: string, name: string, standard: number, have: number, off: number) => {
		if (off === 0) return finding("C17", "met", cell, `${name}: ${have / 100} percent, at least ${standard}.`);
		const short = (standard * 100 - have) / 100;
		const words = `${name}: ${standard} - ${have / 100} = ${short} points short, so ${off} off the federal share.`;
		const share = 75 - off;
		const federal = centsAt(values, "one.6.amount");
		const match = `75 - ${off} = ${share} percent; the match of line 6 would be ${dollars(federal)} x ${100 - share} / ${share} = ${dollars(matchAt(federal, share))}`;
		return finding("C17", "warning", cell, `${words} ${match}.`);
	};
	const found = [
		each("work.visits.value", "Monthly visits made", 95, visits, points.visits),
		each("work.in-residence.value", "Visits in the child's residence", 50, inResidence, points.inResidence),
	];
	const both = points.visits + points.inResidence;
	if (points.visits === 0 || points.inResidence === 0) return found;
	const federal = centsAt(values, "one.6.amount");
	const words = `Both together: 75 - ${points.visits} - ${points.inResidence} = ${75 - both} percent; the match of line 6 would be ${dollars(matchAt(federal, 75 - both))}.`;
	return [...found, finding("C17", "warning", "work.visits.value", words)];
}
