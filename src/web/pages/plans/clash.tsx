import type { ReactNode } from "react";
import { Alert } from "../../forms/alert.tsx";
import { Moment } from "../parts/moment.tsx";
import type { Clash, FormValues } from "./plan-context.ts";

/**
 * A control beside what somebody else saved in the same field meanwhile. Theirs stands at the left with who and when; the
 * control at the right holds what this person typed and can still be changed (design, invariant 8). The browser's script
 * finds the field's place by its name, to put messages there.
 */
export function BesideTheirs(props: {
	readonly values: FormValues;
	readonly name: string;
	readonly children: ReactNode;
}) {
	const clash = props.values.clash(props.name);
	return (
		<div className={`field-place${clash ? " clash-pair" : ""}`} data-field={props.name}>
			{clash ? <TheirText clash={clash} /> : null}
			{props.children}
		</div>
	);
}

/** What somebody else saved in a field. The browser's script puts the same beside a field after an automatic save. */
export function TheirText({ clash }: { readonly clash: Clash }) {
	return (
		<div className="clash-theirs">
			<p className="text-bold margin-y-0">
				Saved by {clash.theirName}, <Moment at={clash.theirTime} />
			</p>
			<div className="long-text margin-top-1">{clash.theirs === "" ? "(emptied)" : clash.theirs}</div>
		</div>
	);
}

/** What happened and what to do, at the top of a form with a clash. */
export function ClashAlert({ clashes, back }: { readonly clashes: readonly Clash[]; readonly back: string }) {
	const names = [...new Set(clashes.map((clash) => clash.theirName))].join(" and ");
	return (
		<Alert kind="warning">
			<p className="margin-y-0">
				<strong>Somebody else has changed this.</strong> {names} saved while you were writing. Nothing is lost: their
				text stands beside yours, and yours is not saved yet. Change yours as you like and save it, or{" "}
				<a className="usa-link" href={back}>
					keep theirs and drop yours
				</a>
				.
			</p>
		</Alert>
	);
}
