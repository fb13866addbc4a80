import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { RadioGroup } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { milestoneStatusWords } from "../plans/fact-words.ts";

/** The owner of one milestone says how it stands, by a mailed link and without signing in. */
export function MilestoneLinkPage(props: {
	readonly frame: PageFrame;
	/** The page's own address, where the form goes. */
	readonly action: string;
	readonly milestone: Fact<"milestone">;
	readonly dueOn: PlainDate | null;
	readonly today: PlainDate;
	readonly planTitle: string;
	/** What the plan calls it. */
	readonly word: string;
	readonly placeName: string;
	readonly personName: string;
	readonly form: FormState;
}) {
	const { milestone, dueOn, today } = props;
	const { values, problems } = props.form;
	const title = `How does this ${props.word} stand?`;
	const late = dueOn !== null && dueOn < today;
	return (
		<Page frame={props.frame} title={title}>
			<ErrorSummary problems={problems} />
			<h1>{title}</h1>
			<blockquote className="quoted-text long-text">{milestone.statement}</blockquote>
			<p>
				{props.planTitle}, {props.placeName}.{" "}
				{dueOn ? (late ? `It was due on ${formatDate(dueOn)}.` : `Due on ${formatDate(dueOn)}.`) : "It has no date."}{" "}
				You answer as {props.personName}: your answer is kept in that name, and this link opens nothing else.
			</p>
			<form method="post" action={props.action} className="usa-form usa-form--large">
				<RadioGroup
					name="status"
					label="How it stands"
					value={values.status ?? milestone.status}
					choices={MilestoneStatus.options.map((value) => ({ value, label: milestoneStatusWords[value] }))}
					error={findProblem(problems, "status")}
				/>
				<DateField
					name="completedOn"
					label="Completed on"
					hint="Only when it is completed. Month/day/year, for example 06/30/2026"
					value={values.completedOn ?? milestone.completedOn ?? ""}
					error={findProblem(problems, "completedOn")}
					optional
				/>
				<TextArea
					name="proof"
					label="What shows that it was done"
					hint="A link, or where the record is kept. Write nothing about single children or families."
					rows={3}
					value={values.proof ?? milestone.proof}
					error={findProblem(problems, "proof")}
					optional
				/>
				<TextArea
					name="reason"
					label={late ? "Why it is late" : "What happened"}
					hint={
						late
							? "Needed, as its day is past. Write nothing about single children or families."
							: "Needed when it is delayed or dropped. Write nothing about single children or families."
					}
					rows={4}
					value={values.reason}
					error={findProblem(problems, "reason")}
					optional={!late}
				/>
				<button type="submit" className="usa-button">
					Send
				</button>
			</form>
		</Page>
	);
}
