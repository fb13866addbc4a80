import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { type Attempts, createAttempts, waitInWords } from "./attempts.ts";
import { type MovableClock, movableClock } from "./testing/movable-clock.ts";
import { startTestAccounts, type TestAccounts, testSecret } from "./testing/test-accounts.ts";

let database: TestDatabase;
let clock: MovableClock;
let here: TestAccounts;
let attempts: Attempts;

beforeAll(async () => {
	clock = movableClock(new Date("2026-11-23T16:00:00Z"), () => undefined);
	database = await createTestDatabase();
	here = await startTestAccounts(database.adminUrl, clock);
	attempts = createAttempts(here.pool, testSecret, clock.now);
});

afterAll(async () => {
	await here.close();
	await database.drop();
});

const key = (name: string, allowed = 3) => ({ name, allowed });
const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);

test("allows as many failures as the key says, then gives the end of the wait", async () => {
	const keys = [key("three")];
	for (let count = 0; count < 3; count += 1) expect(await attempts.begin(keys)).toBeUndefined();
	expect(await attempts.begin(keys)).toEqual(inMinutes(15));
});

test("tries during the wait do not prolong it, and after it the count begins anew", async () => {
	const keys = [key("wait")];
	for (let count = 0; count < 4; count += 1) await attempts.begin(keys);
	clock.move({ minutes: 14 });
	expect(await attempts.begin(keys)).toEqual(inMinutes(1));
	clock.move({ minutes: 1 });
	for (let count = 0; count < 3; count += 1) expect(await attempts.begin(keys)).toBeUndefined();
	expect(await attempts.begin(keys)).toEqual(inMinutes(15));
});

test("the wait begins with the last try that is allowed", async () => {
	const keys = [key("last")];
	await attempts.begin(keys);
	await attempts.begin(keys);
	clock.move({ minutes: 10 });
	await attempts.begin(keys);
	expect(await attempts.begin(keys)).toEqual(inMinutes(15));
});

test("failures that are older than 15 minutes are forgotten", async () => {
	const keys = [key("old")];
	await attempts.begin(keys);
	await attempts.begin(keys);
	clock.move({ minutes: 15 });
	for (let count = 0; count < 3; count += 1) expect(await attempts.begin(keys)).toBeUndefined();
});

test("a try that succeeds is taken back where many share a key, and forgives the rest where the key is its own", async () => {
	const own = [key("own")];
	const shared = [key("shared")];
	for (let count = 0; count < 2; count += 1) await attempts.begin([...own, ...shared]);
	await attempts.begin([...own, ...shared]);
	await attempts.succeed(own, shared);
	for (let count = 0; count < 3; count += 1) expect(await attempts.begin(own)).toBeUndefined();
	expect(await attempts.begin(shared)).toBeUndefined();
	expect(await attempts.begin(shared)).toEqual(inMinutes(15));
});

test("several keys: any that is spent refuses, the longest wait counts", async () => {
	for (let count = 0; count < 4; count += 1) await attempts.begin([key("early")]);
	clock.move({ minutes: 5 });
	for (let count = 0; count < 4; count += 1) await attempts.begin([key("late")]);
	expect(await attempts.begin([key("fresh"), key("early")])).toEqual(inMinutes(10));
	expect(await attempts.begin([key("late"), key("early")])).toEqual(inMinutes(15));
});

test("tries at the same moment over keys in any order are counted one by one, without deadlock", async () => {
	const [a, b] = [key("a", 10), key("b", 100)];
	const answers = await Promise.all(
		Array.from({ length: 60 }, (_, index) => attempts.begin(index % 2 === 0 ? [a, b] : [b, a])),
	);
	expect(answers.filter((answer) => answer === undefined)).toHaveLength(10);
});

test("the table does not show what was typed", async () => {
	await attempts.begin([key("sign-in:my password in the wrong field")]);
	const { rows } = await here.pool.query<{ key: string }>("select key from accounts.attempt");
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.every((row) => /^[\w-]{43}$/.test(row.key))).toBe(true);
});

test("the wait is said in whole minutes, rounded up", () => {
	const now = clock.now();
	const after = (seconds: number) => waitInWords(now, new Date(now.getTime() + seconds * 1000));
	expect([after(0), after(1), after(60), after(61), after(900)]).toEqual([
		"1 minute",
		"1 minute",
		"1 minute",
		"2 minutes",
		"15 minutes",
	]);
});
