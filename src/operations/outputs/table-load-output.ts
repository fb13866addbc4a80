import { z } from "zod";
import { figureProblemIds } from "../../indicators/figures/figure-problems.ts";
import { workbookProblemIds } from "../../indicators/figures/workbook-problems.ts";

/** One problem in a table: of the catalogue whose ids are given, or of opening it and taking it apart. */
export function tableProblemOutput<Id extends string>(
	ids: readonly Id[],
	meta: { readonly id: string; readonly description: string },
) {
	return z
		.object({
			tier: z.enum(["reject", "mend", "look-at"]),
			place: z.object({
				row: z.int().nullable(),
				column: z.string().nullable(),
				columnName: z.string().nullable(),
			}),
			value: z.string().nullable(),
			rule: z.object({ id: z.enum([...ids, ...figureProblemIds, ...workbookProblemIds]), text: z.string() }),
			remedy: z.string(),
			message: z.string(),
		})
		.meta(meta);
}

/** What loading a table answers where each row becomes a fact of its own: how many, or why the whole file was refused. */
export type TableLoadResult<P> =
	| {
			readonly result: "taken";
			readonly added: number;
			readonly changed: number;
			readonly unchanged: number;
			/** Problems to look at. */
			readonly problems: readonly P[];
	  }
	| { readonly result: "refused"; readonly problems: readonly P[] };

/** The same as a schema. */
export function tableLoadOutput<Problem extends z.ZodType>(problem: Problem, id: string) {
	return z
		.discriminatedUnion("result", [
			z.object({
				result: z.literal("taken"),
				added: z.int(),
				changed: z.int(),
				unchanged: z.int(),
				problems: z.array(problem),
			}),
			z.object({ result: z.literal("refused"), problems: z.array(problem) }),
		])
		.meta({ id });
}
