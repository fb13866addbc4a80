import type { Equation } from "./linear-system.ts";

export type Bounds = { readonly least: number; readonly most: number };

/** What is known of each variable before anything is worked out: a shown one has its value as both bounds. */
export type KnownBounds = (variable: number) => Bounds;

/**
 * How far each unknown can be narrowed down by adding up alone: in each equation the others leave only so much. Repeated until nothing
 * changes, 50 times at most.
 */
export function boundsOf(equations: readonly Equation[], knownBounds: KnownBounds): ReadonlyMap<number, Bounds> {
	const bounds = new Map<number, Bounds>();
	const at = (variable: number) => bounds.get(variable) ?? knownBounds(variable);
	for (let round = 0; round < 50; round += 1) {
		let changed = false;
		for (const equation of equations) {
			for (const [variable, narrowed] of narrow(equation, at)) {
				bounds.set(variable, narrowed);
				changed = true;
			}
		}
		if (!changed) break;
	}
	return bounds;
}

/** The variables of one equation whose bounds become narrower. */
function narrow(equation: Equation, at: KnownBounds): readonly (readonly [number, Bounds])[] {
	const terms = [...equation].map(([variable, coefficient]) => {
		const { least, most } = at(variable);
		const [from, to] = coefficient > 0 ? [least, most] : [-most, -least];
		return { variable, isWhole: coefficient < 0, from, to };
	});
	return terms.flatMap((term): readonly (readonly [number, Bounds])[] => {
		const { variable, isWhole, from, to } = term;
		if (from === to) return [];
		const others = terms.filter((each) => each !== term);
		const newFrom = Math.max(from, -others.reduce((sum, each) => sum + each.to, 0));
		const newTo = Math.min(to, -others.reduce((sum, each) => sum + each.from, 0));
		if (newFrom <= from && newTo >= to) return [];
		return [[variable, isWhole ? { least: -newTo, most: -newFrom } : { least: newFrom, most: newTo }]];
	});
}
