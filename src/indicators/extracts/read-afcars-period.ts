import { type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import type { AfcarsPeriod } from "./canonical-rows.ts";

/**
 * Element 2 of both AFCARS formats, the month in which the report period ends: "202303" is 23A (October to March), "202309" is
 * 23B (April to September). Null for any other month or text.
 */
export function readAfcarsPeriod(text: string): AfcarsPeriod | null {
	const match = /^(?:19|20)(\d\d)(03|09)$/.exec(text);
	return match === null ? null : `${match[1]}${match[2] === "03" ? "A" : "B"}`;
}

/** The last day of the report period that element 2 names; null like `readAfcarsPeriod`. */
export function readAfcarsPeriodEnd(text: string): PlainDate | null {
	if (readAfcarsPeriod(text) === null) return null;
	return plainDate(`${text.slice(0, 4)}-${text.endsWith("03") ? "03-31" : "09-30"}`);
}
