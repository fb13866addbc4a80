import type { Edition } from "../../../../domain/document/edition.ts";
import { ErrorSummary } from "../../../forms/error-summary.tsx";
import { FileField } from "../../../forms/file-field.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { Page } from "../../../shell/page.tsx";
import type { PageFrame } from "../../../shell/page-frame.ts";
import { formValues, type TypedForm } from "../plan-context.ts";

/** An old plan in Word: which file, whose plan, under which edition. */
export function OldPlanUploadPage(props: {
	readonly frame: PageFrame;
	/** Places where this person may write a plan. */
	readonly places: readonly { readonly id: string; readonly name: string }[];
	readonly editions: readonly Edition[];
	readonly typed?: TypedForm | undefined;
}) {
	const { places, editions, typed } = props;
	const values = formValues(typed, "old-plan");
	return (
		<Page
			frame={props.frame}
			title="Start a plan from an old one"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Plans", href: "/plans" },
			]}
		>
			<ErrorSummary problems={typed?.problems} />
			<h1>Start a plan from an old one</h1>
			<p className="usa-intro">
				A plan that was written in Word is read, and its components, goals, strategies, milestones and texts are shown
				to you line by line. A plan is started only from the lines that you confirm.
			</p>
			<p>
				To bring changes of a Word file back that was downloaded here, use "Edit in Word" on the page of its plan
				instead.
			</p>
			<form method="post" action="/plans/from-word" encType="multipart/form-data" className="usa-form usa-form--large">
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
					hint="Its headings are looked for in the file."
					emptyLabel="- Select -"
					options={editions.map(({ id, title }) => ({ value: id, label: title }))}
					value={values.text("editionId", "")}
					error={values.problem("editionId")}
				/>
				<FileField
					name="file"
					label="The old plan"
					hint="A Word document (.docx) of at most 25 MB"
					accept=".docx"
					error={values.problem("file")}
				/>
				<button type="submit" className="usa-button">
					Read the file
				</button>
			</form>
		</Page>
	);
}
