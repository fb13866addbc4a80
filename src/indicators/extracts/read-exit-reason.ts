import type { ExitReason } from "./canonical-rows.ts";

/** Codes 6, 7 and 8 mean different things in the two formats, and only AFCARS 2020 has a code for "still in care" (9). */
const legacyReasons: Readonly<Record<string, ExitReason>> = {
	"1": "REUNIFICATION",
	"2": "RELATIVE",
	"3": "ADOPTION",
	"4": "EMANCIPATION",
	"5": "GUARDIANSHIP",
	"6": "TRANSFER",
	"7": "RUNAWAY",
	"8": "DEATH",
};

const reasons2020: Readonly<Record<string, ExitReason>> = {
	...legacyReasons,
	"6": "RUNAWAY",
	"7": "DEATH",
	"8": "TRANSFER",
};

/** Legacy element 58. Null for blank, 0 and every code without a reason (settled reading 6). */
export function readLegacyExitReason(code: string): ExitReason | null {
	return legacyReasons[code] ?? null;
}

/** AFCARS 2020 element 155. Null for blank, 9 and every code without a reason (settled reading 6). */
export function readExitReason2020(code: string): ExitReason | null {
	return reasons2020[code] ?? null;
}
