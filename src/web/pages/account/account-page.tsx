import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { type FormState, freshForm } from "../parts/form-page-state.ts";
import { PasswordField } from "../sign-in/password-field.tsx";
import { passwordHint } from "../sign-in/reset-password-page.tsx";
import { SecondFactorSection } from "./second-factor-section.tsx";
import { type SessionProps, SessionSection } from "./session-section.tsx";

/** The forms of the page, by the prefix of their fields' ids. */
export type AccountForm = "password" | "start" | "codes" | "off";

/** One's own account: who one is, password, second factor, and where one is signed in. */
export function AccountPage(props: {
	readonly frame: PageFrame;
	readonly email: string;
	readonly secondFactor: boolean;
	readonly sessions: readonly SessionProps[];
	readonly sent?: { readonly form: AccountForm; readonly state: FormState } | undefined;
}) {
	const { frame, sent } = props;
	const stateOf = (form: AccountForm) => (sent?.form === form ? sent.state : freshForm);
	const password = stateOf("password");
	return (
		<Page frame={frame} title="My account" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<ErrorSummary problems={sent?.state.problems} idOf={(field) => `${sent?.form}-${field}`} />
			<h1>My account</h1>
			<ul className="usa-list usa-list--unstyled">
				<li>
					{frame.person?.name}, {frame.person?.place}
				</li>
				<li>E-mail address: {props.email}</li>
				<li>Roles: {frame.person?.roles.join(", ") || "none"}</li>
			</ul>
			<p>
				<a className="usa-link" href="/calendar">
					My due dates in my own calendar program
				</a>
			</p>
			<p>Your name, position and roles are changed by the administrator of your agency.</p>
			<h2>Password</h2>
			<form method="post" action="/account/password" className="usa-form usa-form--large">
				<PasswordField
					id="password-current"
					name="current"
					label="Current password"
					autoComplete="current-password"
					error={findProblem(password.problems, "current")}
				/>
				<PasswordField
					id="password-new"
					name="new"
					label="New password"
					autoComplete="new-password"
					hint={passwordHint}
					error={findProblem(password.problems, "new")}
				/>
				<button type="submit" className="usa-button">
					Change the password
				</button>
				<p>Other places where you are signed in are signed out.</p>
			</form>
			<SecondFactorSection on={props.secondFactor} stateOf={stateOf} />
			<SessionSection sessions={props.sessions} />
		</Page>
	);
}
