import { z } from "zod";
import { type JurisdictionPath, may } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { ReviewView } from "../domain/review/review-view.ts";
import type { Fact, FactKind } from "../domain/workflow/fact-kinds.ts";
import { getDocument, getEdition } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { CheckResultOutput } from "./outputs/plan-outputs.ts";
import { checkPlan, signedSha256, stageOf } from "./plan-checks.ts";

/** Reads the records of a plan's review. What the State notes for itself comes to the State alone. */
export const getReview = defineOperation({
	name: "get-review",
	title: "Get the review of a plan",
	http: { method: "get", path: "/plans/{documentId}/review" },
	input: z.object({
		documentId: z.uuid(),
		only: z.literal("records").optional().describe("Leaves out the State's tests and who may review: they are empty."),
	}),
	output: z
		.object({
			reviews: z.array(factOutputs["state-review"]),
			items: z.array(factOutputs["review-item"]),
			remarks: z.array(factOutputs["review-remark"]),
			responses: z.array(factOutputs["review-response"]),
			negotiations: z.array(factOutputs.negotiation),
			positions: z.array(factOutputs["negotiation-position"]),
			assignments: z.array(factOutputs["state-assignment"]),
			shares: z.array(factOutputs["draft-share"]),
			contacts: z.array(factOutputs["state-contact"]),
			formalActions: z.array(factOutputs["formal-action"]),
			focusedHelp: z.array(factOutputs["focused-help"]),
			tests: z.array(
				z.object({ id: z.string(), label: z.string(), source: z.string(), open: z.array(CheckResultOutput) }),
			),
			reviewers: z.array(z.object({ id: z.uuid(), name: z.string() })),
			mayReview: z.boolean(),
			mayRespond: z.boolean(),
			mayNegotiate: z.boolean(),
		})
		.meta({ id: "ReviewView" }),
	async run(context, { documentId, only }): Promise<ReviewView> {
		const { actor, stores } = context;
		const document = await getDocument(context, documentId);
		const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
		const mayReview = may(actor, "plan.review", path);
		const list = async <K extends FactKind>(kind: K) =>
			(await stores.facts.list(kind, { documentId } as never)) as readonly Fact<K>[];
		return {
			reviews: await list("state-review"),
			items: await list("review-item"),
			remarks: await list("review-remark"),
			responses: await list("review-response"),
			negotiations: await list("negotiation"),
			positions: await list("negotiation-position"),
			assignments: await list("state-assignment"),
			shares: await list("draft-share"),
			contacts: await list("state-contact"),
			formalActions: await list("formal-action"),
			focusedHelp: await list("focused-help"),
			tests: only ? [] : await runTests(context, document),
			reviewers: only || !mayReview ? [] : await listReviewers(context, path),
			mayReview,
			mayRespond: may(actor, "plan.write", path),
			mayNegotiate: may(actor, "plan.negotiate", path),
		};
	},
});

/** The tests that the State runs on a plan (SIP-106), each with what is open. */
async function runTests(
	{ clock, ids, stores }: OperationContext,
	document: Fact<"document">,
): Promise<ReviewView["tests"]> {
	const edition = getEdition(document);
	const plan = edition.review && (await stores.plans.find(document.id));
	if (!edition.review || !plan) return [];
	const checks = checkPlan(assemblePlan(plan), edition, {
		...{ now: clock(), stage: stageOf(document), planSha256: signedSha256(plan, ids) },
	});
	return edition.review.tests.map(({ id, label, source, rules }) => ({
		...{ id, label, source },
		open: checks.filter((check) => rules.includes(check.ruleId) && check.severity === "error" && !check.waived),
	}));
}

/** The State's people who may review a plan of this place. */
async function listReviewers({ stores }: OperationContext, path: JurisdictionPath): Promise<ReviewView["reviewers"]> {
	const grants = await stores.facts.list("role-grant");
	const holders = new Set(
		grants
			.filter((grant) => may({ personId: grant.personId, name: "", grants: [grant] }, "plan.review", path))
			.map(({ personId }) => personId),
	);
	return (await stores.facts.list("person"))
		.filter(({ id, active }) => active && holders.has(id))
		.map(({ id, name }) => ({ id, name }));
}
