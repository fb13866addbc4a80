import type { Negotiation } from "./review-facts.ts";

type Parties = Pick<Negotiation, "stateParticipants" | "countyParticipants" | "associationParticipants">;

/** Which of the three parties has nobody in the record of a negotiation (SIP-109): a warning, never a hold. */
export function missingParties(negotiation: Parties, association: string): readonly string[] {
	return [
		negotiation.stateParticipants.length === 0 ? "the State" : [],
		negotiation.countyParticipants.length === 0 ? "staff of the county" : [],
		negotiation.associationParticipants.length === 0 ? association : [],
	].flat();
}
