import { Alert } from "../../forms/alert.tsx";
import { fieldInWords, valueInWords } from "./field-words.ts";
import { Moment } from "./moment.tsx";

/** A field that two people have changed to different things. */
export type Clash = {
	readonly field: string;
	readonly yours: unknown;
	readonly theirs: unknown;
	readonly theirName: string;
	readonly theirTime: string;
};

/** Both texts of a stale save. Nothing is lost: the form below holds one's own, and saving again takes it. */
export function ClashNotice({ clashes }: { readonly clashes: readonly Clash[] }) {
	if (clashes.length === 0) return null;
	return (
		<Alert kind="warning" title="Somebody else has changed this">
			<p>Your text is still in the form below and was not saved. Compare the two, then save what shall stand.</p>
			<dl>
				{clashes.map((clash) => (
					<div key={clash.field}>
						<dt>
							<strong>{fieldInWords(clash.field) ?? clash.field}</strong>
						</dt>
						<dd className="margin-left-0 long-text">
							Saved by {clash.theirName}, <Moment at={clash.theirTime} />: {valueInWords(clash.field, clash.theirs)}
						</dd>
						<dd className="margin-left-0 long-text">Yours: {valueInWords(clash.field, clash.yours)}</dd>
					</div>
				))}
			</dl>
		</Alert>
	);
}
