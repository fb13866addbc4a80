import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { agreedFor, YearlyPaperOutput, type YearlyPaperRow, yearlyPapersOf } from "./yearly-papers.ts";

export type PlanWithPapers = { readonly plan: Fact<"document">; readonly papers: readonly YearlyPaperRow[] };

/** The accepted plans that the asker may see, each with the yearly papers that it owes, their days and how far they are. */
export const listYearlyPapers = defineOperation({
	name: "list-yearly-papers",
	title: "List yearly papers",
	http: { method: "get", path: "/yearly-papers" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(z.object({ plan: factOutputs.document, papers: z.array(YearlyPaperOutput) })),
	async run({ clock, stores }, { jurisdictionId }): Promise<readonly PlanWithPapers[]> {
		const filter = jurisdictionId ? { jurisdictionId } : {};
		const documents = await stores.facts.list("document", filter);
		const cycles = new Map((await stores.facts.list("cycle", filter)).map((each) => [each.id, each]));
		const terms = await stores.facts.list("plan-terms", filter);
		return documents.flatMap((plan) => {
			const cycle = cycles.get(plan.cycleId);
			const papers = cycle ? yearlyPapersOf(plan, cycle, documents, dayOf(clock()), agreedFor(plan, terms)) : [];
			return papers.length === 0 ? [] : [{ plan, papers }];
		});
	},
});
