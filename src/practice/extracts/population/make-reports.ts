import type { Day } from "../days.ts";
import type { MaltreatmentReport, Removal } from "../synthetic-child.ts";
import type { Chance } from "./chance.ts";
import type { Span } from "./make-removals.ts";

/** About one substantiated report in 10,600 days of care: with those that do not count about 9 in 100,000 days that do. */
const daysToMaltreatmentInCare = 10_600;

type ReportPlan = { readonly date: Day; readonly substantiated: number; readonly inCare: boolean };

/** Reports on a child who comes into care: often one that led to it, and now and then one while in care. */
export function reportsOfRemovals(
	chance: Chance,
	number: number,
	removals: readonly Removal[],
	span: Span,
): readonly MaltreatmentReport[] {
	const plans: ReportPlan[] = [];
	for (const { removal, exit } of removals) {
		if (removal > span.start && chance.next() < 0.82) {
			const date = removal - chance.whole(0, 21);
			if (chance.next() < 0.06) plans.push({ date: date - chance.whole(16, 340), substantiated: 1, inCare: false });
			plans.push({ date, substantiated: 0.86, inCare: false });
		}
		const last = Math.min(exit ?? span.end, span.end);
		let date = Math.max(removal, span.start - 90) + chance.exponential(daysToMaltreatmentInCare);
		while (date < last) {
			plans.push({ date, substantiated: 1, inCare: true });
			date += chance.exponential(daysToMaltreatmentInCare);
		}
	}
	return plans.map((plan, place) => makeReport(chance, number, place, plan));
}

/** Reports on a child who is not removed: one in the years of the files, and another for some. */
export function reportsAtHome(chance: Chance, number: number, span: Span): readonly MaltreatmentReport[] {
	const first = span.start - 60 + Math.floor(chance.next() * (span.end - span.start + 60));
	const reports = [makeReport(chance, number, 0, { date: first, substantiated: 0.36, inCare: false })];
	const again = isVictim(reports[0]) ? 0.24 : 0.2;
	while (reports.length < 5 && chance.next() < again) {
		const date = (reports[reports.length - 1]?.date ?? first) + 1 + chance.exponential(220);
		if (date > span.end) break;
		reports.push(makeReport(chance, number, reports.length, { date, substantiated: 0.6, inCare: false }));
	}
	return reports;
}

const isVictim = (report: MaltreatmentReport | undefined) => (report?.levels[0] ?? 9) <= 2;

const otherLevels = [3, 4, 5, 5, 5, 5, 5, 7] as const;

function makeReport(chance: Chance, number: number, place: number, plan: ReportPlan): MaltreatmentReport {
	const { date, inCare } = plan;
	const substantiated = chance.next() < plan.substantiated;
	const level = substantiated ? (chance.next() < 0.92 ? 1 : 2) : (otherLevels[chance.whole(0, 7)] ?? 5);
	const dated = chance.next();
	return {
		report: `R${number}${String.fromCharCode(65 + place)}`,
		date,
		disposition: date + chance.whole(8, 60),
		// Half the reports give a date of the incident; for some in care it was long before, at home.
		incident: dated < 0.5 ? date - chance.whole(0, 6) : inCare && dated < 0.56 ? date - chance.whole(60, 700) : null,
		levels: chance.next() < 0.2 ? [level, substantiated ? 1 : 5] : [level],
		death: substantiated && !inCare && chance.next() < 0.003,
		perpetrator: inCare ? chance.whole(1, 4) : 1,
		...(chance.next() < 0.04 ? { unlinked: true } : {}),
	};
}
