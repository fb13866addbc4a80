import { z } from "zod";
import { Finding } from "../domain/finding/finding-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { getPart } from "./plan-part.ts";

/**
 * Rates a subject of a self-assessment: a strength, or needs improvement. The rating is a confirmed finding, resting on the
 * newest figure held and on the analysis; the plan answers that same finding. A finding on the same subject that is there
 * already is settled by it; none is made twice.
 */
export const rateSubject = defineOperation({
	name: "rate-subject",
	title: "Rate a subject of a self-assessment",
	http: { method: "post", path: "/plans/{documentId}/analyses/{analysisId}/rating" },
	input: z.object({
		documentId: z.uuid(),
		analysisId: z.uuid(),
		judgement: Finding.shape.judgement,
		/** In a sentence or two; the analysis where it is left out. */
		summary: z.string().trim().max(8000).default(""),
	}),
	output: z.object({ findingId: z.uuid() }),
	async run(context, input): Promise<{ findingId: string }> {
		const { actor, stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const confirmer = requireRole(actor, "finding.confirm", await stores.jurisdictions.pathOf(document.jurisdictionId));
		const analysis = await getPart(stores, document.id, "subject-analysis", input.analysisId);
		const summary = input.summary || analysis.analysis.trim().slice(0, 8000);
		if (summary === "") {
			throw new InvalidInput([
				{ field: "analysis", message: "Write the analysis before the rating: a rating rests on it." },
			]);
		}
		const finding = await findingOf(context, analysis);
		const common = { jurisdictionId: document.jurisdictionId, reason: "" } as const;
		const ofFinding = { ...common, kind: "finding", role: confirmer, root: finding.id } as const;
		if (finding.version === 0) {
			const { subjectKind, code, vintage, label, domain, jurisdictionId } = analysis;
			await stores.facts.write({
				...ofFinding,
				id: finding.id,
				verb: "add",
				expectedVersion: 0,
				patch: {
					...{ jurisdictionId, subjectKind, code, vintage, label, domain, summary, periodEnd: null },
					judgement: input.judgement,
					state: "confirmed",
				},
			});
		} else {
			await stores.facts.write({
				...ofFinding,
				id: finding.id,
				verb: "change",
				expectedVersion: finding.version,
				patch: { judgement: input.judgement, state: "confirmed", summary },
			});
		}
		await addGrounds(context, document, analysis, finding.id, confirmer);
		if (analysis.findingId !== finding.id) {
			await stores.facts.write({
				...common,
				kind: "subject-analysis",
				id: analysis.id,
				verb: "change",
				expectedVersion: analysis.version,
				patch: { findingId: finding.id },
				root: document.id,
				role,
			});
		}
		return { findingId: finding.id };
	},
});

/** The finding that the analysis has, or the newest on the same subject that nobody has dismissed; version 0 for a new one. */
async function findingOf(
	{ stores, ids }: OperationContext,
	{ findingId, jurisdictionId, code, vintage }: Fact<"subject-analysis">,
): Promise<{ readonly id: string; readonly version: number }> {
	const own = findingId === null ? undefined : await stores.facts.find("finding", findingId);
	if (own) return own;
	const known = await stores.facts.list("finding", { jurisdictionId, code, vintage });
	return known.findLast((each) => each.state !== "dismissed") ?? { id: ids.next(), version: 0 };
}

/** What the rating rests on: the newest figure, and the self-assessment itself. */
async function addGrounds(
	{ stores, ids }: OperationContext,
	document: Fact<"document">,
	{ subjectKind, jurisdictionId, code, vintage }: Fact<"subject-analysis">,
	findingId: string,
	role: ReturnType<typeof requireRole>,
): Promise<void> {
	const there = await stores.facts.list("evidence", { findingId });
	const filter = { jurisdictionIds: [jurisdictionId], indicator: code, vintage, newestOnly: true } as const;
	const figures = subjectKind === "indicator" ? await stores.figures.list(filter) : [];
	const figure = figures.find((each) => each.populationGroup === "all") ?? figures[0];
	const grounds = [
		...(figure && !there.some((each) => each.observationId === figure.id)
			? [
					{
						evidenceKind: "observation" as const,
						observationId: figure.id,
						text: "The newest figure held when the subject was rated.",
						source: figure.source,
					},
				]
			: []),
		...(there.some((each) => each.evidenceKind === "document" && each.source === document.title)
			? []
			: [
					{
						evidenceKind: "document" as const,
						observationId: null,
						text: "Rated in the self-assessment.",
						source: document.title,
					},
				]),
	];
	for (const ground of grounds) {
		await stores.facts.write({
			kind: "evidence",
			id: ids.next(),
			verb: "add",
			expectedVersion: 0,
			patch: { ...ground, jurisdictionId, findingId },
			jurisdictionId,
			root: findingId,
			role,
			reason: "",
		});
	}
}
