import { z } from "zod";
import { Service } from "../domain/plan/service-facts.ts";
import { NotFound } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { defineOperation, requireRole } from "./operation.ts";

const text = (max: number) => z.string().trim().max(max).default("");

/** Adds a service to the list of a place, or changes it. Every document of the place prints it from here. */
export const saveService = defineOperation({
	name: "save-service",
	title: "Add or change a service",
	http: { method: "post", path: "/services" },
	input: Service.extend({
		serviceId: z.uuid().optional().describe("Left out for a new service."),
		version: z.coerce.number().int().min(0).default(0).describe("0 for a new service."),
		description: text(8000),
		population: text(2000),
		area: text(1000),
		provider: text(500),
		eligibility: text(2000),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run({ actor, ids, stores }, { serviceId, version, ...patch }): Promise<{ id: string; version: number }> {
		const { jurisdictionId } = patch;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const id = serviceId ?? ids.next();
		const common = { kind: "service", id, jurisdictionId, root: id, role, reason: "", patch } as const;
		if (!serviceId) return { id, version: await stores.facts.write({ ...common, verb: "add", expectedVersion: 0 }) };
		const current = await stores.facts.find("service", serviceId);
		if (current?.jurisdictionId !== jurisdictionId) throw new NotFound("There is no such service here.");
		return { id, version: await mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version }) };
	},
});

/** Takes a service off the list. Drafts print it no more; what was submitted keeps it. */
export const removeService = defineOperation({
	name: "remove-service",
	title: "Remove a service",
	http: { method: "post", path: "/services/{serviceId}/remove" },
	input: z.object({
		serviceId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: z.object({ removed: z.literal(true) }),
	async run({ actor, stores }, { serviceId, version, reason }): Promise<{ removed: true }> {
		const service = await stores.facts.find("service", serviceId);
		if (!service) throw new NotFound("There is no such service, or it is not shared with you.");
		const { jurisdictionId } = service;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		await stores.facts.write({
			...{ kind: "service", id: serviceId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: serviceId, role, reason },
		});
		return { removed: true };
	},
});
