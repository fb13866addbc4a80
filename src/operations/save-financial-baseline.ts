import { z } from "zod";
import { BaselineKind, FinancialBaseline } from "../domain/money/budget-facts.ts";
import { readTypedValue } from "../domain/money/typed-value.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Keeps an amount of an earlier year that a State's spending is held against: FFY2005, 1992, or the older level of 1979. */
export const saveFinancialBaseline = defineOperation({
	name: "save-financial-baseline",
	title: "Keep a baseline of spending",
	http: { method: "post", path: "/budget-forms/baselines" },
	input: z.object({
		jurisdictionId: z.uuid(),
		baseline: BaselineKind,
		amount: z.string().max(40).describe("Dollars as typed, such as 1,158,704.80."),
		source: FinancialBaseline.shape.source,
		version: z.coerce.number().int().min(0).describe("The version that the person saw; 0 for the first."),
	}),
	output: VersionOutput,
	async run({ actor, ids, stores }, input): Promise<{ version: number }> {
		const { jurisdictionId, baseline, source, version } = input;
		const state = await getState(stores, jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		const read = readTypedValue("dollars", input.amount);
		if ("problem" in read) throw new InvalidInput([{ field: "amount", message: read.problem }]);
		if (typeof read.value !== "number") {
			throw new InvalidInput([{ field: "amount", message: "Enter the amount in dollars, such as 1,158,704.80." }]);
		}
		const [stored] = await stores.facts.list("financial-baseline", { jurisdictionId, baseline });
		const saved = await stores.facts.write({
			...{ kind: "financial-baseline", id: stored?.id ?? ids.named("financial-baseline", state.id, baseline) },
			...{ verb: stored ? "change" : "add", expectedVersion: version },
			patch: { jurisdictionId, baseline, cents: read.value, source },
			...{ jurisdictionId, root: state.id, role, reason: "" },
		});
		return { version: saved };
	},
});
