import { z } from "zod";
import { formatDate } from "../domain/calendar/plain-date.ts";
import { isWithin, yearlyDueOn } from "../domain/calendar/yearly-due.ts";
import type { Edition, YearlyPaper } from "../domain/document/edition.ts";
import { isFinalPaper, paperTitle } from "../domain/document/yearly-paper.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { carryOver } from "../domain/plan/carry-over.ts";
import type { Answers, PlanFacts } from "../domain/plan/plan-graph.ts";
import { stateLabels } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { NotFound, Refused } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";

/**
 * Starts the paper that reports on an accepted plan for the next year: born from what was accepted last, it uses the same goals
 * once more and marks each part as carried over and not yet looked at. Nothing is typed again (SIP-112 to SIP-114).
 */
export const startYearlyPaper = defineOperation({
	name: "start-yearly-paper",
	title: "Start the yearly paper of a plan, or the report at its end",
	http: { method: "post", path: "/plans/{documentId}/yearly-papers" },
	input: z.object({
		documentId: z.uuid(),
		final: z.boolean().default(false).describe("The report at the end of the plan, where its edition has one."),
	}),
	output: z.object({ id: z.uuid(), number: z.int().min(1) }),
	async run(context, { documentId, final }): Promise<{ id: string; number: number }> {
		const { actor, ids, stores } = context;
		const asked = await getDocument(context, documentId);
		const plan = asked.updateOf ? await getDocument(context, asked.updateOf) : asked;
		const { jurisdictionId, cycleId, editionId } = plan;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const edition = findEdition(editionId);
		const paper = final ? edition?.finalPaper : edition?.yearlyPaper;
		if (!edition || !paper) {
			throw new Refused(`The edition of this plan knows no ${final ? "report at the end" : "yearly paper"}.`);
		}
		const name = paper.name.toLowerCase();
		if (plan.state !== "accepted") {
			const authority = edition.answer === "recorded" ? edition.authority : "the State";
			throw new Refused(
				`The ${name} reports on a plan that ${authority} has accepted. This plan is ${stateLabels[plan.state].toLowerCase()}.`,
			);
		}
		const last = (await stores.facts.list("document", { updateOf: plan.id }))
			.toSorted((a, b) => (a.updateNumber ?? 0) - (b.updateNumber ?? 0))
			.at(-1);
		const number = nextNumber(edition, last, final);
		const facts = await stores.plans.find(last?.id ?? plan.id);
		const planFacts = last ? await stores.plans.find(plan.id) : facts;
		if (!facts || !planFacts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const { cycle } = facts;
		await checkStillDue(context, { plan, edition, number, name, cycle });
		const id = ids.next();
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: id, role, reason: "" } as const;
		await stores.facts.write({
			...common,
			kind: "document",
			id,
			patch: {
				...{ jurisdictionId, cycleId, editionId, state: "drafting", submittedOn: null, acceptedOn: null },
				...{ updateOf: plan.id, updateNumber: number },
				title: `${plan.title}: ${paperTitle(edition, number, cycle)}`.slice(0, 300),
			},
		});
		// What was negotiated anew since stands in the Program Improvement Plan itself.
		const taken = carryOver(assemblePlan(edition.improvement ? planFacts : facts));
		for (const { focusArea, goals } of taken.components) {
			const { id: _id, version: _version, ...area } = focusArea;
			const focusAreaId = ids.next();
			await stores.facts.write({
				...common,
				kind: "focus-area",
				id: focusAreaId,
				patch: { ...area, documentId: id },
			});
			for (const { goalId, position } of goals) {
				const patch = { jurisdictionId, documentId: id, focusAreaId, goalId, position };
				await stores.facts.write({ ...common, kind: "goal-use", id: ids.next(), patch });
			}
		}
		for (const { kind: partKind, id: partId } of taken.parts) {
			const patch = {
				jurisdictionId,
				documentId: id,
				partKind,
				partId,
				standing: "not-looked-at",
				progress: "",
			} as const;
			await stores.facts.write({ ...common, kind: "carried-part", id: ids.next(), patch });
		}
		await carryCourses(context, facts, { id, role, paper });
		const texts = carriedTexts(paper, assemblePlan(facts).answers, assemblePlan(planFacts).answers);
		for (const { field, value } of texts) {
			await stores.facts.write({
				...common,
				kind: "answer",
				id: ids.named("answer", id, "", field),
				patch: { jurisdictionId, documentId: id, focusAreaId: null, field, value, none: false, carried: true },
			});
		}
		return { id, number };
	},
});

/** A paper that would be due after the plan has ended is not started: yearly, or in the rhythm that was agreed for the plan. */
async function checkStillDue(
	{ ids, stores }: OperationContext,
	asked: {
		readonly plan: Fact<"document">;
		readonly edition: Edition;
		readonly number: number;
		readonly name: string;
		readonly cycle: Fact<"cycle">;
	},
): Promise<void> {
	const { plan, edition, number, name, cycle } = asked;
	const agreed = edition.improvement && (await stores.facts.find("plan-terms", ids.named("plan-terms", plan.id)));
	const terms = { dueDay: edition.yearlyPaper?.dueDay, everyMonths: agreed?.reportEveryMonths };
	const counted = { acceptedOn: plan.acceptedOn, startsOn: cycle.startsOn, endsOn: cycle.endsOn };
	const due = yearlyDueOn(edition.dueBasis, counted, number, terms);
	if (!due || isWithin(edition.dueBasis, counted, number, terms)) return;
	throw new Refused(
		`The plan ends on ${formatDate(cycle.endsOn)}, before ${name} ${number} would be due (${formatDate(due.on)}). Start the next plan instead.`,
	);
}

/** Where the paper has a table of training courses, it begins with the rows of the last one. */
async function carryCourses(
	{ ids, stores }: OperationContext,
	{ entries, document: { jurisdictionId } }: PlanFacts,
	to: { readonly id: string; readonly role: Fact<"role-grant">["role"]; readonly paper: YearlyPaper },
): Promise<void> {
	const isAsked = to.paper.sections.some(({ fields }) => fields.some((field) => field.entries === "training-course"));
	for (const { id: _id, version: _version, ...course } of isAsked ? entries["training-course"] : []) {
		await stores.facts.write({
			...{ kind: "training-course", id: ids.next(), verb: "add", expectedVersion: 0 },
			...{ patch: { ...course, documentId: to.id }, jurisdictionId, root: to.id, role: to.role, reason: "" },
		});
	}
}

/** The number of the paper to start: the next yearly one, or that of the report at the end. Throws `Refused` with the reason. */
function nextNumber(edition: Edition, last: Fact<"document"> | undefined, final: boolean): number {
	if (last && isFinalPaper(edition, last)) throw new Refused(`${last.title} was started already. Open it there.`);
	// Progress reports follow each other whether or not the federal agency has answered the one before.
	const isOver = last?.state === "accepted" || (edition.improvement !== undefined && last?.state === "submitted");
	if (last && !isOver) {
		throw new Refused(
			`${last.title} is ${stateLabels[last.state].toLowerCase()}. Bring it to its end before the next one is started.`,
		);
	}
	const { count } = edition.yearlyPaper ?? {};
	if (final) return (count ?? 0) + 1;
	const number = (last?.updateNumber ?? 0) + 1;
	if (count !== undefined && number > count) {
		const then = edition.finalPaper ? ` What comes next is the ${edition.finalPaper.name.toLowerCase()}.` : "";
		throw new Refused(`The plan has its ${count} yearly papers.${then}`);
	}
	return number;
}

/**
 * The texts that a paper begins with: what the paper before it said in the same field, or else what the plan said where the edition
 * names the field. Each is marked as carried over until somebody touches it (INT-15).
 */
function carriedTexts(
	{ sections }: YearlyPaper,
	before: Answers,
	ofPlan: Answers,
): readonly { readonly field: string; readonly value: string }[] {
	const fields = sections.flatMap((section) => section.fields);
	return fields.flatMap(({ id, from, scope, carries }) => {
		if (from !== "answer" || scope !== "document" || !carries) return [];
		const value = before.get(id)?.value || ofPlan.get(carries)?.value || "";
		return value === "" ? [] : [{ field: id, value }];
	});
}
