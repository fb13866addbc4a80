import { addDays, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { formYears } from "../../domain/money/form-years.ts";
import { saveBudgetCells } from "../../operations/save-budget-cells.ts";
import { saveFinancialBaseline } from "../../operations/save-financial-baseline.ts";
import { startBudgetForm } from "../../operations/start-budget-form.ts";
import { submitBudgetForm } from "../../operations/submit-budget-form.ts";
import type { Desk, Session } from "./session.ts";

type Cells = Readonly<Record<string, string>>;

/** The State's forms CFS-101: three that were sent, and this year's in draft with something left to fix. None of the amounts is real. */
export function writeBudgetForms(today: PlainDate): readonly Session[] {
	const thisYear = formYears(today).plans - 1;
	const sent = [3, 2, 1].map((ago): Session => {
		const year = thisYear - ago;
		return {
			day: plainDate(`${year}-06-17`),
			name: `form CFS-101 of ${year}`,
			async run(desk) {
				if (ago === 3) await keepBaselines(desk);
				const formId = await start(desk, year);
				await fill(desk, formId, { ...request(year), ...heading, ...match(year) });
				if (ago === 1) await fill(desk, formId, { ...services(year), ...spent(year), ...work });
				await desk.perform("winifred", submitBudgetForm, { formId, version: 1 });
			},
		};
	});
	const draft: Session = {
		day: addDays(today, -9),
		name: `form CFS-101 of ${thisYear}`,
		async run(desk) {
			const formId = await start(desk, thisYear);
			const { "one.7d.amount": _less, ...asked } = request(thisYear);
			// Adoption promotion gets a little less than a fifth, and nobody has said why yet.
			await fill(desk, formId, { ...asked, "one.7d.amount": amount(thisYear, 1_002_480), "one.7e.amount": "27,520" });
			await fill(desk, formId, { "match.6.state": "1,650,000", "match.6.note": "State general fund" });
			await fill(desk, formId, { "three.6.actual": "4,790,118.42", "three.6.individuals": "9,310" });
		},
	};
	return [...sent, draft];
}

async function start(desk: Desk, submissionYear: number): Promise<string> {
	const started = { jurisdictionId: desk.placeId("halcyon"), submissionYear };
	return (await desk.perform("odalys", startBudgetForm, started)).id;
}

async function fill(desk: Desk, formId: string, cells: Cells): Promise<void> {
	const typed = Object.entries(cells).map(([cell, text]) => ({ cell, typed: text }));
	await desk.perform("odalys", saveBudgetCells, { formId, cells: typed });
}

async function keepBaselines(desk: Desk): Promise<void> {
	const kept = [
		["ffy2005-federal", "1,240,600", "Financial report of FFY2005, Halcyon archive"],
		["ffy2005-match", "512,000", "Financial report of FFY2005, Halcyon archive"],
		["base-1992", "2,050,000", "State budget act of 1992, program statement"],
	] as const;
	for (const [baseline, typed, source] of kept) {
		const jurisdictionId = desk.placeId("halcyon");
		await desk.perform("odalys", saveFinancialBaseline, {
			jurisdictionId,
			baseline,
			amount: typed,
			source,
			version: 0,
		});
	}
}

/** An amount of 2025 in another year: allotments move by some 10,000 for each million and year. */
function amount(year: number, dollarsOf2025: number): string {
	return String(dollarsOf2025 + Math.round(dollarsOf2025 / 100) * (year - 2025));
}

/** Part I: subpart 2 adds up, whatever the year. */
function request(year: number): Cells {
	const lines = { a: 1_480_000, b: 1_290_000, c: 1_230_000, d: 1_030_000, e: 0, f: 120_000 };
	const parts = Object.entries(lines).map(([line, base]) => [line, amount(year, base)] as const);
	const whole = parts.reduce((so, [, dollars]) => so + Number(dollars), 0);
	return {
		"one.6.amount": amount(year, 4_820_000),
		"one.6a.amount": amount(year, 310_000),
		"one.7.amount": String(whole),
		...Object.fromEntries(parts.map(([line, dollars]) => [`one.7${line}.amount`, dollars])),
		"one.8.amount": amount(year, 330_000),
		"one.9.amount": amount(year, 1_410_000),
		"one.10.amount": amount(year, 2_160_000),
		"one.10a.amount": amount(year, 410_000),
		"one.11.amount": amount(year, 720_000),
	};
}

const heading: Cells = {
	"head.1.value": "Halcyon Department of Family Services, Children and Family Services Division",
	"head.2.value": "400 Capitol Square\nMeridian, Halcyon 99000",
	"head.2a.value": "grants@halcyon.example",
	"head.3.value": "99-0000000",
	"head.5.value": "New submission",
};

function match(year: number): Cells {
	return {
		"match.6.state": amount(year, 1_610_000),
		"match.7.state": amount(year, 1_500_000),
		"match.7.local": amount(year, 230_000),
		"match.8.state": amount(year, 111_000),
		"match.10.state": amount(year, 541_000),
		"match.11.state": amount(year, 181_000),
	};
}

/** Part II: a few services with their sources and whom they reach. */
function services(year: number): Cells {
	const line = (id: string, column: string, dollars: number, individuals: string, families: string): Cells => ({
		[`two.${id}.${column}`]: amount(year, dollars),
		[`two.${id}.individuals`]: individuals,
		[`two.${id}.families`]: families,
		[`two.${id}.population`]: "Children at risk of removal and their families",
		[`two.${id}.area`]: "Statewide",
	});
	return {
		...line("protective", "cws", 3_410_000, "8,120", "3,560"),
		...line("preservation", "pssf", 1_480_000, "2,230", "940"),
		...line("support", "pssf", 1_290_000, "4,010", "1,720"),
		...line("reunification", "pssf", 1_230_000, "1,380", "610"),
		...line("adoption-promotion", "pssf", 1_030_000, "640", "410"),
		...line("foster-family", "cws", 1_100_000, "1,150", "0"),
		"two.vouchers.vouchers": amount(year, 720_000),
		"two.vouchers.individuals": "214",
	};
}

/** Part III: what was spent, whom it reached. */
function spent(year: number): Cells {
	const rows = [
		["6", 4_700_000, 4_688_214, "8,960", "3,470"],
		["7", 5_050_000, 5_050_000, "7,940", "3,510"],
		["9", 1_380_000, 1_379_402, "2,110", "1,020"],
		["10", 2_110_000, 2_110_000, "530", "0"],
		["11", 700_000, 688_950, "207", "0"],
	] as const;
	return Object.fromEntries([
		["three.6a.estimated", amount(year, 300_000)],
		["three.6a.actual", amount(year, 288_410)],
		...rows.flatMap(([line, estimated, actual, individuals, families]) => [
			[`three.${line}.estimated`, amount(year, estimated)],
			[`three.${line}.actual`, amount(year, actual)],
			[`three.${line}.individuals`, individuals],
			[`three.${line}.families`, families],
			[`three.${line}.population`, "Children and families served by the Department and the counties"],
			[`three.${line}.area`, "Statewide"],
		]),
	]);
}

const work: Cells = {
	"work.spent-6.value": "1,598,000",
	"work.spent-7.value": "2,310,000",
	"work.room-and-board-adults.value": "yes",
	"work.largest-voucher.value": "5,000",
	"work.within-cost.value": "yes",
	"work.voucher-ages.value": "yes",
	"work.visits.value": "94.2",
	"work.in-residence.value": "78.5",
	"work.signed-copy.value": "yes",
};
