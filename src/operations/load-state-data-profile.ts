import { z } from "zod";
import { type FederalResult, FederalRound } from "../domain/measure/federal-result.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getNationalPerformance } from "../frameworks/us-cfsr/national-performance.ts";
import type { ProfileProblem } from "../indicators/profile/profile-problem.ts";
import { profileProblemIds } from "../indicators/profile/profile-problems.ts";
import { readProfileRelease } from "../indicators/profile/profile-release.ts";
import { type ProfileOptions, type ProfileReading, readProfile } from "../indicators/profile/read-profile.ts";
import type { ProfileRow } from "../indicators/profile/read-profile-row.ts";
import { InvalidInput } from "./errors.ts";
import { keepTableFile } from "./keep-table-file.ts";
import { openTable } from "./open-table.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { schemaOf } from "./outputs/agreement.ts";
import { type TableLoadResult, tableLoadOutput, tableProblemOutput } from "./outputs/table-load-output.ts";

export type ProfileLoadResult = TableLoadResult<ProfileProblem>;

const ProblemOutput = schemaOf<ProfileProblem>()(
	tableProblemOutput(profileProblemIds, {
		id: "ProfileProblem",
		description: "One problem in a state data profile, for the person who must mend it.",
	}),
);

/**
 * Takes the federal results of a State from its data profile (CSV or Excel), whole or not at all. A result is known by round,
 * indicator, period and release of the profile: loaded again with other numbers it changes and keeps its history, with the same
 * numbers nothing happens. The status follows from the interval; observed performance is kept and never judged.
 */
export const loadStateDataProfile = defineOperation({
	name: "load-state-data-profile",
	title: "Load a state data profile",
	http: { method: "post", path: "/state-data-profiles" },
	input: z.object({
		jurisdictionId: z.uuid(),
		round: FederalRound.default("round-4"),
		/** Year and month in which the profile was released, where the file does not say it; "" for none. */
		profile: z.string().max(40).default(""),
		compareAtDisplayPrecision: z.enum(["yes", "raw"]).default("yes"),
		fileName: z.string().min(1).max(1000),
		bytes: z.instanceof(Uint8Array),
	}),
	output: tableLoadOutput(ProblemOutput, "ProfileLoadResult"),
	async run(context, input): Promise<ProfileLoadResult> {
		const { jurisdictionId, round, compareAtDisplayPrecision, bytes } = input;
		const state = await findState(context, jurisdictionId);
		const role = requireRole(context.actor, "figures.load", await context.stores.jurisdictions.pathOf(jurisdictionId));
		const release = input.profile.trim() === "" ? null : readProfileRelease(input.profile);
		if (release === undefined) {
			const message = `"${input.profile}" is no release of a data profile. Write its year and month, such as 2025-08.`;
			throw new InvalidInput([{ field: "profile", message }]);
		}
		const options = { state, national: getNationalPerformance(round), release, compareAtDisplayPrecision };
		const reading = await readFile(bytes, options);
		if (!reading.taken) return { result: "refused", problems: reading.problems };
		const known = await context.stores.facts.list("federal-result", { jurisdictionId, round });
		const current = new Map(known.map((each) => [keyOf(each), each]));
		const changed = reading.results.filter((row) => !saysTheSame(current.get(keyOf(row)), row));
		const added = changed.filter((row) => !current.has(keyOf(row))).length;
		if (changed.length > 0) {
			const file = await keepTableFile(context, input);
			for (const { row: _row, asShare: _asShare, ...values } of changed) {
				const before = current.get(keyOf(values));
				const id = before?.id ?? context.ids.named("federal-result", jurisdictionId, round, keyOf(values));
				await context.stores.facts.write({
					kind: "federal-result",
					id,
					verb: before ? "change" : "add",
					expectedVersion: before?.version ?? 0,
					patch: { jurisdictionId, round, ...values, ...file },
					jurisdictionId,
					root: id,
					role,
					reason: "",
				});
			}
		}
		const unchanged = reading.results.length - changed.length;
		return { result: "taken", added, changed: changed.length - added, unchanged, problems: reading.problems };
	},
});

async function findState({ stores }: OperationContext, jurisdictionId: string): Promise<Fact<"jurisdiction">> {
	const place = await stores.facts.find("jurisdiction", jurisdictionId);
	if (place?.kind === "state") return place;
	const message = "Choose a State: the federal result is one of States, never of a county, region or Tribe.";
	throw new InvalidInput([{ field: "jurisdictionId", message }]);
}

async function readFile(bytes: Uint8Array, options: ProfileOptions): Promise<ProfileReading> {
	const opened = await openTable(bytes);
	return "table" in opened ? readProfile(opened.table, options) : { taken: false, problems: [opened.problem] };
}

function keyOf({ indicator, period, profile }: Pick<FederalResult, "indicator" | "period" | "profile">): string {
	return `${indicator}|${period}|${profile}`;
}

const compared = [
	"denominator",
	"numerator",
	"observed",
	"riskStandardized",
	"lower",
	"upper",
	"status",
	"publishedStatus",
	"reason",
] as const satisfies readonly (keyof FederalResult)[];

function saysTheSame(known: Fact<"federal-result"> | undefined, row: ProfileRow): boolean {
	return known !== undefined && compared.every((field) => known[field] === row[field]);
}
