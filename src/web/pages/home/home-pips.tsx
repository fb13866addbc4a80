import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { dueInWords } from "../parts/due-words.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import type { PipRowProps } from "../pip/pip-props.ts";
import { standsWords } from "../pip/pips-page.tsx";

/** The Program Improvement Plans that are under way, with the day that counts and the steps that are late. */
export function HomePips(props: { readonly pips: readonly PipRowProps[]; readonly today: PlainDate }) {
	const pips = props.pips.filter(({ phase }) => phase !== "completed");
	if (pips.length === 0) return null;
	return (
		<section aria-labelledby="pips">
			<h2 id="pips">Program Improvement Plans ({pips.length})</h2>
			<ul className="usa-list">
				{pips.map((pip) => (
					<li key={pip.document.id}>
						<a className="usa-link" href={`/plans/${pip.document.id}/pip`}>
							{pip.document.title}
						</a>
						: {standsWords(pip)}.{" "}
						{pip.dueOn ? (
							<StatusTag tone={pip.dueOn < props.today ? "bad" : "waiting"}>
								{dueInWords(pip.dueOn, props.today)}
							</StatusTag>
						) : null}{" "}
						{pip.lateSteps > 0 ? (
							<StatusTag tone="bad">{pip.lateSteps === 1 ? "1 step late" : `${pip.lateSteps} steps late`}</StatusTag>
						) : null}
					</li>
				))}
			</ul>
		</section>
	);
}
