import type { PlainDate } from "../calendar/plain-date.ts";
import type { CheckOutcome } from "./checks/check-outcome.ts";
import { eventHeld, guestReplied, partiesCovered, partyEngaged, regionEvents } from "./checks/event-checks.ts";
import { dueMet, eachHasRecord, panelInput, papersSent, ratingsCovered, records } from "./checks/record-checks.ts";
import {
	findingsOfBothKinds,
	goalsSet,
	plansRegistered,
	plansReported,
	profilePanels,
	roleHeld,
} from "./checks/register-checks.ts";
import {
	casesCertified,
	distributed,
	eachHasTeam,
	stagesCovered,
	teamFormed,
	teamParties,
	teamsAsNeeded,
} from "./checks/team-checks.ts";
import type { PlanningCheck, PlanningRequirement, PlanningRules } from "./planning-rules.ts";
import type { PlanningView } from "./planning-view.ts";

/** How a requirement stands. `apart`: people, or another part of the program, judge it. */
export type RequirementStanding = {
	readonly requirement: PlanningRequirement;
	readonly standing: "done" | "open" | "late" | "apart";
	readonly missing: readonly string[];
	readonly found: string;
	readonly dueOn: PlainDate | null;
};

/** How every requirement of planning rules stands on a day. */
export function checkRequirements(rules: PlanningRules, view: PlanningView): readonly RequirementStanding[] {
	return rules.requirements.map((requirement) => {
		if (requirement.checks.length === 0) {
			return { requirement, standing: "apart", missing: [], found: "", dueOn: null };
		}
		const outcomes = requirement.checks.map((check) => runCheck(rules, view, check));
		const missing = outcomes.flatMap((each) => each.missing);
		const dueOn = outcomes.map((each) => each.dueOn).find((day) => day !== null) ?? null;
		const late = missing.length > 0 && dueOn !== null && dueOn < view.today;
		return {
			...{ requirement, missing, dueOn },
			standing: missing.length === 0 ? "done" : late ? "late" : "open",
			found: outcomes
				.map((each) => each.found)
				.filter(Boolean)
				.join("; "),
		};
	});
}

function runCheck(rules: PlanningRules, view: PlanningView, check: PlanningCheck): CheckOutcome {
	switch (check.kind) {
		case "papers-sent":
			return papersSent(rules, view, check);
		case "plans-registered":
			return plansRegistered(rules, view);
		case "plans-reported":
			return plansReported(rules, view);
		case "role-held":
			return roleHeld(rules, view, check);
		case "team-formed":
			return teamFormed(rules, view, check);
		case "event-held":
			return eventHeld(rules, view, check);
		case "party-engaged":
			return partyEngaged(rules, view, check);
		case "region-events":
			return regionEvents(rules, view, check);
		case "parties-covered":
			return partiesCovered(rules, view, check);
		case "stages-covered":
			return stagesCovered(rules, view, check);
		case "records":
			return records(rules, view, check);
		case "ratings-covered":
			return ratingsCovered(rules, view, check);
		case "each-has-record":
			return eachHasRecord(rules, view, check);
		case "each-has-team":
			return eachHasTeam(rules, view, check);
		case "teams-as-needed":
			return teamsAsNeeded(rules, view, check);
		case "team-parties":
			return teamParties(rules, view, check);
		case "due-met":
			return dueMet(rules, view, check);
		case "panel-input":
			return panelInput(rules, view);
		case "findings-of-both-kinds":
			return findingsOfBothKinds(rules, view);
		case "profile-panels":
			return profilePanels(rules, view, check);
		case "distributed":
			return distributed(rules, view, check);
		case "cases-certified":
			return casesCertified(rules, view, check);
		case "guest-replied":
			return guestReplied(rules, view, check);
		case "goals-set":
			return goalsSet(rules, view);
	}
}
