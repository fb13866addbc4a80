import type { EntryKind } from "../../../domain/document/entry-kinds.ts";
import { partPath } from "./plan-paths.ts";

export type ArrangedKind = "focus-area" | "goal" | "strategy" | "milestone" | "team-member" | EntryKind;

/** Move up, move down, remove: for one part among its neighbours. Works by plain forms and a link. */
export function PartActions(props: {
	readonly documentId: string;
	readonly kind: ArrangedKind;
	readonly id: string;
	/** What it is called, for those who hear the buttons one by one: "milestone 1.1.2". */
	readonly thing: string;
	readonly first: boolean;
	readonly last: boolean;
}) {
	const { documentId, kind, id, thing } = props;
	return (
		<div className="part-actions">
			{props.first ? null : <MoveButton {...props} direction="up" />}
			{props.last ? null : <MoveButton {...props} direction="down" />}
			<a className="usa-link part-action" href={partPath(documentId, kind, id, "/remove")}>
				Remove<span className="usa-sr-only"> {thing}</span>
			</a>
		</div>
	);
}

function MoveButton(props: {
	readonly documentId: string;
	readonly kind: ArrangedKind;
	readonly id: string;
	readonly thing: string;
	readonly direction: "up" | "down";
}) {
	return (
		<form method="post" action={partPath(props.documentId, props.kind, props.id, "/move")}>
			<input type="hidden" name="direction" value={props.direction} />
			<button type="submit" className="usa-button usa-button--unstyled part-action">
				Move {props.direction}
				<span className="usa-sr-only"> {props.thing}</span>
			</button>
		</form>
	);
}

/** A button that adds an empty part and goes to it. `id` is the anchor that the checks lead to. */
export function AddPart(props: {
	readonly action: string;
	readonly id: string;
	readonly label: string;
	readonly to?: string | undefined;
}) {
	return (
		<form method="post" action={props.action} className="margin-top-2">
			<button type="submit" className="usa-button usa-button--outline" id={props.id}>
				{props.label}
				{props.to ? <span className="usa-sr-only"> {props.to}</span> : null}
			</button>
		</form>
	);
}
