import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { InvalidInput, NotFound, StaleSave, StaleVersion } from "../../operations/errors.ts";
import { getWordFile, type WordChangeView } from "../../operations/get-word-file.ts";
import { importWordFile } from "../../operations/import-word-file.ts";
import { perform } from "../../operations/operation.ts";
import { settleWordProposal } from "../../operations/settle-word-proposal.ts";
import type { Installation } from "../../server/installation.ts";
import type { SignedInPerson } from "../../storage/sql/actors.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { personFor, printResult, withInstallation } from "../open.ts";

const use = "Use: throughline import word FILE --plan PLAN --as EMAIL [--take 1,2|all] [--leave 3]";
const largestFile = 25_000_000;

/** Reads an edited Word file of a plan, lists its changes, and takes or leaves those that are named. */
export const importWord: Run = async (rest, world) => {
	const { values, positionals } = parseArgs({
		args: [...rest],
		allowPositionals: true,
		options: {
			as: { type: "string" },
			plan: { type: "string" },
			take: { type: "string" },
			leave: { type: "string" },
			reason: { type: "string" },
			json: { type: "boolean" },
		},
	});
	const [name] = positionals;
	if (!name || !values.plan) throw new CommandError(use);
	const { take, leave, plan: documentId, reason = "" } = values;
	const bytes = await readWordFile(path.resolve(world.folder, name), name);
	const result = await withInstallation(world, async (installation) => {
		const person = await personFor(installation, values.as);
		const { performer } = installation;
		const read = await perform(performer, importWordFile, person, {
			documentId,
			fileName: path.basename(name),
			bytes,
		});
		const problems: string[] = [];
		const { changes } = await perform(performer, getWordFile, person, { documentId, importId: read.id });
		for (const [decision, which] of [
			["take", take],
			["leave", leave],
		] as const) {
			for (const change of chosen(changes, which, decision)) {
				problems.push(...(await settle(installation, person, documentId, { change, decision, reason })));
			}
		}
		const after = await perform(performer, getWordFile, person, { documentId, importId: read.id });
		return { ...read, changes: after.changes.map(shown), problems };
	});
	printResult(world, values.json, result, inWords(result));
	return result.problems.length > 0 ? 1 : 0;
};

export async function readWordFile(file: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
	const { size } = await stat(file).catch((error: unknown) => {
		throw new CommandError(`There is no file ${name} here.`, { cause: error });
	});
	if (size > largestFile) {
		throw new CommandError(`${name} is larger than 25 MB. Take pictures out of it, or make them smaller.`);
	}
	return new Uint8Array(await readFile(file));
}

/** The changes that are named by their numbers; `all`: those that are open and clash with nothing. */
function chosen(
	changes: readonly WordChangeView[],
	which: string | undefined,
	decision: string,
): readonly WordChangeView[] {
	if (which === undefined) return [];
	if (which === "all") {
		return changes.filter(
			({ proposal, standing, problem }) => proposal.state === "open" && standing === "fits" && problem === "",
		);
	}
	return which.split(",").map((text) => {
		const change = changes.find(({ proposal }) => String(proposal.position) === text.trim());
		if (!change)
			throw new CommandError(`--${decision} names change ${text}: there are changes 1 to ${changes.length}.`);
		return change;
	});
}

async function settle(
	{ performer }: Installation,
	person: SignedInPerson,
	documentId: string,
	{
		change,
		decision,
		reason,
	}: { readonly change: WordChangeView; readonly decision: "take" | "leave"; readonly reason: string },
): Promise<readonly string[]> {
	const { id, position, place } = change.proposal;
	try {
		await perform(performer, settleWordProposal, person, { documentId, proposalId: id, decision, reason });
		return [];
	} catch (error) {
		const expected = [InvalidInput, NotFound, StaleSave, StaleVersion];
		if (!(error instanceof Error) || !expected.some((kind) => error instanceof kind)) throw error;
		const message =
			error instanceof InvalidInput ? error.problems.map((each) => each.message).join(" ") : error.message;
		return [`Change ${position} (${place}) was not taken: ${message}`];
	}
}

function shown({ proposal, standing, problem }: WordChangeView) {
	const { position, change, place, before, after, author, changedAt, comment, state } = proposal;
	return {
		number: position,
		id: proposal.id,
		change,
		place,
		before,
		after,
		author,
		changedAt,
		comment,
		state,
		standing,
		problem,
	};
}

type Shown = ReturnType<typeof shown>;

function inWords(result: {
	readonly changes: readonly Shown[];
	readonly notes: readonly string[];
	readonly problems: readonly string[];
}): string {
	const { changes, notes, problems } = result;
	const standings = {
		fits: "",
		clash: ", changed in the plan as well",
		same: ", the plan says so already",
		gone: ", not in the plan any more",
	};
	return [
		changes.length === 0 ? "Nothing differs from the plan." : `${changes.length} changes:`,
		...changes.flatMap(({ number, place, before, after, author, state, standing, problem }) => [
			`${number}. ${place} (${state}${state === "open" ? standings[standing] : ""})${author === "" ? "" : `, by ${author}`}`,
			...(before === "" ? [] : [`   - ${before.replace(/\n/gu, "\n     ")}`]),
			...(after === "" ? [] : [`   + ${after.replace(/\n/gu, "\n     ")}`]),
			...(problem === "" ? [] : [`   ${problem}`]),
		]),
		...notes,
		...problems,
	].join("\n");
}
