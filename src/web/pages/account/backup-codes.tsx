/** Backup codes, shown once. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
	return (
		<>
			<p className="measure-5">
				Each of these codes lets you in once without the app. They are shown only now: print this page or copy them to a
				safe place.
			</p>
			<ul className="usa-list usa-list--unstyled backup-codes">
				{codes.map((code) => (
					<li key={code}>
						<code>{code}</code>
					</li>
				))}
			</ul>
		</>
	);
}
