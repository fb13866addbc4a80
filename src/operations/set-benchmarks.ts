import { z } from "zod";
import { federalFiscalYearStart, fiscalYearBounds, fiscalYearOf } from "../domain/calendar/fiscal-year.ts";
import { InvalidInput, StaleVersion } from "./errors.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { getPart } from "./plan-part.ts";
import type { FactChange, Stores } from "./ports.ts";
import { wasGoalSent } from "./was-goal-sent.ts";

/**
 * Sets where an objective is to be at the end of each federal fiscal year of the plan: its benchmarks, on the way to the target
 * (45 CFR 1357.15(i), (j); INT-05). A year without a value loses its benchmark. Once the plan was submitted, a change needs a reason.
 */
export const setBenchmarks = defineOperation({
	name: "set-benchmarks",
	title: "Set the benchmarks of an objective",
	http: { method: "post", path: "/plans/{documentId}/objectives/{objectiveId}/benchmarks" },
	input: z.object({
		documentId: z.uuid(),
		objectiveId: z.uuid(),
		benchmarks: z
			.array(
				z.object({
					year: z.coerce.number().int().min(1994).max(2060).describe("The federal fiscal year."),
					value: z.number().finite().nullable(),
					version: z.coerce.number().int().min(0).default(0).describe("0 while the year has no benchmark."),
				}),
			)
			.min(1)
			.max(10),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: z.object({ benchmarks: z.array(z.object({ year: z.int(), version: z.int().min(1) })) }),
	async run(context, input): Promise<{ benchmarks: { year: number; version: number }[] }> {
		const { ids, stores } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const objective = await getPart(stores, document.id, "objective", input.objectiveId);
		const cycle = await stores.facts.find("cycle", document.cycleId);
		const [first, last] = [cycle?.startsOn, cycle?.endsOn].map((day) =>
			day ? fiscalYearOf(day, federalFiscalYearStart) : 0,
		) as [number, number];
		const sent = await wasGoalSent(stores, objective.goalId);
		const benchmarks: { year: number; version: number }[] = [];
		for (const wanted of input.benchmarks) {
			if (wanted.year < first || wanted.year > last) {
				throw new InvalidInput([
					{
						field: "benchmarks",
						message: `Federal fiscal year ${wanted.year} is not in the plan, which covers ${first} to ${last}.`,
					},
				]);
			}
			const id = ids.named("benchmark", objective.id, String(wanted.year));
			const version = await setOne(stores, wanted, sent, {
				...{ kind: "target", id, jurisdictionId: document.jurisdictionId, root: document.id, role },
				...{ reason: input.reason, objectiveId: objective.id },
			});
			if (version !== undefined) benchmarks.push({ year: wanted.year, version });
		}
		return { benchmarks };
	},
});

type Wanted = { readonly year: number; readonly value: number | null; readonly version: number };
type Common = Pick<FactChange<"target">, "kind" | "id" | "jurisdictionId" | "root" | "role" | "reason"> & {
	readonly objectiveId: string;
};

/** Sets, changes or removes the benchmark of one year; answers its version, undefined where there is none. */
async function setOne(
	stores: Stores,
	{ year, value, version }: Wanted,
	sent: boolean,
	{ objectiveId, ...common }: Common,
): Promise<number | undefined> {
	const current = await stores.facts.find("target", common.id);
	const head = (await stores.actions.ofSubject(common.id)).at(-1)?.position ?? 0;
	if ((current?.version ?? 0) !== version) throw new StaleVersion(head);
	if ((current?.value ?? null) === value) return current?.version;
	if (sent && common.reason === "") {
		throw new InvalidInput([
			{
				field: "reason",
				message: "The benchmarks were submitted as they stand. Say why they change: the next paper lists it.",
			},
		]);
	}
	if (value === null) {
		await stores.facts.write({ ...common, verb: "remove", expectedVersion: head, patch: {} });
		return undefined;
	}
	const by = fiscalYearBounds(year, federalFiscalYearStart).to;
	const patch = { jurisdictionId: common.jurisdictionId, objectiveId, value, by, benchmarkYear: year };
	return stores.facts.write({ ...common, verb: verbOf(current, head), expectedVersion: head, patch });
}

function verbOf(current: unknown, head: number): "change" | "restore" | "add" {
	if (current) return "change";
	return head > 0 ? "restore" : "add";
}
