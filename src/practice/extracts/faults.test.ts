import { expect, it } from "vitest";
import { type FaultKind, faultKinds } from "./faults.ts";
import { makeExtracts } from "./make-extracts.ts";

const request = { seed: 5, children: 800, years: { first: 2022, last: 2023 } };

function linesWith(name: string, faults: readonly FaultKind[]): readonly string[] {
	const file = makeExtracts({ ...request, faults, faultShare: 0.05 }).find((each) => each.name === name);
	return [...(file?.chunks ?? [])].join("").split("\n");
}
const names = ["afcars-22B.txt", "afcars-23A.xml", "ncands-2023.txt"];

it("changes about the share asked for, keeps lines at their length, and does so the same way again", () => {
	for (const name of names)
		for (const kind of ["bad-dates", "blank-ids", "wrong-codes"] as const) {
			const [clean, faulty] = [linesWith(name, []), linesWith(name, [kind])];
			expect(faulty).toHaveLength(clean.length);
			const changed = faulty.filter((line, place) => line !== clean[place]);
			expect(changed.length, `${name} ${kind}`).toBeGreaterThan(clean.length * 0.01);
			expect(changed.length, `${name} ${kind}`).toBeLessThan(clean.length * 0.12);
			if (name.endsWith(".txt")) expect(faulty.map(({ length }) => length)).toEqual(clean.map(({ length }) => length));
			expect(linesWith(name, [kind])).toEqual(faulty);
		}
});

it("blanks the record number, and nothing else", () => {
	const [clean, faulty] = [linesWith("afcars-22B.txt", []), linesWith("afcars-22B.txt", ["blank-ids"])];
	const changed = faulty.flatMap((line, place) => (line === clean[place] ? [] : [[line, clean[place] ?? ""] as const]));
	for (const [line, before] of changed) {
		expect(line.slice(13, 25)).toBe(" ".repeat(12));
		expect(line.slice(0, 13) + line.slice(25)).toBe(before.slice(0, 13) + before.slice(25));
	}
});

it("puts duplicate records next to each other", () => {
	for (const name of names) {
		const [clean, faulty] = [linesWith(name, []), linesWith(name, ["duplicate-ids"])];
		expect(faulty.length).toBeGreaterThan(clean.length);
		expect(faulty.filter((line, place) => line === "" || line !== faulty[place - 1])).toEqual(clean);
	}
});

it("ends a truncated file in the middle of its last record", () => {
	for (const name of names) {
		const [clean, faulty] = [linesWith(name, []).join("\n"), linesWith(name, ["truncated-end"]).join("\n")];
		expect(clean.startsWith(faulty)).toBe(true);
		expect(faulty.length).toBeLessThan(clean.length);
		expect(faulty.endsWith("\n")).toBe(false);
	}
});

it("can put all kinds into one file", () => {
	for (const name of names) expect(linesWith(name, faultKinds)).not.toEqual(linesWith(name, []));
});
