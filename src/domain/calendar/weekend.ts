import { z } from "zod";
import { addDays, type PlainDate } from "./plain-date.ts";

/**
 * What happens to a due day on a Saturday or Sunday. `literal`: it stays, and a warning is shown. No policy knows of holidays.
 */
export const WeekendPolicy = z.enum(["literal", "following-monday", "preceding-friday"]);
export type WeekendPolicy = z.infer<typeof WeekendPolicy>;

export const weekendPolicyLabels: Readonly<Record<WeekendPolicy, string>> = {
	literal: "The day stays as it is, with a warning",
	"following-monday": "The Monday after",
	"preceding-friday": "The Friday before",
};

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export type Weekday = (typeof names)[number];

/** The day of the week. */
export function weekdayOf(date: PlainDate): Weekday {
	return names[new Date(`${date}T00:00:00Z`).getUTCDay()] as Weekday;
}

/** The day on which something due on `date` is due under a policy. */
export function moveFromWeekend(date: PlainDate, policy: WeekendPolicy): PlainDate {
	const weekday = weekdayOf(date);
	if (policy === "literal" || (weekday !== "Saturday" && weekday !== "Sunday")) return date;
	if (policy === "following-monday") return addDays(date, weekday === "Saturday" ? 2 : 1);
	return addDays(date, weekday === "Saturday" ? -1 : -2);
}
