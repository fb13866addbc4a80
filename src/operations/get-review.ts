import { z } from "zod";
import { may } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { ReviewView } from "../domain/review/review-view.ts";
import type { Fact, FactKind } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { CheckResultOutput } from "./outputs/plan-outputs.ts";
import { checkPlan, signedSha256, stageOf } from "./plan-checks.ts";

/** Reads the records of a plan's review. What the State notes for itself comes to the State alone. */
export const getReview = defineOperation({
	name: "get-review",
	title: "Get the review of a plan",
	http: { method: "get", path: "/plans/{documentId}/review" },
	input: z.object({ documentId: z.uuid() }),
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
	async run({ actor, clock, ids, stores }, { documentId }): Promise<ReviewView> {
		const plan = await stores.plans.find(documentId);
		if (!plan) throw new NotFound("There is no such plan, or it is not shared with you.");
		const edition = getEdition(plan.document);
		const path = await stores.jurisdictions.pathOf(plan.document.jurisdictionId);
		const mayReview = may(actor, "plan.review", path);
		const list = async <K extends FactKind>(kind: K) =>
			(await stores.facts.list(kind, { documentId } as never)) as readonly Fact<K>[];
		const checks = edition.review
			? checkPlan(assemblePlan(plan), edition, {
					...{ now: clock(), stage: stageOf(plan.document), planSha256: signedSha256(plan, ids) },
				})
			: [];
		const grants = mayReview ? await stores.facts.list("role-grant") : [];
		const people = mayReview ? await stores.facts.list("person") : [];
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
			tests: (edition.review?.tests ?? []).map(({ id, label, source, rules }) => ({
				id,
				label,
				source,
				open: checks.filter((check) => rules.includes(check.ruleId) && check.severity === "error" && !check.waived),
			})),
			reviewers: people
				.filter(
					(person) =>
						person.active &&
						may(
							{ personId: person.id, name: person.name, grants: grants.filter((each) => each.personId === person.id) },
							"plan.review",
							path,
						),
				)
				.map(({ id, name }) => ({ id, name })),
			mayReview,
			mayRespond: may(actor, "plan.write", path),
			mayNegotiate: may(actor, "plan.negotiate", path),
		};
	},
});
