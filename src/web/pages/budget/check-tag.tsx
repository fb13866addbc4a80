import type { MoneyFinding, Outcome } from "../../../domain/money/checks/finding.ts";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";

const words: Readonly<Record<Outcome, readonly [Tone, string]>> = {
	met: ["good", "Met"],
	error: ["bad", "To fix"],
	warning: ["waiting", "To look at"],
	unknown: ["quiet", "Not known yet"],
};

export function CheckTag({ outcome }: { readonly outcome: Outcome }) {
	const [tone, text] = words[outcome];
	return <StatusTag tone={tone}>{text}</StatusTag>;
}

/** The arithmetic of checks, one line each, with what came of it. */
export function Arithmetic({ findings }: { readonly findings: readonly MoneyFinding[] }) {
	if (findings.length === 0) return null;
	return (
		<ul className="usa-list usa-list--unstyled margin-y-1 measure-5">
			{findings.map(({ outcome, message }) => (
				<li key={message} className="margin-bottom-05">
					<CheckTag outcome={outcome} /> {message}
				</li>
			))}
		</ul>
	);
}
