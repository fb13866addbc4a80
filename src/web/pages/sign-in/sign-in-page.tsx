import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { PasswordField } from "./password-field.tsx";
import { PracticePeople, type PracticePersonProps } from "./practice-people.tsx";

/** Sign in: by e-mail and password, by single sign-on, and in a practice installation as any of its people. */
export function SignInPage(props: {
	readonly frame: PageFrame;
	/** Path of this site to go to afterwards. */
	readonly to: string;
	/** Name of the single sign-on service, when there is one. */
	readonly singleSignOn: string | undefined;
	/** Undefined in a real installation. */
	readonly practicePeople: readonly PracticePersonProps[] | undefined;
	readonly form: FormState;
}) {
	const { frame, to, singleSignOn, practicePeople, form } = props;
	return (
		<Page frame={frame} title="Sign in">
			<ErrorSummary problems={form.problems} />
			<div className="grid-row grid-gap">
				<div className="tablet:grid-col-6 desktop:grid-col-5">
					<h1>Sign in</h1>
					<form method="post" action="/sign-in" className="usa-form">
						<input type="hidden" name="to" value={to} />
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
							Sign in
						</button>
						<p>
							<a className="usa-link" href="/forgot-password">
								Forgot your password?
							</a>
						</p>
					</form>
					{singleSignOn ? (
						<p>
							<a
								className="usa-button usa-button--outline"
								href={`/sign-in/single-sign-on?to=${encodeURIComponent(to)}`}
							>
								Sign in with {singleSignOn}
							</a>
						</p>
					) : null}
					<p>
						You have no account? The administrator of your agency makes one for you.{" "}
						<a className="usa-link" href="/help">
							What is Throughline?
						</a>
					</p>
				</div>
				{practicePeople ? (
					<div className="tablet:grid-col-6 desktop:grid-col-7">
						<h2 className="margin-top-2">Practice: be one of these people</h2>
						<p>Choose somebody to see what Throughline is like in their place. No password is needed here.</p>
						<form method="post" action="/sign-in/practice">
							<input type="hidden" name="to" value={to} />
							<PracticePeople people={practicePeople} />
						</form>
					</div>
				) : null}
			</div>
		</Page>
	);
}
