import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** Children of 0 to 17 years who live in a place on the 1 July of a year: what the foster care entry rate is held against. */
export const ChildPopulation = z.object({
	/** The State or county that the file was loaded for. */
	jurisdictionId: z.uuid(),
	/** Five digits; "" for the whole State. */
	county: z.string().regex(/^(\d{5})?$/),
	year: z.int().min(1900).max(2099),
	population: z.int().min(0).max(1_000_000_000),
	/** Who estimated it: "Census Bureau, vintage 2024". */
	source: z.string().min(1).max(300),
	/** The day on which its source published it. */
	dataAsOf: PlainDate,
	/** The file that it was read from. */
	fileId: z.uuid(),
	fileName: z.string().min(1).max(255),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ChildPopulation = z.infer<typeof ChildPopulation>;
