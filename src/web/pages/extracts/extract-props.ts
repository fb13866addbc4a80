import type { LoadedExtractKind } from "../../../domain/measure/extract-load.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { Tone } from "../parts/status-tag.tsx";

/** A load of a file with who handed it in and when. */
export type ExtractLoadProps = Fact<"extract-load"> & { readonly by: string; readonly at: string };

/** How bad problems are, the worst first. */
export type ProblemTier = "reject" | "mend" | "look";

/** All problems of one message, in words. */
export type ProblemGroupProps = {
	readonly id: string;
	readonly tier: ProblemTier;
	readonly count: number;
	readonly title: string;
	readonly expected: string;
	readonly remedy: string;
	readonly source: string;
	/** The first few: where, of which county, and what was found. */
	readonly first: readonly { readonly place: string; readonly county: string; readonly found: string }[];
};

/** A county that problems can be cut to: its code, or "unknown", and its name. */
export type CountyOption = { readonly code: string; readonly name: string };

/** What a tier means for the file. */
export type TierWords = Readonly<Record<ProblemTier, { readonly title: string; readonly words: string }>>;

const kindWords: Readonly<Record<LoadedExtractKind, string>> = {
	"afcars-legacy": "AFCARS (to 22B)",
	"afcars-2020": "AFCARS 2020",
	ncands: "NCANDS Child File",
};

/** What kind of file it is, as people say it. */
export function extractKindWords(kind: LoadedExtractKind | null): string {
	return kind === null ? "–" : kindWords[kind];
}

/** What became of a file, and how it is set off. */
export const loadStateWords: Readonly<
	Record<ExtractLoadProps["state"], { readonly words: string; readonly tone: Tone }>
> = {
	reading: { words: "Being read", tone: "waiting" },
	taken: { words: "Current", tone: "good" },
	refused: { words: "Refused", tone: "bad" },
	replaced: { words: "Replaced", tone: "quiet" },
};

/** A size in words: "1.4 MB". */
export function sizeWords(bytes: number): string {
	if (bytes < 1024) return `${bytes} bytes`;
	const [unit, size] = bytes < 1024 ** 2 ? ["KB", 1024] : bytes < 1024 ** 3 ? ["MB", 1024 ** 2] : ["GB", 1024 ** 3];
	return `${(bytes / Number(size)).toLocaleString("en-US", { maximumFractionDigits: 1 })} ${unit}`;
}
