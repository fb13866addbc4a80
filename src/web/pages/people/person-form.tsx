import { RadioGroup } from "../../forms/choice-group.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import type { PersonProps } from "./people-page.tsx";

/** Changes name, position title and access, with the reason. */
export function PersonForm(props: { readonly person: PersonProps; readonly self: boolean; readonly form: FormState }) {
	const { person, self } = props;
	const { values, problems } = props.form;
	const error = (field: string) => findProblem(problems, field);
	return (
		<section aria-labelledby="details">
			<h2 id="details">Details</h2>
			<form method="post" action={`/people/${person.id}`} className="usa-form usa-form--large">
				<input type="hidden" name="version" value={values.version ?? person.version} />
				<TextField
					id="person-name"
					name="name"
					label="Name"
					autoComplete="off"
					value={values.name ?? person.name}
					error={error("name")}
				/>
				<TextField
					id="person-title"
					name="title"
					label="Position title"
					optional
					autoComplete="off"
					value={values.title ?? person.title}
					error={error("title")}
				/>
				{self ? null : (
					<RadioGroup
						id="person-active"
						name="active"
						label="Access"
						value={values.active ?? (person.active ? "yes" : "no")}
						choices={[
							{ value: "yes", label: "May sign in" },
							{ value: "no", label: "May not sign in", description: "They are signed out everywhere at once" },
						]}
						error={error("active")}
					/>
				)}
				<TextField
					id="person-reason"
					name="reason"
					label="Why"
					hint="Kept in the history"
					optional
					autoComplete="off"
					value={values.reason}
					error={error("reason")}
				/>
				<button type="submit" className="usa-button">
					Save
				</button>
			</form>
		</section>
	);
}
