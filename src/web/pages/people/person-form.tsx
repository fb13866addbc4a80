import { RadioGroup } from "../../forms/choice-group.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import type { PersonProps } from "./people-page.tsx";

/** Changes name, position title, supervisor and access, with the reason. */
export function PersonForm(props: {
	readonly person: PersonProps;
	readonly colleagues: readonly PersonProps[];
	readonly self: boolean;
	readonly form: FormState;
}) {
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
				<SelectField
					id="person-supervisorId"
					name="supervisorId"
					label="Supervisor"
					hint="Sees the milestones and key activities that this person leaves late and without a report"
					optional
					emptyLabel="Nobody"
					options={supervisorsFor(person, props.colleagues)}
					value={values.supervisorId ?? person.supervisorId ?? ""}
					error={error("supervisorId")}
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

/** Everybody else of the place who may sign in, and whoever is named now. */
function supervisorsFor(person: PersonProps, colleagues: readonly PersonProps[]) {
	return colleagues
		.filter(
			({ id, active, jurisdictionId }) =>
				id === person.supervisorId || (id !== person.id && active && jurisdictionId === person.jurisdictionId),
		)
		.sort((a, b) => a.name.localeCompare(b.name, "en"))
		.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }));
}
