import { formatDate, type PlainDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { budgetFormName, budgetPath } from "../budget/budget-props.ts";
import { dueInWords } from "../parts/due-words.ts";
import { StatusTag } from "../parts/status-tag.tsx";

/** Forms CFS-101 that I write. Nothing is shown where none is in draft. */
export function DraftForms(props: { readonly forms: readonly Fact<"budget-form">[]; readonly today: PlainDate }) {
	const { forms, today } = props;
	if (forms.length === 0) return null;
	return (
		<section aria-labelledby="draft-forms">
			<h2 id="draft-forms">Forms CFS-101 ({forms.length})</h2>
			<ul className="usa-list">
				{forms.map((form) => {
					const due = plainDate(`${form.submissionYear}-06-30`);
					return (
						<li key={form.id}>
							<a className="usa-link" href={budgetPath(form.id)}>
								{budgetFormName(form)}
							</a>
							, due {formatDate(due)} {due < today ? <StatusTag tone="bad">{dueInWords(due, today)}</StatusTag> : null}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
