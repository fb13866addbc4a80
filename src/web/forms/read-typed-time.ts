/**
 * Reads a time of day as people type it: `2:30 p.m.`, `2 pm`, `14:30`. Answers `14:30:59.999`, the end of that minute, so
 * that what happened within it is in. Undefined when it is no time.
 */
export function readTypedTime(text: string): string | undefined {
	const match = /^(\d{1,2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?$/iu.exec(text.trim());
	if (!match) return undefined;
	const [hour, minute] = [Number(match[1]), Number(match[2] ?? "0")];
	const half = match[3]?.charAt(0).toLowerCase();
	if (minute > 59 || (half ? hour < 1 || hour > 12 : hour > 23 || match[2] === undefined)) return undefined;
	const hours = half ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
	return `${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}:59.999`;
}
