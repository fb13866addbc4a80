import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";

/** Asks for the address to which a link for a new password is mailed. */
export function ForgotPasswordPage({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
	return (
		<Page frame={frame} title="Forgot your password" breadcrumbs={[{ label: "Sign in", href: "/sign-in" }]}>
			<ErrorSummary problems={form.problems} />
			<h1>Forgot your password?</h1>
			<p className="measure-5">Give the e-mail address of your account. We mail you a link to set a new password.</p>
			<form method="post" action="/forgot-password" className="usa-form">
				<TextField
					name="email"
					label="E-mail address"
					type="email"
					autoComplete="username"
					value={form.values.email}
					error={findProblem(form.problems, "email")}
				/>
				<button type="submit" className="usa-button">
					Mail me a link
				</button>
			</form>
		</Page>
	);
}
