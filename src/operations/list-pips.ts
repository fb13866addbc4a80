import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { dueDay, type PipPhase } from "../domain/pip/pip-clock.ts";
import { PipType } from "../domain/pip/pip-rules.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { PipPhaseOutput } from "./outputs/pip-outputs.ts";
import { getPipClock } from "./pip-clock-of.ts";
import { dayOf } from "./plan-checks.ts";

export type PipRow = {
	readonly document: Fact<"document">;
	readonly place: string;
	readonly pipType: PipType;
	readonly phase: PipPhase;
	/** What runs now: the day on which the plan or its revision is due. */
	readonly dueOn: PlainDate | null;
	readonly approvedOn: PlainDate | null;
	/** Steps of the work plan that are past their day and not done. */
	readonly lateSteps: number;
};

/** The Program Improvement Plans that this person may read, each with where it stands. */
export const listPips = defineOperation({
	name: "list-pips",
	title: "List Program Improvement Plans",
	http: { method: "get", path: "/pips" },
	input: z.object({}),
	output: z.object({
		pips: z.array(
			z.object({
				document: factOutputs.document,
				place: z.string(),
				pipType: PipType,
				phase: PipPhaseOutput,
				dueOn: PlainDate.nullable(),
				approvedOn: PlainDate.nullable(),
				lateSteps: z.int().min(0).describe("Steps of the work plan that are past their day and not done."),
			}),
		),
	}),
	async run(context): Promise<{ pips: readonly PipRow[] }> {
		const { clock, stores } = context;
		const today = dayOf(clock());
		const terms = await stores.facts.list("plan-terms");
		const pips: PipRow[] = [];
		for (const { documentId, jurisdictionId } of terms) {
			const document = await stores.facts.find("document", documentId);
			const rules = document && findEdition(document.editionId)?.improvement;
			if (!document || !rules) continue;
			const state = await getPipClock(context, document, rules);
			const running = state.clocks.find(({ doneOn }) => doneOn === null);
			const steps = await stores.facts.list("work-step", { documentId });
			pips.push({
				lateSteps: steps.filter(({ doneOn, dueOn }) => doneOn === null && dueOn !== null && dueOn < today).length,
				...{ document, pipType: rules.type, phase: state.phase, approvedOn: state.approvedOn },
				place: (await stores.facts.find("jurisdiction", jurisdictionId))?.name ?? "",
				dueOn: running && rules.clock.submitDays !== null ? dueDay(running, today) : null,
			});
		}
		return { pips: pips.toSorted((a, b) => (a.document.id < b.document.id ? 1 : -1)) };
	},
});
