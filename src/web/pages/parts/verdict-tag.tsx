import type { Verdict } from "../../../domain/measure/judgement.ts";
import { StatusTag, type Tone } from "./status-tag.tsx";

/** What a figure says against its standard, in words. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
	meets: "Meets the standard",
	below: "Falls short",
	"no-standard": "No standard set",
	"not-comparable": "Not judged",
};

const tones: Readonly<Record<Verdict, Tone>> = {
	meets: "good",
	below: "bad",
	"no-standard": "quiet",
	"not-comparable": "quiet",
};

export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
	return <StatusTag tone={tones[verdict]}>{verdictWords[verdict]}</StatusTag>;
}
