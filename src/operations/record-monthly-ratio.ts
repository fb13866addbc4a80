import { z } from "zod";
import { MonthlyRatio } from "../domain/pip/pip-facts.ts";
import { InvalidInput } from "./errors.ts";
import { openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";

/** Records the ratio of one month with both parts (INT-11), or puts the month right. */
export const recordMonthlyRatio = defineOperation({
	name: "record-monthly-ratio",
	title: "Record the ratio of a month",
	http: { method: "post", path: "/pips/{documentId}/ratios" },
	input: MonthlyRatio.pick({ code: true, month: true, numerator: true, denominator: true, source: true }).extend({
		documentId: z.uuid(),
		version: z.coerce.number().int().min(0).default(0),
		reason: z.string().trim().max(2000).default("").describe("Why a month is put right."),
	}),
	output: VersionOutput,
	async run(context, { documentId, version, reason, ...patch }): Promise<{ version: number }> {
		const { clock, ids, stores } = context;
		const pip = await openPip(context, documentId);
		const known = pip.rules.monthly.map(({ code }) => code);
		if (!known.includes(patch.code)) {
			throw new InvalidInput([
				{
					field: "code",
					message:
						known.length === 0
							? "This kind of PIP has no series by month. Change the kind of plan first."
							: `Choose one of: ${known.join(", ")}.`,
				},
			]);
		}
		if (patch.month > dayOf(clock())) {
			throw new InvalidInput([{ field: "month", message: "This month has not come yet." }]);
		}
		const id = ids.named("monthly-ratio", documentId, patch.code, patch.month);
		const current = await stores.facts.find("monthly-ratio", id);
		if (current && version === 0) {
			throw new InvalidInput([
				{ field: "month", message: "This month is recorded already. Change it in the list of months." },
			]);
		}
		if (current && reason === "") {
			throw new InvalidInput([{ field: "correction", message: "Say why it is put right." }]);
		}
		const last = current ? undefined : (await stores.actions.ofSubject(id)).at(-1);
		if (last) {
			// It was taken out once: it comes back with what is right, and its history goes on.
			const { jurisdictionId } = pip.document;
			return {
				version: await stores.facts.write({
					...{ kind: "monthly-ratio", id, verb: "restore", expectedVersion: last.position, patch, reason },
					...{ jurisdictionId, root: documentId, role: pip.role },
				}),
			};
		}
		return {
			version: await writePipFact(context, pip, { kind: "monthly-ratio", id, current, version, patch, reason }),
		};
	},
});
