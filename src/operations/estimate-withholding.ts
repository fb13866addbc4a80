import { z } from "zod";
import { readTypedValue } from "../domain/money/typed-value.ts";
import { codesIn } from "../domain/pip/renegotiation.ts";
import { canBeWithheld, type Withholding, type WithholdingTier, withholdingOf } from "../domain/pip/withholding.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { getPipRules } from "./open-pip.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

const amount = z.string().max(40);
const codes = z.string().max(400).default("");

/** Works out what would be withheld for areas that are not in conformity, from amounts that a person gives. Nothing is kept. */
export const estimateWithholding = defineOperation({
	name: "estimate-withholding",
	title: "Work out what would be withheld for a PIP's areas",
	http: { method: "get", path: "/pips/{documentId}/withholding" },
	input: z.object({
		documentId: z.uuid(),
		titleIvB: amount.describe("Dollars of title IV-B, subparts 1 and 2, of the fiscal year."),
		claims: amount.describe("Dollars of claims for title IV-E foster care administration of the fiscal year."),
		first: codes.describe("Codes of areas found for the first time."),
		second: codes.describe("Codes of areas that continue at the second full review after the first."),
		third: codes.describe("Codes of areas that continue at the third or a later review."),
		refused: z.enum(["yes", "no"]).default("no").describe("The State refuses to develop or to carry out a plan."),
	}),
	output: z.object({
		withheld: z.int().describe("In whole cents."),
		percent: z.int(),
		arithmetic: z.array(z.string()),
	}),
	async run(context, { documentId, titleIvB, claims, refused, ...lists }): Promise<Withholding> {
		const { rules } = getPipRules(await getDocument(context, documentId));
		if (!canBeWithheld(rules)) {
			throw new Refused("For this kind of plan nothing is withheld by area, so there is nothing to work out.");
		}
		const known = rules.areas.map(({ code }) => code);
		const named = [lists.first, lists.second, lists.third].map(codesIn);
		const all = named.flat();
		const wrong = all.find((code) => !known.includes(code));
		if (wrong) throw new InvalidInput([{ field: "tiers", message: `"${wrong}" is no outcome or systemic factor.` }]);
		const twice = all.find((code, index) => all.indexOf(code) !== index);
		if (twice) throw new InvalidInput([{ field: "tiers", message: `"${twice}" stands twice. Name each area once.` }]);
		return withholdingOf({
			...{ titleIvB: centsOf("titleIvB", titleIvB), claims: centsOf("claims", claims), refused: refused === "yes" },
			tiers: named.flatMap((found, index) => found.map(() => (index + 1) as WithholdingTier)),
		});
	},
});

function centsOf(field: string, typed: string): number {
	const read = readTypedValue("dollars", typed);
	if ("problem" in read) throw new InvalidInput([{ field, message: read.problem }]);
	if (typeof read.value === "number") return read.value;
	throw new InvalidInput([{ field, message: "Give the dollars, for example 8,000,000." }]);
}
