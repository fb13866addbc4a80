import type { EntryKind } from "../document/entry-kinds.ts";
import type { PlanFacts, PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import type { Consent, PartnerInput } from "./voice-facts.ts";

// What a person agreed to decides what others read of them: their name, their own words, or that somebody of their group was heard.

type Agreed = Pick<PartnerInput, "consent" | "consentOn" | "withdrawnOn">;

const allowsName: readonly Consent[] = ["name", "name-and-words"];
const allowsWords: readonly Consent[] = ["words", "name-and-words"];

/** Consent holds from the day on which it was given until it is withdrawn. */
function holds({ consentOn, withdrawnOn }: Agreed): boolean {
	return consentOn !== null && withdrawnOn === null;
}

export function mayName(input: Agreed): boolean {
	return holds(input) && allowsName.includes(input.consent);
}

export function mayQuote(input: Agreed): boolean {
	return holds(input) && allowsWords.includes(input.consent);
}

/** What was said as others may read it: without the name, or the own words, for which there is no consent. */
export function asAgreed(input: Fact<"partner-input">): Fact<"partner-input"> {
	return {
		...input,
		partyId: mayName(input) ? input.partyId : null,
		said: mayQuote(input) ? input.said : "",
	};
}

/** What stands in the place of a name that may not be shown. */
export const withheldName = "Name withheld";

/**
 * The plan as it is printed, sent and published: names and words as agreed, and no payment. Somebody who agreed to be heard without a
 * name, or has withdrawn, is not named in the team either, unless they agreed to their name elsewhere in the plan.
 */
export function graphAsAgreed(graph: PlanGraph): PlanGraph {
	const hidden = namesWithheld(graph.entries["partner-input"]);
	return {
		...graph,
		entries: entriesAsAgreed(graph.entries),
		team: graph.team.map((each) => ({ ...each, party: each.party && withoutName(each.party, hidden) })),
	};
}

/** The facts that a submission keeps: as agreed on that day. */
export function factsAsAgreed(facts: PlanFacts): PlanFacts {
	const hidden = namesWithheld(facts.entries["partner-input"]);
	return {
		...facts,
		entries: entriesAsAgreed(facts.entries),
		parties: facts.parties.map((party) => withoutName(party, hidden)),
	};
}

function entriesAsAgreed<E extends { readonly [K in EntryKind]: readonly Fact<K>[] }>(entries: E): E {
	return { ...entries, "partner-input": entries["partner-input"].map(asAgreed), compensation: [] };
}

function withoutName(party: Fact<"party">, hidden: ReadonlySet<string>): Fact<"party"> {
	return hidden.has(party.id) ? { ...party, name: withheldName, personId: null } : party;
}

/** Who was asked and agreed to their name nowhere in these inputs. */
export function namesWithheld(inputs: readonly Fact<"partner-input">[]): ReadonlySet<string> {
	const asked = inputs.filter(({ consent }) => consent !== "not-asked");
	const named = new Set(asked.filter(mayName).map(({ partyId }) => partyId));
	return new Set(asked.flatMap((each) => (each.partyId === null || named.has(each.partyId) ? [] : [each.partyId])));
}
