import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { CompletionEvidence } from "../domain/pip/completion-evidence.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { getPipFact, type OpenPip, openPip } from "./open-pip.ts";
import type { OpenPlan } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { getPart } from "./plan-part.ts";

/**
 * Says with a link what shows that a key activity of a PIP in force was done, or that nothing is kept, and why. A file is attached with
 * `add-attachment`.
 */
export const addCompletionEvidence = defineOperation({
	name: "add-completion-evidence",
	title: "Say what shows that a key activity was done",
	http: { method: "post", path: "/pips/{documentId}/evidence" },
	input: CompletionEvidence.pick({ milestoneId: true, title: true }).extend({
		documentId: z.uuid(),
		manner: z.enum(["link", "none"]),
		address: z.string().trim().max(2000).default("").describe("Of a link: its address, which begins with https://."),
		shownOn: PlainDate.nullable().default(null),
	}),
	output: MadeOutput,
	async run(context, { documentId, milestoneId, manner, title, address, shownOn }): Promise<{ id: string }> {
		const opened = await openForEvidence(context, { documentId, milestoneId, shownOn });
		if (manner === "link" && !/^https?:\/\/[^\s]+$/u.test(address)) {
			throw new InvalidInput([
				{ field: "address", message: "Give the whole address, for example https://records.example/rosters." },
			]);
		}
		return add(context, opened, {
			...{ milestoneId, manner, title, attachmentId: null },
			...{ address: manner === "link" ? address : "", shownOn: shownOn ?? dayOf(context.clock()) },
		});
	},
});

/** Takes a piece of evidence out, with the reason: it stays in the history, and so does its file. */
export const removeCompletionEvidence = defineOperation({
	name: "remove-completion-evidence",
	title: "Take a piece of evidence of completion out",
	http: { method: "post", path: "/pips/{documentId}/evidence/{evidenceId}/remove" },
	input: z.object({
		documentId: z.uuid(),
		evidenceId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why it is taken out.").max(2000),
	}),
	output: z.object({ removed: z.literal(true) }),
	async run(context, { documentId, evidenceId, version, reason }): Promise<{ removed: true }> {
		const { stores } = context;
		const pip = await openPip(context, documentId);
		const evidence = await getPipFact(context, pip, "completion-evidence", evidenceId);
		const { role, document } = pip;
		const common = {
			...({ verb: "remove", patch: {} } as const),
			...{ reason, role, jurisdictionId: document.jurisdictionId, root: documentId },
		};
		await stores.facts.write({
			...{ ...common, kind: "completion-evidence", id: evidence.id, expectedVersion: version },
		});
		const file = evidence.attachmentId && (await stores.facts.find("attachment", evidence.attachmentId));
		if (!file) return { removed: true };
		const left = await stores.facts.list("completion-evidence", { attachmentId: file.id });
		if (left.length === 0) {
			await stores.facts.write({ ...common, kind: "attachment", id: file.id, expectedVersion: file.version });
		}
		return { removed: true };
	},
});

/** Opens a PIP in force for what shows that one of its key activities was done. */
export async function openForEvidence(
	context: OperationContext,
	about: { readonly documentId: string; readonly milestoneId: string; readonly shownOn: PlainDate | null },
): Promise<OpenPip> {
	const pip = await openPip(context, about.documentId);
	if (pip.document.state !== "accepted") {
		throw new Refused(
			"Evidence of completion is kept for a plan in force. While the plan is drafted, say with each key activity what will show that it was done.",
		);
	}
	await getPart(context.stores, about.documentId, "milestone", about.milestoneId);
	if (about.shownOn && about.shownOn > dayOf(context.clock())) {
		throw new InvalidInput([
			{ field: "shownOn", message: "This day has not come yet. Give the day of which it speaks." },
		]);
	}
	return pip;
}

/** Ties a file to the key activity that it shows done. */
export async function writeEvidence(
	context: OperationContext,
	opened: Pick<OpenPlan, "document" | "role">,
	about: { readonly milestoneId: string; readonly title: string; readonly shownOn: PlainDate | null },
	file: Fact<"attachment">,
): Promise<void> {
	const { milestoneId, title, shownOn } = about;
	const known = await context.stores.facts.list("completion-evidence", { milestoneId, attachmentId: file.id });
	if (known.length > 0) {
		throw new InvalidInput([
			{ field: "file", message: `This very file is kept for this key activity already, as "${file.fileName}".` },
		]);
	}
	await add(context, opened, {
		...{ milestoneId, manner: "file", title: title || file.fileName, address: "", attachmentId: file.id },
		shownOn: shownOn ?? dayOf(context.clock()),
	});
}

async function add(
	{ ids, stores }: OperationContext,
	{ document, role }: Pick<OpenPlan, "document" | "role">,
	patch: Omit<CompletionEvidence, "jurisdictionId" | "documentId">,
): Promise<{ id: string }> {
	const [id, { jurisdictionId }] = [ids.next(), document];
	await stores.facts.write({
		...{ kind: "completion-evidence", id, verb: "add", expectedVersion: 0, reason: "" },
		...{ jurisdictionId, root: document.id, role },
		patch: { ...patch, jurisdictionId, documentId: document.id },
	});
	return { id };
}
