import { readFileSync } from "node:fs";
import path from "node:path";
import { plainDate } from "../../../src/domain/calendar/plain-date.ts";
import { Observation } from "../../../src/domain/measure/measure-facts.ts";
import { caIndicators } from "../../../src/frameworks/ca-indicators/catalogue.ts";
import { getNationalPerformance } from "../../../src/frameworks/us-cfsr/national-performance.ts";
import { IndicatorRequestError } from "../../../src/indicators/engine/request-error.ts";
import { readPopulation } from "../../../src/indicators/entry/read-population.ts";
import { figuresToCsv } from "../../../src/indicators/figures/figures-to-csv.ts";
import type { ProblemTier } from "../../../src/indicators/figures/problem.ts";
import { readFigures } from "../../../src/indicators/figures/read-figures.ts";
import { sampleCounties, sampleFigures } from "../../../src/indicators/figures/sample-figures.ts";
import { readProfile } from "../../../src/indicators/profile/read-profile.ts";
import type { Random } from "../../../src/practice/random.ts";
import { mutations } from "./mutate.ts";

// Tables of figures, of a state data profile and of population, spoiled: each is taken whole or refused in words, and never throws.

const tableKinds = ["figures", "profile", "population"] as const;
type TableKind = (typeof tableKinds)[number];

/** Good tables of each kind. From the project's folder, since the fuzzer is bundled. */
export const goodTables: Readonly<Record<TableKind, Buffer>> = {
	figures: Buffer.from(figuresToCsv(sampleFigures(), sampleCounties)),
	profile: readFileSync(path.resolve("src/indicators/profile/published-results.csv")),
	population: Buffer.from(
		"county,year,sex,ageGroup,population\n06001,2023,female,,1200\n06001,2023,male,,1300\n,2023,,,9000\n",
	),
};

const oddCells = [
	...[
		"",
		" ",
		"0",
		"-1",
		"1e308",
		"1e999",
		"NaN",
		"Infinity",
		"0x10",
		"99999999999999999999",
		"1.7.2",
		"½",
		"١٢",
		"12%",
		"1,2",
	],
	...[
		"2025-02-30",
		"0000-00-00",
		"Q5 2026",
		"31/31/2026",
		"__proto__",
		"constructor",
		"toString",
		"=1+1",
		'"',
		'""',
		"'",
		";",
	],
	...[
		"\t",
		"\u0000",
		"\u200b7",
		"\ud800",
		"é",
		"🧭",
		"KY",
		"S1",
		"4-P1",
		"all",
		"99001",
		"{value}",
		"$&",
		"\r",
		"x".repeat(5000),
	],
];

/** Puts an odd value into a cell, or takes the cell away, or gives it twice. */
function changeCell(bytes: Buffer, random: Random): Buffer {
	const lines = bytes.toString().split("\n");
	const at = random.whole(0, lines.length - 1);
	const cells = (lines[at] ?? "").split(",");
	const column = random.whole(0, cells.length - 1);
	const old = cells[column] ?? "";
	const odd = oddCells[random.whole(0, oddCells.length - 1)] ?? "";
	cells.splice(column, 1, ...([[odd], [], [old, old], [`${old}${odd}`]][random.whole(0, 3)] ?? []));
	lines[at] = cells.join(",");
	return Buffer.from(lines.join("\n"));
}

/** Everything that is wrong with how a spoiled table was held; throws what its reader throws and should not. */
export function tableFaults(random: Random, seed: number): readonly string[] {
	const kind = tableKinds[random.whole(0, tableKinds.length - 1)] ?? "figures";
	const names = Object.keys(mutations).filter((name) => name !== "longLine");
	const name = random.next() < 0.5 ? "cell" : (names[random.whole(0, names.length - 1)] ?? "");
	let bad = mutations[name]?.(goodTables[kind], random) ?? goodTables[kind];
	if (name === "cell") for (let count = random.whole(1, 3); count > 0; count--) bad = changeCell(bad, random);
	return holdTable(kind, bad).faults.map((fault) => `seed ${seed}, ${kind}, ${name}: ${fault}`);
}

type Held = { readonly taken: boolean; readonly faults: readonly string[] };

/** Reads a table and says what is wrong with the answer. */
export function holdTable(kind: TableKind, bytes: Uint8Array): Held {
	if (kind === "population") return holdPopulation(bytes);
	return kind === "figures" ? holdFigures(bytes) : holdProfile(bytes);
}

type Told = {
	readonly tier: ProblemTier;
	readonly message: string;
	readonly remedy: string;
	readonly value: string | null;
};

function wordFaults(taken: boolean, problems: readonly Told[]): readonly string[] {
	const blocking = problems.filter(({ tier }) => tier !== "look-at");
	return [
		...(taken === blocking.length > 0 ? [`taken is ${taken} with ${blocking.length} problems that block`] : []),
		...problems.flatMap(({ message, remedy, value }) => [
			...(message.trim() === "" || remedy.trim() === "" ? ["a problem without words"] : []),
			...(/undefined|\[object|NaN;/.test(message.replaceAll(value ?? "\n", ""))
				? [`a gap in the words: ${message}`]
				: []),
			...((value?.length ?? 0) > 100 ? [`quotes too much: ${value?.length} characters`] : []),
		]),
	];
}

function holdFigures(bytes: Uint8Array): Held {
	const options = {
		...{ counties: sampleCounties, catalogue: caIndicators, defaultVintages: ["cfsr4", "state-current"] },
		today: plainDate("2026-10-15"),
	};
	const reading = readFigures({ bytes }, options);
	const ids = { id: "00000000-0000-4000-8000-000000000001", loadId: "00000000-0000-4000-8000-000000000002" };
	const unfit = reading.figures.flatMap(({ row, ...figure }) => {
		const { error } = Observation.safeParse({ ...figure, ...ids });
		return error ? [`row ${row} was taken and no observation can hold it: ${error.message}`] : [];
	});
	return { taken: reading.taken, faults: [...wordFaults(reading.taken, reading.problems), ...unfit] };
}

function holdProfile(bytes: Uint8Array): Held {
	const reading = readProfile(
		{ bytes },
		{
			...{ state: { code: "21", name: "Kentucky" }, national: getNationalPerformance("round-4"), release: null },
			compareAtDisplayPrecision: "yes",
		},
	);
	const results = reading.taken ? reading.results : [];
	const unfit = results.flatMap((result) =>
		Object.entries(result)
			.filter(([, value]) => typeof value === "number" && !(Number.isFinite(value) && value >= 0))
			.map(([name, value]) => `row ${result.row} was taken with ${name} ${value}`),
	);
	return { taken: reading.taken, faults: [...wordFaults(reading.taken, reading.problems), ...unfit] };
}

function holdPopulation(bytes: Uint8Array): Held {
	try {
		const rows = readPopulation(bytes, "population.csv");
		const unfit = rows.filter(({ population }) => !(Number.isSafeInteger(population) && population >= 0));
		const faults = unfit.map((row) => `taken: ${JSON.stringify(row)}`);
		return { taken: true, faults: rows.length === 0 ? ["taken without a row"] : faults };
	} catch (error) {
		if (error instanceof IndicatorRequestError)
			return { taken: false, faults: error.message.trim() === "" ? ["a refusal without words"] : [] };
		throw error;
	}
}
