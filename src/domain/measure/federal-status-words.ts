import type { FederalStatus } from "./federal-result.ts";

/** How a federal status is said, beside "than national performance". */
export const federalStatusWords: Readonly<Record<FederalStatus, string>> = {
	better: "Better",
	"no-different": "No different",
	worse: "Worse",
	"not-calculated": "Not calculated",
};
