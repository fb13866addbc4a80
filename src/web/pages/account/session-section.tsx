import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";

/** A place where one is signed in. */
export type SessionProps = {
	readonly sessionId: string;
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	readonly how: string;
	readonly address: string;
	/** The browser in words: "Firefox on Windows". */
	readonly browser: string;
	readonly current: boolean;
};

/** Where one is signed in, and the way to end each. */
export function SessionSection({ sessions }: { readonly sessions: readonly SessionProps[] }) {
	return (
		<section aria-labelledby="sessions">
			<h2 id="sessions">Where you are signed in</h2>
			<DataTable
				label="Where you are signed in"
				caption="Sessions in force, newest first"
				quietCaption
				columns={[
					{ label: "Signed in" },
					{ label: "How" },
					{ label: "Browser" },
					{ label: "Network address" },
					{ label: "End it" },
				]}
				rows={sessions.map((session) => ({
					key: session.sessionId,
					cells: [
						<Moment key="at" at={session.createdAt} />,
						session.how,
						session.browser,
						session.address || "–",
						session.current ? (
							"This one"
						) : (
							<form key="end" method="post" action="/account/sessions/end">
								<input type="hidden" name="sessionId" value={session.sessionId} />
								<button type="submit" className="usa-button usa-button--unstyled">
									Sign out there
								</button>
							</form>
						),
					],
				}))}
			/>
			{sessions.length > 1 ? (
				<form method="post" action="/account/sessions/end-others">
					<button type="submit" className="usa-button usa-button--outline">
						Sign out everywhere else
					</button>
				</form>
			) : null}
		</section>
	);
}
