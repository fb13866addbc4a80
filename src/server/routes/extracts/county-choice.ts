import { z } from "zod";

/** The county to which a list of problems is cut: a FIPS code, or "unknown" for problems of no known county. */
export const CountyChoice = z
	.string()
	.regex(/^(?:\d{5}|unknown)$/, "A county is a FIPS code of five digits, or unknown.")
	.describe("FIPS code of the county, five digits; unknown for problems of no known county.");
