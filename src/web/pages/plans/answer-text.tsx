import { formatDate, isPlainDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { EditionField } from "../../../domain/document/edition.ts";
import { noChangeWords } from "../../../domain/document/no-change-words.ts";
import type { Answers, PlanGraph } from "../../../domain/plan/plan-graph.ts";
import { fieldId } from "../../forms/form-problem.ts";
import { isDay } from "./answer-field.tsx";
import { periodWords } from "./plan-words.ts";

/** A field as it reads: for those who may not change it, and for what is kept elsewhere. */
export function AnswerText(props: { readonly field: EditionField; readonly text: string; readonly help?: boolean }) {
	return (
		<div className="margin-top-3" id={fieldId(props.field.id)}>
			<p className="text-bold margin-bottom-05 margin-top-0">{props.field.label}</p>
			{props.help ? <p className="usa-hint margin-y-0">{props.field.help}</p> : null}
			<div className="long-text">{props.text === "" ? <em>Not filled in.</em> : props.text}</div>
		</div>
	);
}

/** What stands in a field, in words. */
export function textOf(field: EditionField, answers: Answers, graph: PlanGraph): string {
	switch (field.from) {
		case "jurisdiction-name":
			return graph.jurisdiction.name;
		case "plan-period":
			return periodWords(graph);
		case "date-submitted":
			return graph.document.submittedOn ? formatDate(graph.document.submittedOn) : "";
		case "answer": {
			const answer = answers.get(field.id);
			if (answer?.noChange) return noChangeWords(graph);
			if (answer?.none && field.noneAllowed) return "None.";
			const value = answer?.value ?? "";
			return isDay(field) && isPlainDate(value) ? formatDate(value as PlainDate) : value;
		}
	}
}
