import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { PasswordField } from "./password-field.tsx";

/** What a new password must be, in the words of the form. */
export const passwordHint = "At least 15 characters. A few words in a row are easy to remember and long enough";

/** Sets a new password with the link from a mail. */
export function ResetPasswordPage(props: {
	readonly frame: PageFrame;
	readonly token: string;
	readonly form: FormState;
}) {
	const { frame, token, form } = props;
	return (
		<Page frame={frame} title="Set a password">
			<ErrorSummary problems={form.problems} />
			<h1>Set a password</h1>
			<form method="post" action="/reset-password" className="usa-form usa-form--large">
				<input type="hidden" name="token" value={token} />
				<PasswordField
					name="password"
					label="New password"
					autoComplete="new-password"
					hint={passwordHint}
					error={findProblem(form.problems, "password")}
				/>
				<button type="submit" className="usa-button">
					Set the password
				</button>
			</form>
		</Page>
	);
}
