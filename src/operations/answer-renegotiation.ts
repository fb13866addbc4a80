import { z } from "zod";
import { formatDate, PlainDate } from "../domain/calendar/plain-date.ts";
import {
	codesIn,
	RenegotiationAnswer,
	renegotiableParts,
	renegotiationAnswerLabels,
	renegotiationFault,
} from "../domain/pip/renegotiation.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { addAgreedPart, takeAgreedPartOut } from "./agreed-parts.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { getPipFact, openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { viewOfPip } from "./view-of-pip.ts";

/** Records what came of a renegotiation. What was agreed holds in the plan in force from then on; what was submitted stays. */
export const answerRenegotiation = defineOperation({
	name: "answer-renegotiation",
	title: "Record what came of a renegotiation",
	http: { method: "post", path: "/pips/{documentId}/renegotiations/{renegotiationId}/answer" },
	input: z.object({
		documentId: z.uuid(),
		renegotiationId: z.uuid(),
		version: z.coerce.number().int().min(1),
		answer: RenegotiationAnswer,
		answeredOn: PlainDate,
		answeredBy: z.string().trim().max(500).default(""),
		letter: z.string().trim().max(500).default(""),
	}),
	output: VersionOutput,
	async run(context, { documentId, renegotiationId, version, ...patch }): Promise<{ version: number }> {
		const { clock, stores } = context;
		const pip = await openPip(context, documentId);
		const asked = await getPipFact(context, pip, "renegotiation", renegotiationId);
		const { answer, answeredOn, answeredBy } = patch;
		const refuse = (field: string, message: string) => {
			throw new InvalidInput([{ field, message }]);
		};
		if (asked.answer) throw new Refused(`This was answered already: ${renegotiationAnswerLabels[asked.answer]}.`);
		if (answeredOn > dayOf(clock())) refuse("answeredOn", "This day has not come yet. Record what has happened.");
		if (answeredOn < asked.askedOn)
			refuse("answeredOn", `It was asked on ${formatDate(asked.askedOn)}. Give a later day.`);
		if (answer === "agreed" && answeredBy === "") {
			refuse("answeredBy", "Name who agreed, of the State and of the federal agency.");
		}
		const agreement = `Agreed by ${answeredBy} on ${answeredOn}.`;
		if (answer === "agreed" && asked.field === "added") {
			await addAgreedPart(context, pip, await viewOfPip(context, documentId), asked, agreement);
		} else if (answer === "agreed") {
			const found = await viewOfPip(context, documentId);
			const part = renegotiableParts(found.graph, found.pip).find(
				({ id, field }) => id === asked.partId && field === asked.field,
			);
			if (!part || part.now !== asked.before) {
				throw new Refused(
					`Meanwhile it says "${part?.now ?? "nothing any more"}", not "${asked.before}". Record this one as withdrawn, and ask anew.`,
				);
			}
			const fault = renegotiationFault(asked, found);
			if (fault) throw new Refused(fault);
			if (asked.field === "takenOut") await takeAgreedPartOut(context, pip, found, asked, agreement);
			else await holdInPlan(asked);
		}
		const saved = await writePipFact(context, pip, {
			...{ kind: "renegotiation", id: asked.id, current: asked, version, patch },
		});
		const step = asked.workStepId ? await stores.facts.find("work-step", asked.workStepId) : undefined;
		if (step && !step.doneOn) {
			await writePipFact(context, pip, {
				...{ kind: "work-step", id: step.id, current: step, version: step.version },
				patch: { doneOn: answeredOn, note: `${renegotiationAnswerLabels[answer]}. ${patch.letter}`.trim() },
			});
		}
		return { version: saved };

		async function holdInPlan({ partKind, partId, field, after, reason }: Fact<"renegotiation">): Promise<void> {
			const current = await stores.facts.find(partKind, partId);
			if (!current) throw new Error(`${partKind} ${partId} was there a moment ago.`);
			const value = field === "codes" ? codesIn(after) : field === "value" ? Number(after) : after;
			await stores.facts.write({
				...{ kind: partKind, id: partId, verb: "change", expectedVersion: current.version },
				...{ jurisdictionId: pip.document.jurisdictionId, root: documentId, role: pip.role },
				patch: { [field]: value, ...(field === "dueOn" ? { timeframeMonths: null } : {}) },
				reason: `Negotiated anew: ${reason} ${agreement}`.slice(0, 2000),
			});
		}
	},
});
