import { expect, it } from "vitest";
import { missingParties } from "./party-warnings.ts";

const all = {
	stateParticipants: ["Renata Osei"],
	countyParticipants: ["Lorraine Chu"],
	associationParticipants: ["A. Brooks"],
};

it("warns of each of the three parties that has nobody in the record of a negotiation (SIP-109)", () => {
	expect(missingParties(all, "the association")).toEqual([]);
	expect(missingParties({ ...all, associationParticipants: [] }, "the association")).toEqual(["the association"]);
	expect(
		missingParties({ stateParticipants: [], countyParticipants: [], associationParticipants: [] }, "the association"),
	).toEqual(["the State", "staff of the county", "the association"]);
});
