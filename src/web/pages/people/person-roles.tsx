import { roleLabels } from "../../../domain/people/roles.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { givenRoles } from "./new-person-page.tsx";
import type { PersonProps } from "./people-page.tsx";

/** The roles of a person: which, where; and the ways to give and take them. */
export function PersonRoles(props: {
	readonly person: PersonProps;
	readonly places: readonly Fact<"jurisdiction">[];
	readonly managed: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
}) {
	const { person, places, managed } = props;
	return (
		<section aria-labelledby="roles">
			<h2 id="roles">Roles</h2>
			{person.grants.length === 0 ? <p>No roles: they can sign in and see nothing yet.</p> : null}
			<ul className="usa-list">
				{person.grants.map((grant) => (
					<li key={grant.id}>
						{roleLabels[grant.role]}, {places.find((each) => each.id === grant.jurisdictionId)?.name ?? "–"}
						{managed.some((each) => each.id === grant.jurisdictionId) ? (
							<>
								{" "}
								<a className="usa-link" href={`/people/${person.id}/roles/${grant.id}/remove`}>
									Take away<span className="usa-sr-only"> the role {roleLabels[grant.role]}</span>
								</a>
							</>
						) : null}
					</li>
				))}
			</ul>
			{managed.length > 0 ? <GiveRole {...props} /> : null}
		</section>
	);
}

function GiveRole(props: Parameters<typeof PersonRoles>[0]) {
	const { person, managed } = props;
	const { values, problems } = props.form;
	const error = (field: string) => findProblem(problems, field);
	return (
		<form method="post" action={`/people/${person.id}/roles`} className="usa-form usa-form--large">
			<h3>Give a role</h3>
			<SelectField
				id="role-role"
				name="role"
				label="Role"
				emptyLabel="- Choose a role -"
				options={givenRoles.map((role) => ({ value: role, label: roleLabels[role] }))}
				value={values.role}
				error={error("role")}
			/>
			<SelectField
				id="role-jurisdictionId"
				name="jurisdictionId"
				label="Where"
				hint="It holds there and in all places below"
				options={managed.map(({ id, name }) => ({ value: id, label: name }))}
				value={values.jurisdictionId ?? person.jurisdictionId}
				error={error("jurisdictionId")}
			/>
			<TextField
				id="role-reason"
				name="reason"
				label="Why"
				hint="Kept in the history"
				optional
				autoComplete="off"
				value={values.reason}
				error={error("reason")}
			/>
			<button type="submit" className="usa-button">
				Give the role
			</button>
		</form>
	);
}
