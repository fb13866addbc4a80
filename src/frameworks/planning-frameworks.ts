import { PlanningRules } from "../domain/planning/planning-rules.ts";
import msPlanning2016 from "./ms-planning/2016/rules.json" with { type: "json" };

const frameworks: readonly PlanningRules[] = [PlanningRules.parse(msPlanning2016)];

/** Every edition of planning rules that the program knows. */
export function listPlanningRules(): readonly PlanningRules[] {
	return frameworks;
}

/** Planning rules by their id, for example `ms-planning-2016`. */
export function findPlanningRules(id: string): PlanningRules | undefined {
	return frameworks.find((each) => each.id === id);
}
