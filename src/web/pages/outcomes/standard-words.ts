import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { findStandardOn } from "../../../domain/measure/find-standard-on.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import { standardKindWords } from "../../../domain/measure/standard.ts";

/** The standard that held on a day: "94.6% or more (national standard)"; a dash where none is set. */
export function standardInWords({ standards, desiredDirection }: Indicator, on: PlainDate): string {
	const standard = findStandardOn(standards, on);
	if (!standard) return "–";
	const value = formatValue(standard.value, standard.unit);
	const side = standard.kind === "national-performance" || !desiredDirection ? "" : sideWords[desiredDirection];
	const doubt = standard.status === "confirmed" ? "" : ", not yet confirmed in a published source";
	return `${value}${side} (${standardKindWords[standard.kind]}${doubt})`;
}

const sideWords = { up: " or more", down: " or less" } as const;
