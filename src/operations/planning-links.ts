import type { PlanningKind } from "../domain/planning/planning-kinds.ts";
import type { FactKind } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput } from "./errors.ts";
import type { Stores } from "./ports.ts";

/** What a field names. Everything must belong to the State itself, or lie in it. */
const namedBy: Readonly<Record<string, FactKind>> = {
	teamId: "planning-team",
	teamIds: "planning-team",
	ownerTeamId: "planning-team",
	seatId: "team-seat",
	eventId: "planning-event",
	panelId: "review-panel",
	reportId: "panel-report",
	goalId: "goal",
	goalIds: "goal",
	strategyId: "strategy",
	strategyIds: "strategy",
	documentId: "document",
	ownerPersonId: "person",
	personId: "person",
	placeId: "jurisdiction",
};

type Values = Readonly<Record<string, unknown>>;

/** Throws `InvalidInput` where a field names something of another State, or where fields do not go together. */
export async function checkPlanningLinks(stores: Stores, stateId: string, values: Values): Promise<void> {
	for (const [field, kind] of Object.entries(namedBy)) {
		const sent = values[field];
		const ids = Array.isArray(sent) ? sent.map(String) : typeof sent === "string" ? [sent] : [];
		for (const id of ids) {
			if (!(await belongs(stores, stateId, kind, id))) {
				throw new InvalidInput([{ field, message: "Choose one of the list: this is not there, or not this State’s." }]);
			}
		}
	}
}

async function belongs(stores: Stores, stateId: string, kind: FactKind, id: string): Promise<boolean> {
	const lies = async (placeId: string) => (await stores.jurisdictions.pathOf(placeId)).includes(stateId);
	if (kind === "jurisdiction") return lies(id);
	const found = await stores.facts.find(kind, id);
	if (!found || !("jurisdictionId" in found)) return false;
	// Somebody may work in any place of the State; what is planned is the State's own.
	return kind === "person" ? lies(found.jurisdictionId) : found.jurisdictionId === stateId;
}

/** Throws `InvalidInput` where the fields of one entry contradict each other. `values` are all of them, as they will stand. */
export function checkPlanningSense(kind: PlanningKind, values: Values): void {
	const refuse = (field: string, message: string) => {
		throw new InvalidInput([{ field, message }]);
	};
	if (kind === "planning-role" && typeof values.endsOn === "string" && values.endsOn < String(values.startsOn)) {
		refuse("endsOn", "The last day lies before the first. Give a later one, or leave it empty.");
	}
	if (kind === "case-certification" && Number(values.validCases) > Number(values.activeCases)) {
		refuse("validCases", "There cannot be more valid cases than active ones.");
	}
	if (kind === "visit-report" && Number(values.visitedMonths) > Number(values.careMonths)) {
		refuse("visitedMonths", "There cannot be more months with a visit than months in care.");
	}
	if (kind === "visit-report" && Number(values.residenceMonths) > Number(values.visitedMonths)) {
		refuse(
			"residenceMonths",
			"There cannot be more months with a visit where the child lives than months with a visit.",
		);
	}
	if (kind === "demographic-panel" && lengthOf(values.groups) !== lengthOf(values.values)) {
		refuse("values", "Every group needs one number, and every number one group.");
	}
	if (kind === "panel-recommendation" && values.decision !== "open" && String(values.answer).trim() === "") {
		refuse("answer", "Write the answer to the panel, or leave the decision open.");
	}
	if (kind === "distribution" && typeof values.receivedOn === "string" && values.receivedOn < String(values.sentOn)) {
		refuse("receivedOn", "It cannot have been received before it was given out.");
	}
}

function lengthOf(list: unknown): number {
	return Array.isArray(list) ? list.length : 0;
}
