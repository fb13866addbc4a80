/** A plan's title with its years: a place may have several plans of one title. */
export function planName(plan: {
	readonly document: { readonly title: string };
	readonly cycle: { readonly startsOn: string; readonly endsOn: string };
}): string {
	return `${plan.document.title}, ${plan.cycle.startsOn.slice(0, 4)} to ${plan.cycle.endsOn.slice(0, 4)}`;
}
