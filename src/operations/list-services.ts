import { z } from "zod";
import { ServiceCategory } from "../domain/plan/service-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type ServiceListing = {
	readonly service: Fact<"service">;
	readonly years: readonly Fact<"service-year">[];
};

/** The services of a place with their federal fiscal years: the list that its plans print. */
export const listServices = defineOperation({
	name: "list-services",
	title: "List services",
	http: { method: "get", path: "/services" },
	input: z.object({ jurisdictionId: z.uuid(), category: ServiceCategory.optional() }),
	output: z.array(z.object({ service: factOutputs.service, years: z.array(factOutputs["service-year"]) })),
	async run({ stores }, { jurisdictionId, category }): Promise<readonly ServiceListing[]> {
		if (!(await stores.facts.find("jurisdiction", jurisdictionId))) throw new NotFound("There is no such place.");
		const services = await stores.facts.list("service", { jurisdictionId, ...(category ? { category } : {}) });
		const years = await stores.facts.list("service-year", { jurisdictionId });
		return services.map((service) => ({
			service,
			years: years
				.filter(({ serviceId }) => serviceId === service.id)
				.toSorted((a, b) => a.federalFiscalYear - b.federalFiscalYear),
		}));
	},
});
