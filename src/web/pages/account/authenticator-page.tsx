import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { BackupCodes } from "./backup-codes.tsx";

/** What is shown once when an authenticator app is set up. */
export type AuthenticatorSecret = {
	readonly otpauthUri: string;
	/** In groups of four. */
	readonly secret: string;
	/** Inline SVG of our own drawing. */
	readonly qrCode?: string | undefined;
	readonly backupCodes: readonly string[];
};

/** Sets up an authenticator app: the secret, the backup codes, and a code that shows that it works. */
export function AuthenticatorPage(props: {
	readonly frame: PageFrame;
	/** Undefined when the page comes back after a wrong code: the secret is shown once only. */
	readonly shown: AuthenticatorSecret | undefined;
	readonly form: FormState;
}) {
	const { frame, shown, form } = props;
	return (
		<Page
			frame={frame}
			title="Set up an authenticator app"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "My account", href: "/account" },
			]}
		>
			<ErrorSummary problems={form.problems} />
			<h1>Set up an authenticator app</h1>
			{shown ? (
				<ol className="usa-process-list">
					<li className="usa-process-list__item">
						<h2 className="usa-process-list__heading">Add Throughline to your app</h2>
						{shown.qrCode ? (
							// biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by this program from the secret
							<div className="qr-code" dangerouslySetInnerHTML={{ __html: shown.qrCode }} />
						) : null}
						<p>
							{shown.qrCode
								? "Scan the picture with the app, or type"
								: "In the app, choose to enter a key by hand, and type"}{" "}
							this key:
						</p>
						<p>
							<code className="secret-key">{shown.secret}</code>
						</p>
						<p>
							On the phone itself:{" "}
							<a className="usa-link" href={shown.otpauthUri}>
								add the key to the app
							</a>
						</p>
					</li>
					<li className="usa-process-list__item">
						<h2 className="usa-process-list__heading">Keep your backup codes</h2>
						<BackupCodes codes={shown.backupCodes} />
					</li>
					<li className="usa-process-list__item">
						<h2 className="usa-process-list__heading">Enter the code that the app shows</h2>
						<CodeForm form={form} />
					</li>
				</ol>
			) : (
				<>
					<p className="measure-5">
						The app is not set up yet. Enter the code that it shows now. The key is shown once only: if you did not
						store it,{" "}
						<a className="usa-link" href="/account#second-factor">
							start the set-up again
						</a>
						.
					</p>
					<CodeForm form={form} />
				</>
			)}
		</Page>
	);
}

function CodeForm({ form }: { readonly form: FormState }) {
	return (
		<form method="post" action="/account/second-factor/confirm" className="usa-form">
			<TextField
				name="code"
				label="Code from the app"
				hint="Six digits"
				inputMode="numeric"
				autoComplete="one-time-code"
				width="sm"
				error={findProblem(form.problems, "code")}
			/>
			<button type="submit" className="usa-button">
				Turn the second factor on
			</button>
		</form>
	);
}
