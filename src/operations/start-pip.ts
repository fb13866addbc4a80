import { z } from "zod";
import { addDays, addMonths, PlainDate } from "../domain/calendar/plain-date.ts";
import { Determination } from "../domain/pip/pip-facts.ts";
import { PipType, pipTypeLabels } from "../domain/pip/pip-rules.ts";
import { listEditions } from "../frameworks/editions.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { requireKnownCodes } from "./open-pip.ts";
import { defineOperation, requireRole } from "./operation.ts";

/**
 * Starts a Program Improvement Plan from what the review determined: the document under the edition of its kind, the clock from the
 * receipt of the notice, the terms that usually hold, and a work plan on three tracks counted back from the day on which it is due.
 */
export const startPip = defineOperation({
	name: "start-pip",
	title: "Start a Program Improvement Plan",
	http: { method: "post", path: "/pips" },
	input: Determination.pick({ review: true, areas: true, items: true }).extend({
		jurisdictionId: z.uuid(),
		pipType: PipType,
		title: z.string().trim().max(300).default(""),
		issuedOn: PlainDate.nullable().default(null),
		noticeReceivedOn: PlainDate.nullable().default(null),
		items: Determination.shape.items.default([]),
		note: z.string().trim().max(4000).default(""),
	}),
	output: z.object({ id: z.uuid(), cycleId: z.uuid() }),
	async run({ actor, clock, ids, stores }, input): Promise<{ id: string; cycleId: string }> {
		const { jurisdictionId, pipType, areas, items, review, issuedOn, note, noticeReceivedOn } = input;
		const edition = listEditions().find(({ improvement }) => improvement?.type === pipType);
		const rules = edition?.improvement;
		if (!edition || !rules) throw new Error(`There is no edition for a PIP of the kind ${pipType}.`);
		const state = await getState(stores, jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		requireKnownCodes(areas, rules, "areas");
		requireKnownCodes(items, rules, "items");
		const { submitDays, limitMonths } = rules.clock;
		if (submitDays !== null && !noticeReceivedOn) {
			throw new InvalidInput([
				{
					field: "noticeReceivedOn",
					message: `Give the day on which the written notice was received: the ${submitDays} days are counted from it.`,
				},
			]);
		}
		const dueOn = noticeReceivedOn && submitDays !== null ? addDays(noticeReceivedOn, submitDays) : null;
		// Until it is approved the period is a guess: from the day on which it is due, for as long as it may last.
		const startsOn = dueOn ?? PlainDate.parse(clock().toISOString().slice(0, 10));
		const [id, cycleId, focusAreaId] = [ids.next(), ids.next(), ids.next()];
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: id, role, reason: "" } as const;
		const own = { jurisdictionId, documentId: id };
		const title = input.title || `${state.name} ${edition.document.name} (${pipTypeLabels[pipType]})`;
		await stores.facts.write({
			...common,
			kind: "cycle",
			id: cycleId,
			patch: {
				jurisdictionId,
				title: `${state.name}, Program Improvement Plan from ${startsOn.slice(0, 4)}`,
				...{ startsOn, endsOn: addDays(addMonths(startsOn, limitMonths ?? 24), -1) },
			},
		});
		await stores.facts.write({
			...common,
			kind: "document",
			id,
			patch: {
				...{ jurisdictionId, cycleId, editionId: edition.id, title: title.slice(0, 300), state: "drafting" },
				...{ submittedOn: null, acceptedOn: null },
			},
		});
		// One area for all goals: a PIP numbers its goals through, and each goal names what it addresses.
		await stores.facts.write({
			...common,
			kind: "focus-area",
			id: focusAreaId,
			patch: {
				...{ ...own, position: 1, subjectKind: "other", codes: [], label: "Outcomes and systemic factors to improve" },
				...{ origin: "agency-option", probationConsidered: "not-applicable", probationReason: "" },
			},
		});
		await stores.facts.write({
			...common,
			kind: "determination",
			id: ids.named("determination", id),
			patch: { ...own, review, issuedOn, areas: [...areas], items: [...items], note },
		});
		await stores.facts.write({
			...common,
			kind: "plan-terms",
			id: ids.named("plan-terms", id),
			patch: {
				...{ ...own, reportEveryMonths: rules.reports.everyMonths, reportFormat: "" },
				nonOverlapMonths: rules.nonOverlapMonths.usual,
			},
		});
		if (noticeReceivedOn) {
			await stores.facts.write({
				...common,
				kind: "clock-event",
				id: ids.next(),
				patch: { ...own, eventKind: "notice-received", on: noticeReceivedOn, months: null, reason: review },
			});
		}
		for (const { track, label, daysBefore, assignedTo } of rules.workPlan) {
			await stores.facts.write({
				...common,
				kind: "work-step",
				id: ids.next(),
				patch: {
					...{ ...own, track, label, assignedTo, doneOn: null, note: "" },
					dueOn: dueOn ? addDays(dueOn, -daysBefore) : null,
				},
			});
		}
		return { id, cycleId };
	},
});
