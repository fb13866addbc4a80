import type { Anchor } from "../neutral/neutral-document.ts";

/** Names a place in the printed plan by the fact and its field. */
export type AnchorOf = (factId: string, field: string) => Anchor;

/**
 * `<fact>/<field>`; a fact that is printed again, as a goal in two components, gets `/2`, `/3` ... behind it, so that no
 * anchor stands twice.
 */
export function createAnchors(): AnchorOf {
	const seen = new Map<string, number>();
	return (factId, field) => {
		const anchor = `${factId}/${field}`;
		const times = (seen.get(anchor) ?? 0) + 1;
		seen.set(anchor, times);
		return times === 1 ? anchor : `${anchor}/${times}`;
	};
}
