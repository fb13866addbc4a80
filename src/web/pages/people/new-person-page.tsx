import { Role, roleLabels } from "../../../domain/people/roles.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";

/** Roles that an administrator can give. */
export const givenRoles = Role.options.filter((role) => role !== "installation");

/** Adds a person with an account and their first roles. */
export function NewPersonPage(props: {
	readonly frame: PageFrame;
	/** Places in which the reader may add people. */
	readonly places: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
	readonly roles: readonly string[];
}) {
	const { frame, places, form } = props;
	const { values, problems } = form;
	const error = (field: string) => findProblem(problems, field);
	return (
		<Page
			frame={frame}
			title="Add a person"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "People", href: "/people" },
			]}
		>
			<ErrorSummary problems={problems} />
			<h1>Add a person</h1>
			<p className="measure-5">They get an account, and a mail with a link to choose a password.</p>
			<form method="post" action="/people/new" className="usa-form usa-form--large">
				<TextField name="name" label="Name" autoComplete="off" value={values.name} error={error("name")} />
				<TextField
					name="title"
					label="Position title"
					hint="As printed in plans, for example Child Welfare Division Manager"
					optional
					autoComplete="off"
					value={values.title}
					error={error("title")}
				/>
				<TextField
					name="email"
					label="E-mail address"
					hint="They sign in with it. It cannot be changed later"
					type="email"
					autoComplete="off"
					value={values.email}
					error={error("email")}
				/>
				<SelectField
					name="jurisdictionId"
					label="Where they work"
					emptyLabel={places.length === 1 ? undefined : "- Choose a place -"}
					options={places.map(({ id, name }) => ({ value: id, label: name }))}
					value={values.jurisdictionId}
					error={error("jurisdictionId")}
				/>
				<CheckboxGroup
					name="roles"
					label="Roles there"
					hint="A role holds in the place and in all places below it"
					optional
					choices={givenRoles.map((role) => ({ value: role, label: roleLabels[role] }))}
					values={props.roles}
					error={error("roles")}
				/>
				<p>
					<a className="usa-link" href="/help#roles">
						What each role may do
					</a>
				</p>
				<button type="submit" className="usa-button">
					Add the person
				</button>
			</form>
		</Page>
	);
}
