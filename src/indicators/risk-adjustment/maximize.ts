import { dot, multiply } from "./symmetric-matrix.ts";

export type Evaluation = { readonly value: number; readonly gradient: readonly number[] };

/** Half the height that is left to climb, by the slopes, at which the top counts as reached. */
const tolerance = 1e-11;

/**
 * The top of a smooth function by quasi-Newton steps (Broyden, Fletcher, Goldfarb, Shanno), from `start` and a first guess of the
 * inverse of the negative second slopes. Throws a RangeError when the top is not reached in 500 steps.
 */
export function maximize(
	evaluate: (point: readonly number[]) => Evaluation,
	start: readonly number[],
	firstInverse: readonly (readonly number[])[],
): readonly number[] {
	let point = start;
	let here = evaluate(point);
	let inverse = firstInverse;
	for (let round = 0; round < 500; round++) {
		const direction = multiply(inverse, here.gradient);
		const climb = dot(direction, here.gradient);
		if (climb < tolerance) return point;
		const stepped = climbAlong(evaluate, point, here, direction, climb);
		// No step leads up any more: the slopes are down to rounding.
		if (stepped === undefined) return point;
		const step = stepped.point.map((each, index) => each - (point[index] ?? 0));
		const change = here.gradient.map((each, index) => each - (stepped.here.gradient[index] ?? 0));
		inverse = updated(inverse, step, change);
		({ point, here } = stepped);
	}
	throw new RangeError("The model did not settle in 500 steps. Its covariates may describe the same thing twice.");
}

type Stepped = { readonly point: readonly number[]; readonly here: Evaluation };

/** Halves the step until it leads up far enough for its length. */
function climbAlong(
	evaluate: (point: readonly number[]) => Evaluation,
	point: readonly number[],
	here: Evaluation,
	direction: readonly number[],
	climb: number,
): Stepped | undefined {
	for (let length = 1; length > 1e-10; length /= 2) {
		const next = point.map((each, index) => each + length * (direction[index] ?? 0));
		const there = evaluate(next);
		if (there.value >= here.value + 1e-4 * length * climb) return { point: next, here: there };
	}
	return undefined;
}

/** The inverse with what one step taught of it; as it was where the step says nothing of a top. */
function updated(
	inverse: readonly (readonly number[])[],
	step: readonly number[],
	change: readonly number[],
): readonly (readonly number[])[] {
	const along = dot(step, change);
	if (!(along > 1e-14)) return inverse;
	const moved = multiply(inverse, change);
	const factor = (1 + dot(change, moved) / along) / along;
	return inverse.map((row, i) =>
		row.map((cell, j) => {
			const [si, sj] = [step[i] ?? 0, step[j] ?? 0];
			return cell + factor * si * sj - ((moved[i] ?? 0) * sj + si * (moved[j] ?? 0)) / along;
		}),
	);
}
