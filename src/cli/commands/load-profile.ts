import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { loadStateDataProfile, type ProfileLoadResult } from "../../operations/load-state-data-profile.ts";
import { perform } from "../../operations/operation.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";

const largestFile = 25 * 1024 * 1024;
const rounds = ["round-4", "round-3-revised", "round-3-corrected"] as const;
const precisions = ["yes", "raw"] as const;

/** Loads a state data profile with the rights of a person. */
export const loadProfile: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			as: { type: "string" },
			jurisdiction: { type: "string" },
			profile: { type: "string" },
			round: { type: "string", default: "round-4" },
			compareAtDisplayPrecision: { type: "string", default: "yes" },
			json: { type: "boolean" },
		},
	});
	const [name] = positionals;
	if (!name || !values.jurisdiction) {
		throw new CommandError(
			"Name the file and the State: throughline load profile FILE --as EMAIL --jurisdiction CODE --profile 2025-08",
		);
	}
	const round = pick(rounds, values.round, "--round");
	const compareAtDisplayPrecision = pick(precisions, values.compareAtDisplayPrecision, "--compareAtDisplayPrecision");
	const file = path.resolve(world.folder, name);
	if ((await stat(file)).size > largestFile) {
		throw new CommandError(`${name} is larger than 25 MB. Keep only the rows of your State.`);
	}
	const bytes = new Uint8Array(await readFile(file));
	const result = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		const places = await perform(installation.performer, listJurisdictions, person, {});
		const states = places.filter(({ kind }) => kind === "state");
		const state = states.find((each) => each.code === values.jurisdiction || each.name === values.jurisdiction);
		if (!state) {
			const known = states.map((each) => `${each.code} (${each.name})`).join(", ");
			throw new CommandError(`There is no State "${values.jurisdiction}". Known: ${known}.`);
		}
		return perform(installation.performer, loadStateDataProfile, person, {
			jurisdictionId: state.id,
			round,
			profile: values.profile,
			compareAtDisplayPrecision,
			fileName: path.basename(file),
			bytes,
		});
	});
	printResult(world, values.json, result, inWords(result));
	return result.result === "refused" ? 1 : 0;
};

function pick<Choice extends string>(choices: readonly Choice[], given: string, option: string): Choice {
	const found = choices.find((choice) => choice === given);
	if (!found) throw new CommandError(`${option} is one of ${choices.join(", ")}, not "${given}".`);
	return found;
}

function inWords(result: ProfileLoadResult): string {
	const problems = result.problems.map((problem) => `  ${problem.message}`);
	if (result.result === "refused") return ["The profile was refused. Nothing was taken.", ...problems].join("\n");
	return [
		`Taken: ${result.added} new federal results, ${result.changed} changed, ${result.unchanged} unchanged.`,
		...problems,
	].join("\n");
}
