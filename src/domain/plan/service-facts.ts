import { z } from "zod";

/** The programs under which a State describes its services. The four of title IV-B, subpart 2 are described apart (B2-07). */
export const ServiceCategory = z.enum([
	"child-welfare",
	"child-protection",
	"family-preservation",
	"family-support",
	"family-reunification",
	"adoption-promotion",
	"prevention",
	"kinship-navigator",
	"foster-care",
	"chafee",
	"education-vouchers",
	"other",
]);
export type ServiceCategory = z.infer<typeof ServiceCategory>;

export const serviceCategoryLabels: Readonly<Record<ServiceCategory, string>> = {
	"child-welfare": "Child welfare services (title IV-B, subpart 1)",
	"child-protection": "Child protective services (CAPTA)",
	"family-preservation": "Family preservation (title IV-B, subpart 2)",
	"family-support": "Family support (title IV-B, subpart 2)",
	"family-reunification": "Family reunification (title IV-B, subpart 2)",
	"adoption-promotion": "Adoption promotion and support (title IV-B, subpart 2)",
	prevention: "Prevention services (title IV-E)",
	"kinship-navigator": "Kinship navigator",
	"foster-care": "Foster care and independent living",
	chafee: "Chafee program",
	"education-vouchers": "Education and training vouchers",
	other: "Other services",
};

/** The four categories of title IV-B, subpart 2 (42 USC 629b(a)(4)). */
export const safeAndStableCategories = [
	"family-preservation",
	"family-support",
	"family-reunification",
	"adoption-promotion",
] as const satisfies readonly ServiceCategory[];

/** What a service is to be in a federal fiscal year, held against the year before. */
export const ServiceChange = z.enum(["new", "changed", "no-change", "ended"]);
export type ServiceChange = z.infer<typeof ServiceChange>;

export const serviceChangeLabels: Readonly<Record<ServiceChange, string>> = {
	new: "New",
	changed: "Changed",
	"no-change": "No change",
	ended: "Ended",
};

/** A service as a State describes it in its plans: held once, printed in each. */
export const Service = z.object({
	jurisdictionId: z.uuid(),
	category: ServiceCategory,
	name: z.string().trim().min(1, "Name the service.").max(200),
	description: z.string().trim().max(8000),
	/** Whom it is for. */
	population: z.string().trim().max(2000),
	/** Where it is offered. */
	area: z.string().trim().max(1000),
	provider: z.string().trim().max(500),
	eligibility: z.string().trim().max(2000),
});
export type Service = z.infer<typeof Service>;

const served = z.number().int().min(0).max(10_000_000).nullable();

/** One federal fiscal year of a service: how many it serves, and what is different from the year before. */
export const ServiceYear = z.object({
	jurisdictionId: z.uuid(),
	serviceId: z.uuid(),
	federalFiscalYear: z.number().int().min(1994).max(2060),
	families: served,
	children: served,
	/** Null while nobody has said. "No change" is said on purpose. */
	change: ServiceChange.nullable(),
	/** What changed and why. */
	note: z.string().trim().max(2000),
});
export type ServiceYear = z.infer<typeof ServiceYear>;
