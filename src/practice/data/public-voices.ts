import type { CommentOutcome } from "../../domain/publication/publication-facts.ts";

/** What somebody says of a posted plan, and what the county does with it. */
export type PublicVoice = {
	readonly daysAgo: number;
	/** The part that it is about, as in the plan's texts; the whole plan where none is named. */
	readonly about?: string;
	readonly name?: string;
	readonly language?: "en" | "es";
	/** Written down by the county on somebody's behalf. */
	readonly onPaper?: true;
	readonly text: string;
	readonly settled?: {
		readonly theme?: string;
		readonly hiddenReason?: string;
		readonly answer?: string;
		readonly outcome?: CommentOutcome;
	};
};

export type PostingText = {
	/** The plan's key in the practice state. */
	readonly plan: string;
	readonly submission: number;
	readonly postedDaysAgo: number;
	/** The last day of comment, counted from today; a day gone by where it is below zero. */
	readonly closesInDays: number;
	readonly voices: readonly PublicVoice[];
};

/** A plan in force whose comments are answered, and one that is before the State while the public still comments on it. */
export const postings: readonly PostingText[] = [
	{
		plan: "esperanza",
		submission: 2,
		postedDaysAgo: 140,
		closesInDays: -100,
		voices: [
			{
				daysAgo: 131,
				about: "c2.1",
				name: "Rosa Villareal",
				text: "My son came home and the meeting after sixty days was what kept us together. Please hold it in the evening: we work.",
				settled: {
					theme: "Family meetings",
					answer: "The procedure now lets families choose an evening. It stands in the first report on this strategy.",
					outcome: "changed",
				},
			},
			{
				daysAgo: 124,
				about: "c1.1",
				language: "es",
				text: "En el valle no hay quien hable mixteco en la oficina. Sin intérprete no se puede pedir ayuda antes de que haya un caso.",
				settled: {
					theme: "Idiomas",
					answer:
						"Uno de los dos puestos del valle se ha dado a una persona que habla mixteco. La estrategia 1.2 lo dice ahora.",
					outcome: "changed",
				},
			},
			{
				daysAgo: 118,
				onPaper: true,
				name: "Growers' association of the valley",
				text: "We can lend two rooms in the season, and not only for parent groups.",
				settled: {
					theme: "Rooms and rides",
					answer: "Thank you. The offices of both towns have your offer.",
					outcome: "not-changed",
				},
			},
			{
				daysAgo: 115,
				text: "The worker who had our case lives at the end of our street and should be told so.",
				settled: { hiddenReason: "It points to a person by where they live." },
			},
		],
	},
	{
		plan: "marlowe",
		submission: 1,
		postedDaysAgo: 12,
		closesInDays: 18,
		voices: [
			{
				daysAgo: 9,
				about: "c1.1",
				name: "Teen advisory board, Marlowe",
				text: "You say all seven service areas. Which one is first? We would begin in the south.",
				settled: { theme: "Where to begin" },
			},
			{
				daysAgo: 4,
				about: "c3.1",
				text: "Three calls in thirty days are good. Who calls when the caregiver speaks Tagalog?",
			},
		],
	},
];
