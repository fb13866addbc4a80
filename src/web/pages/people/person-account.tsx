/** How a person signs in. */
export type PersonAccountProps = {
	/** False when the person has no account yet. */
	readonly exists: boolean;
	readonly secondFactor: boolean;
	/** Name of the single sign-on service, when the installation has one. */
	readonly singleSignOn: string | undefined;
};

/** What an administrator can do when somebody cannot sign in. */
export function PersonAccount(props: { readonly personId: string; readonly account: PersonAccountProps }) {
	const { personId, account } = props;
	const action = (step: string) => `/people/${personId}/account/${step}`;
	return (
		<section aria-labelledby="account">
			<h2 id="account">Signing in</h2>
			<p>
				{account.exists
					? `There is an account. The second factor is ${account.secondFactor ? "on" : "off"}.`
					: "There is no account yet."}
			</p>
			<Step
				action={action("invite")}
				button={account.exists ? "Mail a link to set a password" : "Make the account and mail a link"}
				hint={account.exists ? "For somebody who lost the first mail or forgot the password." : ""}
			/>
			{account.secondFactor ? (
				<Step
					action={action("clear-second-factor")}
					button="Reset the second factor"
					hint="For somebody who lost the phone and the backup codes. Make sure that it is really them who asks. They are signed out everywhere."
				/>
			) : null}
			{account.exists && account.singleSignOn ? (
				<Step
					action={action("unlink-single-sign-on")}
					button={`Undo the link to ${account.singleSignOn}`}
					hint="For somebody who has got another identity there. The next sign-in links the account anew."
				/>
			) : null}
		</section>
	);
}

function Step(props: { readonly action: string; readonly button: string; readonly hint: string }) {
	return (
		<form method="post" action={props.action} className="margin-bottom-2">
			<button type="submit" className="usa-button usa-button--outline">
				{props.button}
			</button>
			{props.hint ? <span className="display-block margin-top-05">{props.hint}</span> : null}
		</form>
	);
}
