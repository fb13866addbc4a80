import { maskedMark } from "../../../domain/measure/masking.ts";
import { Alert } from "../../forms/alert.tsx";
import type { IndicatorSightProps } from "./indicator-props.ts";

/** Says how numbers are shown, and lets those who may see unmasked ones change it. */
export function SightNotice(props: IndicatorSightProps & { readonly publicPath: string; readonly ownPath: string }) {
	if (props.isUnmasked) {
		return (
			<Alert kind="warning" slim>
				<strong>Unmasked, for the agency's own use.</strong> Small numbers are shown. Do not pass these figures or their
				files on.{" "}
				<a className="usa-link" href={props.publicPath}>
					See them as the public would
				</a>
			</Alert>
		);
	}
	return (
		<Alert kind="info" slim>
			{props.mayReadUnmasked ? <strong>As the public would see it. </strong> : null}A star ({maskedMark}) means that a
			number is not shown, because it is or would give away a count of 1 to 10.{" "}
			{props.mayReadUnmasked ? (
				<a className="usa-link" href={props.ownPath}>
					Show all numbers, for the agency's own use
				</a>
			) : null}
		</Alert>
	);
}
