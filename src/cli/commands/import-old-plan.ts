import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { RecognisedPlan } from "../../domain/word/old-plan.ts";
import { importOldPlan } from "../../operations/import-old-plan.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { perform } from "../../operations/operation.ts";
import { recogniseOldPlan } from "../../operations/recognise-old-plan.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";
import { readWordFile } from "./import-word.ts";

const use =
	"Use: throughline import old-plan FILE --jurisdiction CODE --edition EDITION --as EMAIL [--lines LINES.json]";

/** What the first run prints and the second takes: `plan` may be edited between. */
const Lines = z.object({ plan: RecognisedPlan });

/** Recognises an old plan in Word; with confirmed lines, starts a plan of them. */
export const importOldPlanCommand: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			as: { type: "string" },
			jurisdiction: { type: "string" },
			edition: { type: "string" },
			lines: { type: "string" },
			json: { type: "boolean" },
		},
	});
	const [name] = positionals;
	const { edition: editionId } = values;
	if (!name || !values.jurisdiction || !editionId) throw new CommandError(use);
	const bytes = await readWordFile(path.resolve(world.folder, name), name);
	const confirmed = values.lines === undefined ? undefined : await readLines(path.resolve(world.folder, values.lines));
	const { result, words } = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		const { performer } = installation;
		const places = await perform(performer, listJurisdictions, person, {});
		const place = places.find(({ code, name: called }) => [code, called].includes(values.jurisdiction ?? ""));
		if (!place) {
			throw new CommandError(
				`There is no jurisdiction "${values.jurisdiction}". Known: ${places.map((each) => `${each.code} (${each.name})`).join(", ")}.`,
			);
		}
		const input = { jurisdictionId: place.id, editionId, fileName: path.basename(name), bytes };
		const read = await perform(performer, recogniseOldPlan, person, input);
		if (!confirmed) return { result: read, words: inWords(read.plan) };
		if (confirmed.startsOn === null) throw new CommandError('Give "startsOn" in the lines, the first day of the plan.');
		const made = await perform(performer, importOldPlan, person, {
			...{ jurisdictionId: place.id, editionId, fileName: read.fileName, sha256: read.sha256, title: confirmed.title },
			startsOn: confirmed.startsOn,
			...(confirmed.endsOn === null ? {} : { endsOn: confirmed.endsOn }),
			lines: confirmed.lines,
		});
		return { result: made, words: `Started: plan ${made.id}, from ${made.lines} lines.` };
	});
	printResult(world, values.json, result, words);
	return 0;
};

async function readLines(file: string): Promise<RecognisedPlan> {
	const text = await readFile(file, "utf8").catch((error: unknown) => {
		throw new CommandError(`There is no file ${file}.`, { cause: error });
	});
	try {
		return Lines.parse(JSON.parse(text)).plan;
	} catch (error) {
		throw new CommandError(`${file} does not hold lines such as "import old-plan" prints with --json.`, {
			cause: error,
		});
	}
}

function inWords({ title, startsOn, endsOn, lines }: RecognisedPlan): string {
	return [
		`${title || "No title was found"} (${startsOn ?? "first day not found"} to ${endsOn ?? "last day not found"})`,
		...lines.map(
			({ key, kind, confidence, text }) =>
				`${key}. ${kind}, ${confidence}: ${text.replace(/\s+/gu, " ").slice(0, 100)}`,
		),
		"Nothing was kept. Print the lines with --json into a file, mend them, and give the file with --lines to start the plan.",
	].join("\n");
}
