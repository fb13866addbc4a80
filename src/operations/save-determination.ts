import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { Determination, PlanTerms } from "../domain/pip/pip-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { openPip, requireKnownCodes, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";

/** Changes what the review determined, and what was agreed for the PIP: the rhythm and form of its reports, how long is measured. */
export const saveDetermination = defineOperation({
	name: "save-determination",
	title: "Change what a review determined and what was agreed for the PIP",
	http: { method: "post", path: "/pips/{documentId}/determination" },
	input: Determination.pick({ review: true, areas: true, items: true }).extend({
		documentId: z.uuid(),
		issuedOn: PlainDate.nullable().default(null),
		items: Determination.shape.items.default([]),
		note: z.string().trim().max(4000).default(""),
		version: z.coerce.number().int().min(1),
		reportEveryMonths: z.coerce.number().int().min(1).max(12),
		reportFormat: PlanTerms.shape.reportFormat.default(""),
		nonOverlapMonths: z.coerce.number().int().min(0).max(24),
		termsVersion: z.coerce.number().int().min(1),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: z.object({ version: z.int().min(1), termsVersion: z.int().min(1) }),
	async run(context, input): Promise<{ version: number; termsVersion: number }> {
		const { ids, stores } = context;
		const pip = await openPip(context, input.documentId);
		const { areas, items, review, issuedOn, note, reason } = input;
		requireKnownCodes(areas, pip.rules, "areas");
		requireKnownCodes(items, pip.rules, "items");
		const { agreedMonths } = pip.rules.reports;
		if (!agreedMonths.includes(input.reportEveryMonths)) {
			throw new InvalidInput([
				{
					field: "reportEveryMonths",
					message: `Reports come every ${agreedMonths.join(" or ")} months: quarterly, unless fewer were agreed.`,
				},
			]);
		}
		const current = await stores.facts.find("determination", ids.named("determination", pip.document.id));
		const terms = await stores.facts.find("plan-terms", ids.named("plan-terms", pip.document.id));
		if (!current || !terms) throw new NotFound("This plan was not started as a Program Improvement Plan.");
		const { reportEveryMonths, reportFormat, nonOverlapMonths } = input;
		return {
			version: await writePipFact(context, pip, {
				...{ kind: "determination", id: current.id, current, version: input.version, reason },
				patch: { review, issuedOn, areas, items, note },
			}),
			termsVersion: await writePipFact(context, pip, {
				...{ kind: "plan-terms", id: terms.id, current: terms, version: input.termsVersion, reason },
				patch: { reportEveryMonths, reportFormat, nonOverlapMonths },
			}),
		};
	},
});
