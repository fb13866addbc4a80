import { Alert } from "../forms/alert.tsx";
import { ErrorSummary } from "../forms/error-summary.tsx";
import { findProblem } from "../forms/form-problem.ts";
import { TextField } from "../forms/text-field.tsx";
import { Page } from "../shell/page.tsx";
import type { PageFrame } from "../shell/page-frame.ts";
import { type FormState, freshForm } from "./parts/form-page-state.ts";
import { HeldFields, type HeldForm, HeldText } from "./sign-in/held-form.tsx";
import { PasswordField } from "./sign-in/password-field.tsx";
import { PracticePeople, type PracticePersonProps } from "./sign-in/practice-people.tsx";

/**
 * The session ended while somebody was writing: says that nothing is lost, and signs in again with the text in hand. Works
 * without script: the form carries the held one in hidden fields.
 */
export function SignInAgainPage(props: {
	readonly frame: PageFrame;
	/** Path that the held form was sent to. */
	readonly action: string;
	readonly fields: HeldForm["fields"];
	readonly singleSignOn?: string | undefined;
	readonly practicePeople?: readonly PracticePersonProps[] | undefined;
	readonly form?: FormState | undefined;
}) {
	const { frame, singleSignOn, practicePeople } = props;
	const form = props.form ?? freshForm;
	const held: HeldForm = { action: props.action, fields: props.fields };
	return (
		<Page frame={frame} title="Sign in again">
			<ErrorSummary problems={form.problems} />
			<h1>Your session has ended</h1>
			<Alert kind="info">
				What you typed is kept on this page and was not saved yet. Sign in again, and it is sent on. Files must be
				chosen again.
			</Alert>
			<HeldText held={held} />
			<form method="post" action="/sign-in/again" className="usa-form usa-form--large">
				<HeldFields held={held} />
				<TextField
					name="email"
					label="E-mail address"
					type="email"
					autoComplete="username"
					value={form.values.email}
					error={findProblem(form.problems, "email")}
				/>
				<PasswordField
					name="password"
					label="Password"
					autoComplete="current-password"
					error={findProblem(form.problems, "password")}
				/>
				<button type="submit" className="usa-button">
					Sign in and go on
				</button>
			</form>
			{singleSignOn ? (
				<form method="post" action="/sign-in/again/elsewhere">
					<HeldFields held={held} />
					<p className="measure-5">
						Or{" "}
						<a
							className="usa-link"
							href="/sign-in/single-sign-on?to=%2Fsign-in%2Fdone"
							target="_blank"
							rel="noreferrer"
						>
							sign in with {singleSignOn} in a new window
						</a>
						, come back to this page, and choose:
					</p>
					<button type="submit" className="usa-button usa-button--outline">
						I have signed in: go on
					</button>
				</form>
			) : null}
			{practicePeople ? (
				<form method="post" action="/sign-in/again/practice">
					<h2>Practice: be one of these people</h2>
					<HeldFields held={held} />
					<PracticePeople people={practicePeople} />
				</form>
			) : null}
		</Page>
	);
}
