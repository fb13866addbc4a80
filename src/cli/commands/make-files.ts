import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type FaultKind, faultKinds } from "../../practice/extracts/faults.ts";
import { makeEdgeCaseExtracts, makeExtracts } from "../../practice/extracts/make-extracts.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { writeNewFile } from "../write-new-file.ts";

const Count = z.coerce.number().int().min(0).max(99_999_999);
const Years = z.string().regex(/^\d{4}-\d{4}$/u);

/** Writes synthetic AFCARS and NCANDS files: of no real child, for trying, testing and measuring. */
export const makeFiles: Run = async (rest, world) => {
	const { values } = parseArgs({
		args: [...rest],
		options: {
			seed: { type: "string", default: "1" },
			children: { type: "string", default: "1000" },
			years: { type: "string", default: "2021-2025" },
			faults: { type: "string", default: "" },
			"edge-cases": { type: "boolean", default: false },
			out: { type: "string" },
			json: { type: "boolean" },
		},
	});
	if (!values.out)
		throw new CommandError(
			"Use: throughline make-files --out FOLDER [--seed N] [--children N] [--years 2021-2025] [--faults KIND,...] [--edge-cases] [--json]",
		);
	const files = values["edge-cases"] ? makeEdgeCaseExtracts() : makeExtracts(readRequest(values));
	const folder = path.resolve(world.folder, values.out);
	const written: { file: string; bytes: number }[] = [];
	for (const { name, chunks } of files) {
		const file = path.join(folder, name);
		written.push({ file, bytes: await writeNewFile(file, chunks) });
	}
	const bytes = written.reduce((sum, each) => sum + each.bytes, 0);
	printResult(
		world,
		values.json,
		{ files: written },
		`Written: ${written.length} files (${bytes.toLocaleString("en-US")} bytes) in ${folder}.`,
	);
	return 0;
};

function readRequest(values: { seed: string; children: string; years: string; faults: string }) {
	const [seed, children] = [Count.safeParse(values.seed), Count.safeParse(values.children)];
	if (!seed.success || !children.success) {
		throw new CommandError(
			"--seed and --children are whole numbers from 0 to 99999999, for example --seed 1 --children 5000.",
		);
	}
	const years = Years.safeParse(values.years);
	const [first = 0, last = 0] = years.success ? values.years.split("-").map(Number) : [];
	if (!years.success || first < 2016 || last > 2040 || first > last) {
		throw new CommandError(
			`--years is "${values.years}". Expected two federal fiscal years from 2016 to 2040, for example 2021-2025.`,
		);
	}
	const faults = values.faults.split(",").filter((each) => each !== "");
	const unknown = faults.find((each) => !faultKinds.includes(each as FaultKind));
	if (unknown !== undefined) {
		throw new CommandError(`There is no fault "${unknown}". Faults are: ${faultKinds.join(", ")}.`);
	}
	return { seed: seed.data, children: children.data, years: { first, last }, faults: faults as FaultKind[] };
}
