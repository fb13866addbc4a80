import type { Finding } from "../../../domain/finding/finding-facts.ts";
import { StatusTag, type Tone } from "./status-tag.tsx";

/** How far a finding is settled, in words. */
export const findingStateWords: Readonly<Record<Finding["state"], string>> = {
	proposed: "Proposed",
	confirmed: "Confirmed",
	dismissed: "Dismissed",
};

const tones: Readonly<Record<Finding["state"], Tone>> = { proposed: "waiting", confirmed: "good", dismissed: "quiet" };

/** A judgement in the words of the field. */
export const judgementWords: Readonly<Record<Finding["judgement"], string>> = {
	strength: "Strength",
	"area-needing-improvement": "Area Needing Improvement",
};

export function FindingStateTag({ state }: { readonly state: Finding["state"] }) {
	return <StatusTag tone={tones[state]}>{findingStateWords[state]}</StatusTag>;
}
