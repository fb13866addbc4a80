import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { type HeldForm, HeldText } from "./held-form.tsx";

/** Signed in again: the held form, ready to be sent to where it was meant to go. */
export function SendHeldPage({ frame, held }: { readonly frame: PageFrame; readonly held: HeldForm }) {
	return (
		<Page frame={frame} title="Your text is here">
			<h1>Your text is here</h1>
			<p className="usa-intro">You are signed in again. Nothing that you typed is lost: send it now.</p>
			<HeldText held={held} />
			<form method="post" action={held.action}>
				{held.fields.map(([name, value], index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: names may come twice, and the order never changes
					<input key={index} type="hidden" name={name} value={value} />
				))}
				<button type="submit" className="usa-button">
					Send it now
				</button>
			</form>
			<p>
				<a className="usa-link" href="/">
					Leave it and go to the home page
				</a>
			</p>
		</Page>
	);
}
