/** A form that arrived after the session had ended, kept until it can be sent again. */
export type HeldForm = {
	/** Path of this site that it was sent to. */
	readonly action: string;
	readonly fields: readonly (readonly [name: string, value: string])[];
};

/** The held form as hidden fields of another form. The server reads them back with `readHeldForm`. */
export function HeldFields({ held }: { readonly held: HeldForm }) {
	return (
		<>
			<input type="hidden" name="heldAction" value={held.action} />
			<input type="hidden" name="heldFields" value={JSON.stringify(held.fields)} />
		</>
	);
}

/** What was typed, for reading and copying. Ids, numbers and other things that a page sends along are left out. */
export function HeldText({ held }: { readonly held: HeldForm }) {
	const typed = held.fields.filter(([, value]) => /\p{L}/u.test(value) && /\s/u.test(value.trim()));
	if (typed.length === 0) return null;
	return (
		<details className="margin-y-2">
			<summary className="usa-link">See what you typed</summary>
			{typed.map(([name, value], index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
				<blockquote key={`${name} ${index}`} className="quoted-text long-text">
					{value}
				</blockquote>
			))}
		</details>
	);
}
