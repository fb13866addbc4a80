import { findProblem } from "../../forms/form-problem.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { PasswordField } from "../sign-in/password-field.tsx";

type StateOf = (form: "start" | "codes" | "off") => FormState;

/** The second factor: set up an authenticator app, make new backup codes, turn it off. Each asks for the password. */
export function SecondFactorSection({ on, stateOf }: { readonly on: boolean; readonly stateOf: StateOf }) {
	return (
		<section aria-labelledby="second-factor">
			<h2 id="second-factor">Second factor</h2>
			{on ? (
				<>
					<p>
						<StatusTag tone="good">On</StatusTag> After your password you are asked for a code from your authenticator
						app.
					</p>
					<h3>New backup codes</h3>
					<p className="measure-5">
						Backup codes let you in when you do not have your phone. New ones make the old ones worthless.
					</p>
					<StepForm
						form="codes"
						action="/account/second-factor/backup-codes"
						button="Make new backup codes"
						stateOf={stateOf}
					/>
					<h3>Turn it off</h3>
					<StepForm
						form="off"
						action="/account/second-factor/off"
						button="Turn the second factor off"
						outline
						stateOf={stateOf}
					/>
				</>
			) : (
				<>
					<p className="measure-5">
						<StatusTag tone="quiet">Off</StatusTag> With a second factor, somebody who learns your password still cannot
						sign in. You need an authenticator app on your phone.
					</p>
					<StepForm
						form="start"
						action="/account/second-factor/start"
						button="Set up an authenticator app"
						stateOf={stateOf}
					/>
				</>
			)}
		</section>
	);
}

function StepForm(props: {
	readonly form: "start" | "codes" | "off";
	readonly action: string;
	readonly button: string;
	readonly outline?: boolean;
	readonly stateOf: StateOf;
}) {
	return (
		<form method="post" action={props.action} className="usa-form usa-form--large">
			<PasswordField
				id={`${props.form}-password`}
				name="password"
				label="Your password"
				autoComplete="current-password"
				error={findProblem(props.stateOf(props.form).problems, "password")}
			/>
			<button type="submit" className={`usa-button${props.outline ? " usa-button--outline" : ""}`}>
				{props.button}
			</button>
		</form>
	);
}
