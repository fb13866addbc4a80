import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Group } from "../engine/groups.ts";
import type { StayLengths } from "./stay-lengths.ts";

/** The ways out of care: to permanency (rule 10) the first four; `other` is every other one, the 18th birthday among them. */
export const exitKinds = ["reunification", "relative", "adoption", "guardianship", "other"] as const;
export type ExitKind = (typeof exitKinds)[number];
export const permanencyKinds = ["reunification", "relative", "adoption", "guardianship"] as const satisfies ExitKind[];

/** Exits whose reentry is followed: those of P4. */
export const followedKinds = ["reunification", "relative", "guardianship"] as const satisfies ExitKind[];

/** Children who entered care, at the end of one month after it: estimated percents of all; null where nobody was seen for so long. */
export type EntryPoint = {
	readonly month: number;
	readonly atRisk: number;
	/** Left to permanency, of whichever kind. */
	readonly permanency: number | null;
	readonly inCare: number | null;
} & { readonly [Kind in ExitKind]: number | null };

export type EntryCurve = {
	/** `{}` is the total, which comes first. */
	readonly group: Group;
	readonly children: number;
	readonly months: readonly EntryPoint[];
};

/** Children who left care, at the end of one month after it. */
export type ReentryPoint = { readonly month: number; readonly atRisk: number; readonly reentered: number | null };

export type ExitCurve = {
	readonly group: Group;
	/** All exits, those to permanency, and each kind. */
	readonly stays: readonly ({ readonly exit: "all" | "permanency" | ExitKind } & StayLengths)[];
	/** Of children who left to reunification, a relative or guardianship, as in P4: all of them, and each kind. */
	readonly reentry: readonly {
		readonly exit: "all" | (typeof followedKinds)[number];
		readonly children: number;
		readonly months: readonly ReentryPoint[];
	}[];
};

type About = {
	readonly window: string;
	/** The AFCARS files that were read. */
	readonly files: readonly string[];
	/** Nobody is seen after this day. */
	readonly filesEnd: PlainDate;
};

/** The JSON of `throughline curves --json`. */
export type CurveResults =
	| (About & { readonly cohort: "entry"; readonly curves: readonly EntryCurve[] })
	| (About & { readonly cohort: "exit"; readonly curves: readonly ExitCurve[] })
	| {
			readonly window: string;
			readonly cohort: "entry" | "exit";
			readonly status: "needs-files";
			readonly missing: readonly string[];
	  };
