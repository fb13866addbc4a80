import type { PlainDate } from "../calendar/plain-date.ts";
import type { PlanFacts } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { mayName, mayQuote, namesWithheld, withheldName } from "./consent.ts";

/** What a submission holds of somebody who has taken back their consent since, and may not be shown to the public any more. */
export type WithdrawnVoice = {
	readonly inputId: string;
	readonly on: PlainDate;
	/** Their own words; empty where it holds none. */
	readonly said: string;
	/** Their name; empty where it holds none, or where they agreed to it elsewhere in the plan. */
	readonly name: string;
	/** Their places in the team of that submission. */
	readonly memberIds: readonly string[];
	/** The name is one of a person who speaks of their own life, not of a Tribe or an agency that is named in many places. */
	readonly isPerson: boolean;
};

type Kept = Pick<PlanFacts, "entries" | "parties" | "teamMembers">;

/** Holds what a submission kept against the consent of today. Voices that nobody was asked about stay as they were sent. */
export function withdrawnSince(kept: Kept, today: readonly Fact<"partner-input">[]): readonly WithdrawnVoice[] {
	const now = new Map(today.map((each) => [each.id, each]));
	const hidden = namesWithheld(today);
	return kept.entries["partner-input"].flatMap((then) => {
		const current = now.get(then.id);
		const on = current?.withdrawnOn ?? current?.consentOn ?? null;
		if (!current || current.consent === "not-asked" || on === null) return [];
		const said = mayQuote(current) ? "" : then.said;
		const party = kept.parties.find(({ id }) => id === then.partyId);
		const isNamed = party !== undefined && party.name !== withheldName && !mayName(current) && hidden.has(party.id);
		const name = isNamed ? party.name : "";
		if (said === "" && name === "") return [];
		const memberIds = isNamed ? kept.teamMembers.filter(({ partyId }) => partyId === party.id).map(({ id }) => id) : [];
		const { experience } = current;
		const isPerson = experience !== null && experience !== "tribe" && experience !== "none";
		return [{ inputId: then.id, on, said, name, memberIds, isPerson }];
	});
}
