import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { dueInWords } from "../parts/due-words.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import type { HomeProps } from "./home-props.ts";

/** What is due of a State that I answer for. Nothing is shown where nothing is near. */
export function MyDueDates({
	dueDates,
	today,
}: {
	readonly dueDates: HomeProps["dueDates"];
	readonly today: PlainDate;
}) {
	if (dueDates.length === 0) return null;
	return (
		<section aria-labelledby="my-due-dates">
			<h2 id="my-due-dates">Due dates that I answer for ({dueDates.length})</h2>
			<ul className="usa-list">
				{dueDates.map(({ ruleId, name, covers, on }) => (
					<li key={`${ruleId} ${on} ${covers}`}>
						{name}, {covers} <StatusTag tone={on < today ? "bad" : "waiting"}>{dueInWords(on, today)}</StatusTag>
					</li>
				))}
			</ul>
			<p>
				<a className="usa-link" href="/due-dates">
					All due dates
				</a>
				{", and "}
				<a className="usa-link" href="/planning-year/due-dates-met">
					what was done
				</a>
			</p>
		</section>
	);
}
