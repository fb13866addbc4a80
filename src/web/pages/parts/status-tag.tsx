import type { ReactNode } from "react";

/** How a state stands: the colour only repeats what the words say. */
export type Tone = "good" | "bad" | "waiting" | "quiet";

const toneClasses: Readonly<Record<Tone, string>> = {
	good: "bg-success-darker",
	bad: "bg-error-dark",
	waiting: "bg-primary-dark",
	quiet: "bg-base-dark",
};

/** A few words on a state, set off from the text around it. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
	return <span className={`usa-tag status-tag ${toneClasses[tone]}`}>{children}</span>;
}
