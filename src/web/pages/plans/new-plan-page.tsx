import type { Edition } from "../../../domain/document/edition.ts";
import { DateField } from "../../forms/date-field.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { formValues, type TypedForm } from "./plan-context.ts";

const completenessWords: Readonly<Record<Edition["completeness"], string>> = {
	full: "",
	slice: "",
	outline: " (outline: no checks yet)",
};

/** Starts a plan: where, under which edition of the requirements, and from which day. */
export function NewPlanPage(props: {
	readonly frame: PageFrame;
	/** Places where this person may write a plan. */
	readonly places: readonly { readonly id: string; readonly name: string }[];
	readonly editions: readonly Edition[];
	readonly typed?: TypedForm | undefined;
}) {
	const { places, editions, typed } = props;
	const values = formValues(typed, "new-plan");
	return (
		<Page
			frame={props.frame}
			title="Start a plan"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Plans", href: "/plans" },
			]}
		>
			<ErrorSummary problems={typed?.problems} />
			<h1>Start a plan</h1>
			<form method="post" action="/plans" data-guard="true">
				<SelectField
					name="jurisdictionId"
					label="Whose plan is it?"
					emptyLabel={places.length === 1 ? undefined : "- Select -"}
					options={places.map(({ id, name }) => ({ value: id, label: name }))}
					value={values.text("jurisdictionId", "")}
					error={values.problem("jurisdictionId")}
				/>
				<SelectField
					name="editionId"
					label="Edition of the requirements"
					hint="The plan keeps the rules of this edition, also when a newer one comes."
					emptyLabel="- Select -"
					options={editions.map((edition) => ({
						value: edition.id,
						label: `${edition.title}${completenessWords[edition.completeness]}`,
					}))}
					value={values.text("editionId", "")}
					error={values.problem("editionId")}
				/>
				<DateField
					name="startsOn"
					label="First day of the plan"
					value={values.text("startsOn", "")}
					error={values.problem("startsOn")}
				/>
				<DateField
					name="endsOn"
					label="Last day of the plan"
					hint="Month/day/year. Leave it empty to take the term of the edition: three years for a county's plan, five for a state's."
					optional
					value={values.text("endsOn", "")}
					error={values.problem("endsOn")}
				/>
				<TextField
					name="title"
					label="Title"
					hint="Leave it empty to take the place and the name of the paper."
					optional
					width="2xl"
					value={values.text("title", "")}
					error={values.problem("title")}
				/>
				<p>
					<button type="submit" className="usa-button">
						Start the plan
					</button>
				</p>
			</form>
		</Page>
	);
}
