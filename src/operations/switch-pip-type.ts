import { z } from "zod";
import { PipType, pipTypeLabels } from "../domain/pip/pip-rules.ts";
import { listEditions } from "../frameworks/editions.ts";
import { InvalidInput } from "./errors.ts";
import { openPip, writePipFact } from "./open-pip.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/**
 * Makes a PIP one of another kind, as a State that joins a pilot does. Goals, strategies, key activities and all history stay; only
 * the set of measures, the rhythm of the reports and the template change (INT-16).
 */
export const switchPipType = defineOperation({
	name: "switch-pip-type",
	title: "Change the kind of a PIP",
	http: { method: "post", path: "/pips/{documentId}/type" },
	input: z.object({
		documentId: z.uuid(),
		pipType: PipType,
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why the kind of plan changes: it is kept in its history.").max(2000),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const { ids, stores } = context;
		const pip = await openPip(context, input.documentId);
		if (pip.rules.type === input.pipType) {
			throw new InvalidInput([{ field: "pipType", message: "The plan is of this kind already." }]);
		}
		const edition = listEditions().find(({ improvement }) => improvement?.type === input.pipType);
		if (!edition?.improvement) throw new Error(`There is no edition for a PIP of the kind ${input.pipType}.`);
		const determination = await stores.facts.find("determination", ids.named("determination", pip.document.id));
		const known = new Set(edition.improvement.areas.map(({ code }) => code));
		const lost = determination?.areas.find((code) => !known.has(code));
		if (lost !== undefined) {
			throw new InvalidInput([
				{
					field: "pipType",
					message: `"${lost}" is no area of a plan of the kind “${pipTypeLabels[input.pipType]}”. A plan after another review is a new plan.`,
				},
			]);
		}
		const version = await stores.facts.write({
			...{ kind: "document", id: pip.document.id, verb: "change", expectedVersion: input.version },
			...{ patch: { editionId: edition.id }, jurisdictionId: pip.document.jurisdictionId, root: pip.document.id },
			...{ role: pip.role, reason: input.reason },
		});
		const current = await stores.facts.find("plan-terms", ids.named("plan-terms", pip.document.id));
		if (current) {
			await writePipFact(context, pip, {
				...{ kind: "plan-terms", id: current.id, current, version: current.version, reason: input.reason },
				patch: { reportEveryMonths: edition.improvement.reports.everyMonths },
			});
		}
		return { version };
	},
});
