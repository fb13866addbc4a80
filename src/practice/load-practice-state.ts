import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Performer } from "../operations/operation.ts";
import type { Clock } from "../operations/ports.ts";
import { toWorkingDay } from "./calendar/working-days.ts";
import { personKeys } from "./data/people.ts";
import { getPracticePerson } from "./practice-people.ts";
import { createRandom } from "./random.ts";
import { createDesk, createStoryClock } from "./story/desk.ts";
import { firstDayOfUse, tellStory } from "./story/tell-story.ts";

export type PracticeOptions = {
	/**
	 * A performer that goes by the clock given, for operations and for the times of all actions. `random` gives the random
	 * bytes of new ids: taken up, the same seed gives the same ids too.
	 */
	readonly performerAt: (clock: Clock, random: (size: number) => Uint8Array) => Performer;
	/** Makes the account that a person signs in with. */
	readonly createAccount: (person: {
		readonly personId: string;
		readonly name: string;
		readonly email: string;
	}) => Promise<void>;
	readonly today: PlainDate;
	readonly seed: number;
};

/**
 * Loads the practice state into an empty database: a fictional State with eight counties, thirty-three people, five years of
 * figures, findings, and plans from the first line to acceptance, made by the operations that people use, over years that end
 * on the day before `today`. The same seed and day give the same facts. Each operation is a transaction of its own: the
 * caller marks the beginning and the end, and empties the database when the end was never reached.
 */
export async function loadPracticeState({ performerAt, createAccount, today, seed }: PracticeOptions): Promise<void> {
	const clock = createStoryClock(firstDayOfUse(today), today, createRandom(seed, "clock"));
	const desk = createDesk(performerAt(clock.now, createRandom(seed, "ids").bytes), clock);
	for (const session of tellStory(seed, today, desk)) {
		clock.moveTo(toWorkingDay(session.day));
		await session.run(desk).catch((error: unknown) => {
			throw new Error(`The practice state could not be made (${session.name}, ${session.day}).`, { cause: error });
		});
	}
	for (const key of personKeys) {
		const { name, email } = getPracticePerson(key);
		await createAccount({ personId: desk.personId(key), name, email });
	}
}
