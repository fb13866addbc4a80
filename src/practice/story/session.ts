import type { z } from "zod";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Operation } from "../../operations/operation.ts";
import type { OutcomeSeries } from "../../operations/outcomes.ts";
import type { PersonKey } from "../data/people.ts";
import type { CountyKey, PlaceKey } from "../data/places.ts";

/** Who can act in the story: a practice person, or the installation itself. */
export type Who = PersonKey | "installation";

/** Does operations for the people of the story, each a few minutes after the one before. */
export type Desk = {
	perform<Input extends z.ZodType, Output>(
		who: Who,
		operation: Operation<Input, Output>,
		input: z.input<Input>,
	): Promise<Output>;
	/** What the person sees of the county's figures of one indicator, oldest first; of all indicators without a code. */
	readFigures(who: PersonKey, county: CountyKey, code?: string): Promise<readonly OutcomeSeries[]>;
	/** The id of a place that was made. Throws when it was not. */
	placeId(place: PlaceKey): string;
	/** The id of a person who was added. Throws when they were not. */
	personId(person: PersonKey): string;
};

/** What is done on one day by one group of people. Sessions are run in the order of their days. */
export type Session = {
	/** The day as planned. One that falls on a weekend is moved to the Friday before, and the order stays. */
	readonly day: PlainDate;
	/** For the message when it fails: "plan birch: component 2". */
	readonly name: string;
	run(desk: Desk): Promise<void>;
};
