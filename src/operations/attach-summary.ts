import { renderWordDocument } from "../documents/word/render-word-document.ts";
import { rolesFor } from "../domain/people/may.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { editableStates } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { buildPaper } from "./build-paper.ts";
import { fileNameOf } from "./file-name-of.ts";
import { getEdition } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";

/** The title by which a summary that the program has attached is told from one that somebody has. */
const madeTitle = (title: string) => `Summary Assessment, made from ${title}`.slice(0, 300);

/** Attaches the summary of a self-assessment that is complete to every plan that names it and is being drafted (SIP-30). */
export async function attachSummaryToPlans(context: OperationContext, assessment: PlanFacts): Promise<void> {
	const { facts } = context.stores;
	if (!getEdition(assessment.document).sections.some(({ kind }) => kind === "summary")) return;
	const { id: linkedDocumentId } = assessment.document;
	for (const { documentId } of await facts.list("cross-reference", { planKind: "self-assessment", linkedDocumentId })) {
		const plan = await facts.find("document", documentId);
		if (plan) await attachSummary(context, plan, assessment);
	}
}

/** Attaches the summary of the self-assessment that a plan has just named, when it is complete. */
export async function attachSummaryOf(
	context: OperationContext,
	plan: Fact<"document">,
	assessmentId: string,
): Promise<void> {
	const assessment = await context.stores.plans.find(assessmentId);
	if (assessment && ["submitted", "accepted"].includes(assessment.document.state)) {
		await attachSummary(context, plan, assessment);
	}
}

/**
 * Attaches it to one plan, as a Word file, in place of what was made from the same self-assessment before. A file that somebody
 * has attached stays. Nothing is done for a plan that cannot be changed now, or by a person who may not change it.
 */
async function attachSummary(context: OperationContext, plan: Fact<"document">, assessment: PlanFacts): Promise<void> {
	const { actor, clock, ids, stores } = context;
	const kind = getEdition(plan).attachments.find(({ madeFrom }) => madeFrom === "self-assessment-summary");
	const { jurisdictionId, id: documentId } = plan;
	const [role] = rolesFor(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
	if (!kind || !role || !editableStates.includes(plan.state)) return;
	const title = madeTitle(assessment.document.title);
	const summary = { sections: ["summary"], title: `Summary Assessment: ${assessment.document.title}` } as const;
	const bytes = await renderWordDocument(await buildPaper(context, assessment, summary));
	const sha256 = ids.hash(bytes);
	const common = { kind: "attachment", jurisdictionId, root: documentId, role, reason: "" } as const;
	for (const earlier of await stores.facts.list("attachment", { documentId, attachmentKind: kind.id, title })) {
		if (earlier.sha256 === sha256) return;
		await stores.facts.write({
			...{ ...common, id: earlier.id, verb: "remove", expectedVersion: earlier.version, patch: {} },
			reason: "The self-assessment was sent anew.",
		});
	}
	const fileId = ids.next();
	const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
	await stores.attachmentFiles.add({
		...{ id: fileId, jurisdictionId, documentId, sha256, mediaType, bytes },
		...{ storedAt: clock(), storedBy: actor.personId },
	});
	await stores.facts.write({
		...{ ...common, id: ids.next(), verb: "add", expectedVersion: 0 },
		patch: {
			...{ jurisdictionId, documentId, attachmentKind: kind.id, focusAreaId: null, title, mediaType, sha256, fileId },
			fileName: `${fileNameOf(assessment.document.title)}-summary.docx`,
			size: bytes.byteLength,
			// The program's own file holds nothing that a scanner could find.
			...{ scan: "not-scanned", scanNote: "" },
		},
	});
}
