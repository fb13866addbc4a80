import { z } from "zod";
import { formatDate } from "../domain/calendar/plain-date.ts";
import { yearlyDueOn } from "../domain/calendar/yearly-due.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { carryOver } from "../domain/plan/carry-over.ts";
import { stateLabels } from "../domain/workflow/document-workflow.ts";
import { findEdition } from "../frameworks/editions.ts";
import { NotFound, Refused } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";

/**
 * Starts the paper that reports on an accepted plan for the next year: born from what was accepted last, it uses the same goals
 * once more and marks each part as carried over and not yet looked at. Nothing is typed again (SIP-112 to SIP-114).
 */
export const startYearlyPaper = defineOperation({
	name: "start-yearly-paper",
	title: "Start the yearly paper of a plan",
	http: { method: "post", path: "/plans/{documentId}/yearly-papers" },
	input: z.object({ documentId: z.uuid() }),
	output: z.object({ id: z.uuid(), number: z.int().min(1) }),
	async run(context, { documentId }): Promise<{ id: string; number: number }> {
		const { actor, ids, stores } = context;
		const asked = await getDocument(context, documentId);
		const plan = asked.updateOf ? await getDocument(context, asked.updateOf) : asked;
		const { jurisdictionId, cycleId, editionId } = plan;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const paper = findEdition(editionId)?.yearlyPaper;
		if (!paper) throw new Refused("The edition of this plan knows no yearly paper.");
		if (plan.state !== "accepted") {
			throw new Refused(
				`The ${paper.name.toLowerCase()} reports on a plan that the State has accepted. This plan is ${stateLabels[plan.state].toLowerCase()}.`,
			);
		}
		const papers = (await stores.facts.list("document", { updateOf: plan.id })).toSorted(
			(a, b) => (a.updateNumber ?? 0) - (b.updateNumber ?? 0),
		);
		const last = papers.at(-1);
		if (last && last.state !== "accepted") {
			throw new Refused(
				`${last.title} is ${stateLabels[last.state].toLowerCase()}. Bring it to its end before the next one is started.`,
			);
		}
		const number = (last?.updateNumber ?? 0) + 1;
		const facts = await stores.plans.find(last?.id ?? plan.id);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const { cycle } = facts;
		const due = yearlyDueOn(
			findEdition(editionId)?.dueBasis ?? "not-stated",
			{ acceptedOn: plan.acceptedOn, startsOn: cycle.startsOn },
			number,
		);
		if (due && due.on > cycle.endsOn) {
			throw new Refused(
				`The plan ends on ${formatDate(cycle.endsOn)}, before ${paper.name.toLowerCase()} ${number} would be due (${formatDate(due.on)}). Start the next plan instead.`,
			);
		}
		const id = ids.next();
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: id, role, reason: "" } as const;
		await stores.facts.write({
			...common,
			kind: "document",
			id,
			patch: {
				...{ jurisdictionId, cycleId, editionId, state: "drafting", submittedOn: null, acceptedOn: null },
				...{ title: `${plan.title}: ${paper.name} ${number}`.slice(0, 300), updateOf: plan.id, updateNumber: number },
			},
		});
		const taken = carryOver(assemblePlan(facts));
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
		return { id, number };
	},
});
