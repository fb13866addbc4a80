import { z } from "zod";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import type { FactKind } from "../domain/workflow/fact-kinds.ts";
import { foldActions } from "../domain/workflow/fold.ts";
import { NotFound } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import { FactKindOutput, PlanFactsOutput } from "./outputs/plan-outputs.ts";
import type { LoggedAction } from "./ports.ts";

const pageSize = 100;

/** Who changed one fact, when, why, from what to what: oldest first. */
export const getFactHistory = defineOperation({
	name: "get-fact-history",
	title: "Get the history of a fact",
	http: { method: "get", path: "/facts/{subject}/history" },
	input: z.object({ subject: z.uuid() }),
	output: z.array(LoggedActionOutput),
	async run({ stores }, { subject }): Promise<readonly LoggedAction[]> {
		const actions = await stores.actions.ofSubject(subject);
		if (actions.length === 0) throw new NotFound("There is no history for this, or it is not shared with you.");
		return actions;
	},
});

/** All that was done in a plan, newest first, 100 actions a page. `before` is the `seq` of the last one seen. */
export const getPlanHistory = defineOperation({
	name: "get-plan-history",
	title: "Get the history of a plan",
	http: { method: "get", path: "/plans/{documentId}/history" },
	input: z.object({ documentId: z.uuid(), before: z.coerce.number().int().optional() }),
	output: z.object({
		actions: z.array(LoggedActionOutput),
		facts: PlanFactsOutput,
		nextBefore: z.int().nullable().describe("Pass it as `before` for the next page; null on the last one."),
	}),
	async run(
		context,
		input,
	): Promise<{ actions: readonly LoggedAction[]; facts: PlanFacts; nextBefore: number | null }> {
		const document = await getDocument(context, input.documentId);
		const page = { limit: pageSize, ...(input.before === undefined ? {} : { before: input.before }) };
		const actions = await context.stores.actions.ofRoot(document.id, page);
		const facts = await context.stores.plans.find(document.id);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		return { actions, facts, nextBefore: actions.length === pageSize ? (actions.at(-1)?.seq ?? null) : null };
	},
});

/** One fact that differs between two moments. */
export type FactDifference = {
	readonly id: string;
	readonly kind: FactKind;
	readonly difference: "added" | "removed" | "changed";
	readonly before: Readonly<Record<string, unknown>>;
	readonly after: Readonly<Record<string, unknown>>;
	/** The fields that differ. */
	readonly fields: readonly string[];
	/** Who changed it last, when and why. */
	readonly last: Pick<LoggedAction, "actorName" | "at" | "reason">;
};

const FactDifferenceOutput = z
	.object({
		id: z.uuid(),
		kind: FactKindOutput,
		difference: z.enum(["added", "removed", "changed"]),
		before: z.record(z.string(), z.unknown()),
		after: z.record(z.string(), z.unknown()),
		fields: z.array(z.string()).describe("The fields that differ."),
		last: LoggedActionOutput.pick({ actorName: true, at: true, reason: true }),
	})
	.meta({ id: "FactDifference" });

/** What has changed in a plan since a moment, or between two moments: the log folded at both and compared. */
export const comparePlan = defineOperation({
	name: "compare-plan",
	title: "Compare a plan with an earlier moment",
	http: { method: "get", path: "/plans/{documentId}/compare" },
	input: z.object({
		documentId: z.uuid(),
		from: z.iso.datetime({ message: "Give a moment, for example 2026-06-30T12:00:00Z." }),
		to: z.iso.datetime({ message: "Give a moment, for example 2026-06-30T12:00:00Z." }).optional(),
	}),
	output: z.array(FactDifferenceOutput),
	async run(context, input): Promise<readonly FactDifference[]> {
		const { clock, stores } = context;
		const document = await getDocument(context, input.documentId);
		const until = input.to ? new Date(input.to) : clock();
		const actions = await stores.actions.ofRootUntil(document.id, until);
		const from = new Date(input.from).getTime();
		const then = foldActions(actions.filter((each) => new Date(each.at).getTime() <= from));
		const now = foldActions(actions);
		return [...now.values()].flatMap((fact) => {
			const earlier = then.get(fact.id);
			const wasThere = earlier !== undefined && !earlier.removed;
			if (!wasThere && fact.removed) return [];
			const before = wasThere ? earlier.values : {};
			const after = fact.removed ? {} : fact.values;
			const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
				(field) => canonicalText(before[field] ?? null) !== canonicalText(after[field] ?? null),
			);
			const last = actions.findLast((each) => each.subject === fact.id);
			if (!last || (wasThere && !fact.removed && fields.length === 0)) return [];
			return [
				{
					id: fact.id,
					kind: fact.kind,
					difference: fact.removed ? ("removed" as const) : wasThere ? ("changed" as const) : ("added" as const),
					before,
					after,
					fields,
					last: { actorName: last.actorName, at: last.at, reason: last.reason },
				},
			];
		});
	},
});
