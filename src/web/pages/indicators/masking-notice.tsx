import { maskedMark, maskedWords } from "../../../domain/measure/masking.ts";

/** Says whether numbers are masked, and lets those who see everything look at what the public sees. */
export function MaskingNotice(props: {
	readonly seesUnmasked: boolean;
	readonly asPublic: boolean;
	/** The address of this page, with its query, without `public`. */
	readonly address: string;
}) {
	const { seesUnmasked, asPublic, address } = props;
	if (seesUnmasked && !asPublic) {
		return (
			<p>
				<strong>Unmasked, for the agency’s own use.</strong> Small numbers are shown as they are: do not publish this
				page.{" "}
				<a className="usa-link" href={`${address}${address.includes("?") ? "&" : "?"}public=1`}>
					See it as the public would
				</a>
			</p>
		);
	}
	return (
		<p>
			{maskedMark} {maskedWords} Some others are masked so that none can be worked out.{" "}
			{seesUnmasked ? (
				<a className="usa-link" href={address}>
					See the numbers as they are
				</a>
			) : null}
		</p>
	);
}
