import { z } from "zod";
import { ServiceYear } from "../domain/plan/service-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { defineOperation, requireRole } from "./operation.ts";

/**
 * Says of a service and a federal fiscal year how many it serves and what is different from the year before: new, changed, ended, or
 * no change, said on purpose (1357.16(a)(3)).
 */
export const saveServiceYear = defineOperation({
	name: "save-service-year",
	title: "Say how a service stands in a year",
	http: { method: "post", path: "/services/{serviceId}/years/{federalFiscalYear}" },
	input: z.object({
		serviceId: z.uuid(),
		federalFiscalYear: z.coerce.number().int().min(1994).max(2060),
		families: ServiceYear.shape.families.default(null),
		children: ServiceYear.shape.children.default(null),
		change: ServiceYear.shape.change.default(null),
		note: ServiceYear.shape.note.default(""),
		version: z.coerce.number().int().min(0).default(0).describe("0 while nothing was said of the year."),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run({ actor, ids, stores }, { version, ...input }): Promise<{ id: string; version: number }> {
		const service = await stores.facts.find("service", input.serviceId);
		if (!service) throw new NotFound("There is no such service, or it is not shared with you.");
		const { jurisdictionId } = service;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		if ((input.change === "changed" || input.change === "ended") && input.note === "") {
			throw new InvalidInput([{ field: "note", message: "Say what changes, and why." }]);
		}
		const id = ids.named("service-year", service.id, String(input.federalFiscalYear));
		const common = {
			kind: "service-year",
			...{ id, jurisdictionId, root: service.id, role, reason: "" },
			patch: { ...input, jurisdictionId },
		} as const;
		const current = await stores.facts.find("service-year", id);
		return {
			id,
			version: current
				? await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version })
				: await stores.facts.write({ ...common, verb: "add", expectedVersion: 0 }),
		};
	},
});
