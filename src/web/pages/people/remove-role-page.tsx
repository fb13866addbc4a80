import { roleLabels } from "../../../domain/people/roles.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { Checkbox } from "../../forms/choice-group.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";

/** Asks for the reason before a role is taken away, and warns whoever would lose the right to manage people. */
export function RemoveRolePage(props: {
	readonly frame: PageFrame;
	readonly person: { readonly id: string; readonly name: string };
	readonly grant: Fact<"role-grant">;
	readonly place: string;
	readonly ownLastAdministration: boolean;
	readonly form: FormState;
}) {
	const { frame, person, grant, place, form } = props;
	const role = roleLabels[grant.role];
	return (
		<Page
			frame={frame}
			title={`Take away a role of ${person.name}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "People", href: "/people" },
				{ label: person.name, href: `/people/${person.id}` },
			]}
		>
			<ErrorSummary problems={form.problems} />
			<h1>Take away a role</h1>
			<p className="usa-intro">
				{person.name} will no longer be {role.toLowerCase()} in {place}.
			</p>
			<form method="post" action={`/people/${person.id}/roles/${grant.id}/remove`} className="usa-form usa-form--large">
				<input type="hidden" name="version" value={form.values.version ?? grant.version} />
				{props.ownLastAdministration ? (
					<>
						<Alert kind="warning" title="This is your own last administrator role">
							Without it you cannot manage people any more, and you cannot give it back to yourself. Another
							administrator must do it.
						</Alert>
						<Checkbox
							name="ownAdministration"
							label="I know that I can no longer manage people"
							error={findProblem(form.problems, "ownAdministration")}
						/>
					</>
				) : null}
				<TextField
					name="reason"
					label="Why"
					hint="Kept in the history"
					optional
					autoComplete="off"
					value={form.values.reason}
					error={findProblem(form.problems, "reason")}
				/>
				<button type="submit" className="usa-button">
					Take the role away
				</button>
				<p>
					<a className="usa-link" href={`/people/${person.id}`}>
						Leave it
					</a>
				</p>
			</form>
		</Page>
	);
}
