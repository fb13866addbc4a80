import { tableFileReference } from "../figures/problems-reference.ts";
import { profileColumnKeys, profileColumns } from "./profile-columns.ts";
import { profileProblems } from "./profile-problems.ts";

/** The layout of a state data profile and every problem that reading it can find: docs/reference/profile-problems.md. */
export function profileReference(): string {
	return tableFileReference({
		title: "State data profiles",
		source: "src/indicators/profile",
		guide: "../guides/indicators.md#the-federal-result-state-data-profiles",
		columns: profileColumnKeys.map((key) => profileColumns[key]),
		problems: profileProblems,
	});
}
