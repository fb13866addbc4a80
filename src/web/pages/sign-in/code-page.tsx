import { ErrorSummary } from "../../forms/error-summary.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { CodeFields } from "./code-fields.tsx";
import { HeldFields, type HeldForm } from "./held-form.tsx";

/** The second step of signing in: a code from the authenticator app, or one of the backup codes. */
export function CodePage(props: {
	readonly frame: PageFrame;
	readonly to: string;
	/** The form that waits to be sent again, when a session had ended in the middle of it. */
	readonly held?: HeldForm | undefined;
	readonly form: FormState;
}) {
	const { frame, to, held, form } = props;
	return (
		<Page frame={frame} title="Enter your code">
			<ErrorSummary problems={form.problems} />
			<h1>Enter your code</h1>
			<p className="measure-5">
				Your password is right. Your account also asks for a code from the authenticator app on your phone.
			</p>
			<form method="post" action="/sign-in/code" className="usa-form">
				<input type="hidden" name="to" value={to} />
				{held ? <HeldFields held={held} /> : null}
				<CodeFields form={form} />
				<button type="submit" className="usa-button">
					Go on
				</button>
			</form>
			<p>
				You have neither the app nor a backup code? Ask the administrator of your agency to reset your second factor.{" "}
				<a className="usa-link" href="/sign-in">
					Start again
				</a>
			</p>
		</Page>
	);
}
