import { expect, test } from "vitest";
import { readTypedTime } from "./read-typed-time.ts";

test.each([
	["2:30 p.m.", "14:30:59.999"],
	["2:30PM", "14:30:59.999"],
	["12 am", "00:00:59.999"],
	["12:05 p.m.", "12:05:59.999"],
	["14:30", "14:30:59.999"],
	["0:00", "00:00:59.999"],
])("%j is %s", (text, time) => expect(readTypedTime(text)).toBe(time));

test.each(["", "14", "13 p.m.", "0 a.m.", "24:00", "12:60", "noon"])("%j is no time", (text) =>
	expect(readTypedTime(text)).toBeUndefined(),
);
