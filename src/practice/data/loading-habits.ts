import type { PersonKey } from "./people.ts";
import type { CountyKey } from "./places.ts";

/** Who loads a county's figures, how often, and how many days after they are published. */
export type LoadingHabit = {
	readonly who: PersonKey;
	readonly everyQuarters: 1 | 2 | 4;
	readonly daysAfterPublication: number;
};

export const loadingHabits: Readonly<Record<CountyKey, LoadingHabit>> = {
	alder: { who: "priyanka", everyQuarters: 1, daysAfterPublication: 2 },
	birch: { who: "samuel", everyQuarters: 2, daysAfterPublication: 9 },
	marlowe: { who: "farid", everyQuarters: 1, daysAfterPublication: 1 },
	esperanza: { who: "beatriz", everyQuarters: 2, daysAfterPublication: 5 },
	brannock: { who: "fiona", everyQuarters: 2, daysAfterPublication: 12 },
	miraluz: { who: "hector", everyQuarters: 2, daysAfterPublication: 7 },
	quillan: { who: "ruth", everyQuarters: 4, daysAfterPublication: 16 },
	tolliver: { who: "wendell", everyQuarters: 4, daysAfterPublication: 20 },
};
