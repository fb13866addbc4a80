import { Moment } from "../parts/moment.tsx";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import type { FieldChange } from "./describe-action.ts";
import type { PlanContext } from "./plan-context.ts";
import { TextDifference } from "./text-difference.tsx";

/** One fact that differs between two moments, in words. */
export type ComparedFact = {
	readonly id: string;
	readonly name: string;
	readonly difference: "added" | "removed" | "changed";
	readonly changes: readonly FieldChange[];
	readonly last: { readonly who: string; readonly at: string; readonly reason: string };
	/** The fact as it stands on its page. */
	readonly href: string | undefined;
};

const words: Readonly<Record<ComparedFact["difference"], string>> = {
	added: "Added",
	removed: "Removed",
	changed: "Changed",
};
const tones: Readonly<Record<ComparedFact["difference"], Tone>> = { added: "good", removed: "bad", changed: "waiting" };

/** The facts that differ: each field before and after, side by side, with the words that differ marked. */
export function DifferenceList({ facts }: { readonly plan: PlanContext; readonly facts: readonly ComparedFact[] }) {
	if (facts.length === 0) return <p>Nothing differs between the two moments.</p>;
	return facts.map((fact) => (
		<section key={fact.id} className="component-card" aria-labelledby={`difference-${fact.id}`}>
			<h3 className="margin-top-0" id={`difference-${fact.id}`}>
				<StatusTag tone={tones[fact.difference]}>{words[fact.difference]}</StatusTag> {fact.name}
			</h3>
			<p className="history-entry__when">
				Last by {fact.last.who}, <Moment at={fact.last.at} />
				{fact.last.reason ? `: ${fact.last.reason}` : ""}
				{fact.href && fact.difference !== "removed" ? (
					<>
						{" · "}
						<a className="usa-link" href={fact.href}>
							See it as it stands<span className="usa-sr-only">: {fact.name}</span>
						</a>
					</>
				) : null}
			</p>
			{fact.changes.map((change) => (
				<FieldDifference key={change.field} change={change} isChange={fact.difference === "changed"} />
			))}
		</section>
	));
}

function FieldDifference(props: { readonly change: FieldChange; readonly isChange: boolean }) {
	const { label, from, to } = props.change;
	if (!props.isChange) {
		return (
			<div className="field-difference">
				<h4 className="field-difference__label">{label}</h4>
				<TextDifference from={from} to={to} />
			</div>
		);
	}
	return (
		<div className="field-difference">
			<h4 className="field-difference__label">{label}</h4>
			<div className="field-difference__sides">
				<div>
					<p className="field-difference__side">Before</p>
					<div className="long-text">{from === "" ? "(empty)" : from}</div>
				</div>
				<div>
					<p className="field-difference__side">After, with the changes marked</p>
					<TextDifference from={from} to={to} />
				</div>
			</div>
		</div>
	);
}
