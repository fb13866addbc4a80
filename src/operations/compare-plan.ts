import { z } from "zod";
import { isBesideText } from "../domain/drafting/beside-text.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import type { FactKind } from "../domain/workflow/fact-kinds.ts";
import { foldActions } from "../domain/workflow/fold.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import { FactKindOutput } from "./outputs/plan-outputs.ts";
import type { LoggedAction } from "./ports.ts";

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
		const logged = await stores.actions.ofRootUntil(document.id, until);
		// What is said beside the text is not the plan.
		const actions = logged.filter(({ kind }) => !isBesideText(kind));
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
