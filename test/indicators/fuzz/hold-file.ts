import { type CollectedExtract, collectExtract } from "../../../src/indicators/extracts/collect-extract.ts";
import { makeExtracts } from "../../../src/practice/extracts/make-extracts.ts";
import { createRandom, type Random } from "../../../src/practice/random.ts";
import { compareColumns } from "./compare-columns.ts";
import { changeField, type Kind } from "./field-values.ts";
import { tableFaults } from "./hold-table.ts";
import { mutations } from "./mutate.ts";

// One round of fuzzing: makes a bad file and says all that is wrong with how it was read. The same seed makes the same file.

/** Good files of each kind, small enough to be read thousands of times. */
export const goodFiles: Readonly<Record<Kind, Buffer>> = Object.fromEntries(
	makeExtracts({ seed: 11, children: 60, years: { first: 2022, last: 2023 } }).flatMap(({ name, chunks }) => {
		const kind = { "afcars-22B.txt": "afcars-legacy", "afcars-23A.xml": "afcars-2020", "ncands-2023.txt": "ncands" }[
			name
		];
		return kind ? [[kind, Buffer.from([...chunks].join(""), "latin1")]] : [];
	}),
) as Record<Kind, Buffer>;

/** Everything that is wrong with one round; empty when the file was held. Throws what a reader throws and should not. */
export async function fuzzRound(seed: number): Promise<readonly string[]> {
	const random = createRandom(seed, "fuzz");
	const kinds = ["afcars-legacy", "afcars-2020", "ncands"] as const;
	const kind = kinds[random.whole(0, 2)] ?? "ncands";
	const good = goodFiles[kind];
	if (random.next() < 0.15) return tableFaults(random, seed);
	if (random.next() < 0.5) return fieldFaults(kind, good, random, seed);
	const names = Object.keys(mutations);
	const name = names[random.whole(0, names.length - 1)] ?? "";
	let bad = mutations[name]?.(good, random) ?? good;
	if (random.next() < 0.3) bad = mutations.bits?.(bad, random) ?? bad;
	return (await fileFaults(bad, random)).map((fault) => `seed ${seed}, ${kind}, ${name}: ${fault}`);
}

async function fileFaults(bytes: Buffer, random: Random): Promise<readonly string[]> {
	const whole = await collectExtract(bytes);
	const cuts = Array.from({ length: random.whole(1, 6) }, () => random.whole(0, bytes.length)).sort((a, b) => a - b);
	const inPieces = await collectExtract(bytes, { cuts });
	const faults: string[] = [];
	if (JSON.stringify([whole.rows, whole.problems]) !== JSON.stringify([inPieces.rows, inPieces.problems])) {
		faults.push(`read otherwise in pieces cut at ${cuts.join(", ")}`);
	}
	return [...faults, ...soundness(whole), ...compareColumns(bytes, whole).faults];
}

/** A file is usable or refused with a reason, and each record that was seen gave a row or a problem. */
function soundness({ reading, rows, problems }: CollectedExtract): readonly string[] {
	const faults: string[] = [];
	const refused = problems.some(({ tier }) => tier === "reject");
	if (reading.usable === refused) faults.push(`usable is ${reading.usable}, refused is ${refused}`);
	if (reading.usable && reading.period === null) faults.push("usable without a period");
	if (reading.usable) {
		const told = new Set<number | null>(problems.map(({ record }) => record));
		for (const { record } of rows.afcars) told.add(record);
		const silent = Array.from({ length: reading.records }, (_, index) => index + 1).filter((each) => !told.has(each));
		if (rows.ncands.length === 0 && silent.length > 0) faults.push(`nothing is told of records ${silent.slice(0, 3)}`);
		if (rows.ncands.length > reading.records) faults.push("more rows than records");
	}
	for (const { value, id } of problems) if ((value?.length ?? 0) > 100) faults.push(`${id} quotes too much`);
	return faults;
}

/** A value that means nothing in its element is told, with the record that it stands in. */
async function fieldFaults(kind: Kind, good: Buffer, random: Random, seed: number): Promise<readonly string[]> {
	const change = changeField(kind, good, random);
	const before = await collectExtract(good);
	const after = await collectExtract(change.bytes);
	const count = ({ problems }: CollectedExtract) => problems.filter(({ record }) => record === change.record).length;
	const others = (each: CollectedExtract) =>
		JSON.stringify(each.rows.afcars.filter(({ record }) => record !== change.record));
	const where = `seed ${seed}, ${kind}, record ${change.record}, ${change.element}`;
	return [
		...(change.wrong && after.reading.usable && count(after) <= 0 ? [`${where}: nothing is told`] : []),
		...(change.wrong && after.reading.usable && sameProblems(before, after, change.record)
			? [`${where}: nothing new is told`]
			: []),
		...(after.reading.usable && others(before) !== others(after) ? [`${where}: other records changed`] : []),
		...[...soundness(after), ...compareColumns(change.bytes, after).faults].map((fault) => `${where}: ${fault}`),
	];
}

function sameProblems(before: CollectedExtract, after: CollectedExtract, record: number): boolean {
	const of = ({ problems }: CollectedExtract) => JSON.stringify(problems.filter((each) => each.record === record));
	return of(before) === of(after);
}
