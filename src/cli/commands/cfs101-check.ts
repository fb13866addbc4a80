import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readFormWorkbook } from "../../documents/budget/read-form-workbook.ts";
import { type CheckResult, checkForm } from "../../domain/money/checks/check-form.ts";
import type { Outcome } from "../../domain/money/checks/finding.ts";
import { withTotals } from "../../domain/money/form-cells.ts";
import { currentFormEdition } from "../../frameworks/us-cfs101/form-editions.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import type { CliWorld } from "../run-cli.ts";

const outcomeWords: Readonly<Record<Outcome, string>> = {
	error: "To fix",
	warning: "To look at",
	unknown: "Not known",
	met: "Met",
};

const largestFile = 10_000_000;

/** Holds a workbook of form CFS-101 against all checks, without server or database. */
export const cfs101Check: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: { approved: { type: "string" }, json: { type: "boolean" } },
	});
	const [name, ...others] = positionals;
	if (!name || others.length > 0) {
		throw new CommandError("Use: throughline cfs101 check FILE [--approved FILE] [--json]");
	}
	const edition = currentFormEdition;
	const reading = await readFormWorkbook(edition, await readWorkbookFile(world, name));
	const approved =
		values.approved === undefined
			? undefined
			: await readFormWorkbook(edition, await readWorkbookFile(world, values.approved));
	// Cells that are no typed numbers do not hold the checks back: C1 tells them.
	const untyped = new Set(reading.untyped.map(({ message }) => `C1: ${message}`));
	const problems = [...reading.problems, ...reading.notes].filter(({ message }) => !untyped.has(message));
	const { years } = reading;
	const checks: readonly CheckResult[] = years
		? checkForm({
				...{ edition, years, untyped: reading.untyped, approved: approved?.typed, today: dayOf(world.clock()) },
				values: withTotals(edition, new Map([...reading.typed, ...reading.kept])),
			})
		: [];
	const usable = problems.length === 0 && checks.every(({ outcome }) => outcome !== "error");
	if (values.json) {
		world.print(JSON.stringify({ file: name, edition: edition.label, years: years ?? null, usable, problems, checks }));
	} else {
		for (const { message } of problems) world.print(`To fix: ${message}`);
		for (const { findings } of checks) {
			for (const { outcome, message } of findings) world.print(`${outcomeWords[outcome]}: ${message}`);
		}
		world.print(`${name}: ${summary(checks, problems.length)}`);
	}
	return usable ? 0 : 1;
};

function summary(checks: readonly CheckResult[], problems: number): string {
	if (checks.length === 0) return "it cannot be checked before its layout is mended.";
	const count = (outcome: Outcome) => checks.filter((each) => each.outcome === outcome).length;
	const cells = problems > 0 ? `${problems} ${problems === 1 ? "cell" : "cells"} to fix; ` : "";
	return `${cells}of ${checks.length} checks ${count("error")} to fix, ${count("warning")} to look at, ${count("unknown")} not known, ${count("met")} met.`;
}

/** The bytes of a workbook named on the command line. */
export async function readWorkbookFile(world: CliWorld, name: string): Promise<Uint8Array<ArrayBuffer>> {
	const file = path.resolve(world.folder, name);
	if ((await stat(file)).size > largestFile) {
		throw new CommandError(
			`${name} is larger than 10 MB. A workbook of this form is some 30 KB: start from a fresh one.`,
		);
	}
	return new Uint8Array(await readFile(file));
}
