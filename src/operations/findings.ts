import { z } from "zod";
import { Evidence, Finding } from "../domain/finding/finding-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { MadeOutput, VersionOutput } from "./outputs/log-outputs.ts";

export const FindingOutput = factOutputs.finding
	.extend({ evidence: z.array(factOutputs.evidence) })
	.meta({ id: "FindingWithEvidence" });
export type FindingWithEvidence = Fact<"finding"> & { readonly evidence: readonly Fact<"evidence">[] };

/** The findings of a jurisdiction (or of all that the person may see), with their evidence. */
export const listFindings = defineOperation({
	name: "list-findings",
	title: "List findings",
	http: { method: "get", path: "/findings" },
	input: z.object({ jurisdictionId: z.uuid().optional() }),
	output: z.array(FindingOutput),
	async run({ stores }, input): Promise<readonly FindingWithEvidence[]> {
		const filter = input.jurisdictionId ? { jurisdictionId: input.jurisdictionId } : {};
		const evidence = await stores.facts.list("evidence", filter);
		return (await stores.facts.list("finding", filter)).map((finding) => ({
			...finding,
			evidence: evidence.filter((each) => each.findingId === finding.id),
		}));
	},
});

async function getFinding({ stores }: OperationContext, id: string): Promise<Fact<"finding">> {
	const finding = await stores.facts.find("finding", id);
	if (!finding) throw new NotFound("There is no such finding, or it is not in your jurisdiction.");
	return finding;
}

/** One finding with its evidence. */
export const getFindingWithEvidence = defineOperation({
	name: "get-finding",
	title: "Get a finding",
	http: { method: "get", path: "/findings/{findingId}" },
	input: z.object({ findingId: z.uuid() }),
	output: FindingOutput,
	async run(context, input): Promise<FindingWithEvidence> {
		const finding = await getFinding(context, input.findingId);
		return { ...finding, evidence: await context.stores.facts.list("evidence", { findingId: finding.id }) };
	},
});

/** Writes down a finding of a person's own, for example on a systemic factor, which no figure proposes. */
export const addFinding = defineOperation({
	name: "add-finding",
	title: "Add a finding",
	http: { method: "post", path: "/findings" },
	input: Finding.omit({ state: true, periodEnd: true, vintage: true }).extend({
		vintage: z.string().max(40).default(""),
	}),
	output: MadeOutput,
	async run({ actor, ids, stores }, input): Promise<{ id: string }> {
		const role = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(input.jurisdictionId));
		const id = ids.next();
		await stores.facts.write({
			kind: "finding",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: { ...input, state: "proposed", periodEnd: null },
			jurisdictionId: input.jurisdictionId,
			root: id,
			role,
			reason: "",
		});
		return { id };
	},
});

/**
 * A person settles what the figures propose: confirms the finding, with the judgement and words of their own, or dismisses
 * it with a reason. A finding is confirmed on evidence: a figure, a case review, voices or a document must be there.
 */
export const settleFinding = defineOperation({
	name: "settle-finding",
	title: "Confirm or dismiss a finding",
	http: { method: "post", path: "/findings/{findingId}/settle" },
	input: z.object({
		findingId: z.uuid(),
		version: z.coerce.number().int().min(1),
		state: z.enum(["confirmed", "dismissed"]),
		judgement: Finding.shape.judgement,
		summary: z.string().max(8000),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { actor, stores } = context;
		const finding = await getFinding(context, input.findingId);
		const role = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(finding.jurisdictionId));
		if (input.state === "dismissed" && input.reason === "") {
			throw new InvalidInput([
				{ field: "reason", message: "Say why the finding is dismissed: those who come after will ask." },
			]);
		}
		if (input.state === "confirmed") {
			const evidence = await stores.facts.list("evidence", { findingId: finding.id });
			if (evidence.length === 0) {
				throw new Refused(
					"A finding is confirmed on evidence, and there is none yet. Add a figure, a case review, what partners said or a document, then confirm.",
				);
			}
			if (input.summary.trim() === "") {
				throw new InvalidInput([{ field: "summary", message: "Say in a sentence or two what was found." }]);
			}
		}
		const version = await mergeSave(stores, finding, {
			kind: "finding",
			id: finding.id,
			verb: "change",
			expectedVersion: input.version,
			patch: { state: input.state, judgement: input.judgement, summary: input.summary },
			jurisdictionId: finding.jurisdictionId,
			root: finding.id,
			role,
			reason: input.reason,
		});
		return { version };
	},
});

/** Adds evidence to a finding: words with their source, or a figure that has been loaded. */
export const addEvidence = defineOperation({
	name: "add-evidence",
	title: "Add evidence to a finding",
	http: { method: "post", path: "/findings/{findingId}/evidence" },
	input: Evidence.pick({ evidenceKind: true, text: true, source: true }).extend({
		findingId: z.uuid(),
		observationId: z.uuid().nullable().default(null),
	}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { actor, ids, stores } = context;
		const finding = await getFinding(context, input.findingId);
		const role = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(finding.jurisdictionId));
		if (input.evidenceKind !== "observation" && input.text.trim() === "") {
			throw new InvalidInput([{ field: "text", message: "Say what the evidence shows." }]);
		}
		if (input.observationId) {
			const observation = (await stores.figures.findByIds([input.observationId]))[0];
			if (observation?.jurisdictionId !== finding.jurisdictionId) {
				throw new InvalidInput([
					{ field: "observationId", message: "That figure is not among the figures of this jurisdiction." },
				]);
			}
		}
		const id = ids.next();
		await stores.facts.write({
			kind: "evidence",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: { ...input, jurisdictionId: finding.jurisdictionId, findingId: finding.id },
			jurisdictionId: finding.jurisdictionId,
			root: finding.id,
			role,
			reason: "",
		});
		return { id };
	},
});
