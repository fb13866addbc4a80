import type { CarriedStanding } from "../../../../domain/plan/carry-over-facts.ts";

export const standingWords: Readonly<Record<CarriedStanding, string>> = {
	"not-looked-at": "Carried over, not yet looked at",
	continues: "Continues",
	changed: "Changed",
	done: "Done",
};
