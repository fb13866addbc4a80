import { z } from "zod";

/** An outcome or systemic factor of the federal review, with what speaks to it. */
export const EvidenceArea = z.strictObject({
	/** S1, S2, P1, P2, WB1 to WB3, or the id of a systemic factor in the editions. */
	id: z.string().min(1).max(40),
	kind: z.enum(["outcome", "systemic-factor"]),
	title: z.string().min(1),
	/** Items of the case review. */
	items: z.array(z.number().int().min(1)),
	/** Codes of the statewide data indicators. */
	indicators: z.array(z.string()),
	/** The part of the statewide assessment. */
	assessmentPart: z.string(),
	/** Items of the outlines of CFSP (C) and APSR (A) where it stands. */
	sections: z.array(z.string()),
	law: z.string(),
});
export type EvidenceArea = z.infer<typeof EvidenceArea>;

/** Which area a subject belongs to: an indicator by its code, a factor or an outcome by its id. Undefined for anything else. */
export function areaOfSubject<Area extends EvidenceArea>(
	areas: readonly Area[],
	subject: { readonly subjectKind: "indicator" | "systemic-factor" | "other"; readonly codes: readonly string[] },
): Area | undefined {
	return areas.find((area) =>
		subject.codes.some((code) =>
			subject.subjectKind === "indicator" ? area.indicators.includes(code) : area.id === code,
		),
	);
}
