/** A stretch of text that both have, or that one of the two alone has. */
export type DifferencePart = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Beyond so many words changed the texts are compared line by line, and beyond so many lines as two wholes. */
const mostChanges = 1000;

/**
 * What changed from one text to another, word by word, in reading order. The parts that are not `added` make up the text
 * before, those that are not `removed` the text after, to the last space. The shortest way from one to the other
 * (E. W. Myers, "An O(ND) Difference Algorithm", 1986); spaces between two changes belong to the changes.
 *
 * @example wordDifference("by June 2026", "by July 2026")
 * // [{kind:"same",text:"by "},{kind:"removed",text:"June"},{kind:"added",text:"July"},{kind:"same",text:" 2026"}]
 */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
	const parts =
		comparePieces(words(before), words(after)) ??
		comparePieces(lines(before), lines(after)) ??
		joinParts([
			{ kind: "removed", text: before },
			{ kind: "added", text: after },
		]);
	return joinParts(absorbSpaces(parts));
}

function words(text: string): readonly string[] {
	return text.match(/\s+|[\p{L}\p{N}'’]+|[^\s\p{L}\p{N}'’]/gu) ?? [];
}

function lines(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function comparePieces(before: readonly string[], after: readonly string[]): readonly DifferencePart[] | undefined {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
	let end = 0;
	while (
		end < before.length - start &&
		end < after.length - start &&
		before[before.length - 1 - end] === after[after.length - 1 - end]
	) {
		end += 1;
	}
	const middle = shortestWay(before.slice(start, before.length - end), after.slice(start, after.length - end));
	if (!middle) return undefined;
	return [
		{ kind: "same", text: before.slice(0, start).join("") },
		...middle,
		{ kind: "same", text: before.slice(before.length - end).join("") },
	];
}

/** Myers' greedy search: `reach` holds, for each diagonal, how far along `before` so many changes lead. */
function shortestWay(before: readonly string[], after: readonly string[]): readonly DifferencePart[] | undefined {
	const reach = new Map<number, number>([[1, 0]]);
	const steps: ReadonlyMap<number, number>[] = [];
	for (let changes = 0; changes <= Math.min(mostChanges, before.length + after.length); changes += 1) {
		steps.push(new Map(reach));
		for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
			let x = nextX(reach, diagonal, changes);
			while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
			reach.set(diagonal, x);
			if (x >= before.length && x - diagonal >= after.length) return wayBack(steps, before, after);
		}
	}
	return undefined;
}

function comesFromAbove(reach: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
	if (diagonal === -changes) return true;
	return diagonal !== changes && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function nextX(reach: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
	return comesFromAbove(reach, diagonal, changes) ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
}

function wayBack(
	steps: readonly ReadonlyMap<number, number>[],
	before: readonly string[],
	after: readonly string[],
): readonly DifferencePart[] {
	const parts: DifferencePart[] = [];
	let [x, y] = [before.length, after.length];
	for (let changes = steps.length - 1; changes >= 0; changes -= 1) {
		const reach = steps[changes] ?? new Map();
		const diagonal = x - y;
		const from = comesFromAbove(reach, diagonal, changes) ? diagonal + 1 : diagonal - 1;
		const fromX = changes === 0 ? 0 : (reach.get(from) ?? 0);
		const fromY = changes === 0 ? 0 : fromX - from;
		while (x > fromX && y > fromY) {
			x -= 1;
			y -= 1;
			parts.push({ kind: "same", text: before[x] ?? "" });
		}
		if (changes === 0) break;
		parts.push(
			from === diagonal + 1
				? { kind: "added", text: after[fromY] ?? "" }
				: { kind: "removed", text: before[fromX] ?? "" },
		);
		[x, y] = [fromX, fromY];
	}
	return parts.reverse();
}

/** Spaces that stand between two changes are taken into both, so that a changed phrase reads as one. */
function absorbSpaces(parts: readonly DifferencePart[]): readonly DifferencePart[] {
	const joined = joinParts(parts);
	return joined.flatMap((part, i): readonly DifferencePart[] => {
		const between = part.kind === "same" && /^\s+$/u.test(part.text) && i > 0 && i < joined.length - 1;
		if (!between) return [part];
		return [
			{ kind: "removed", text: part.text },
			{ kind: "added", text: part.text },
		];
	});
}

/** Neighbours of one kind become one part; what was removed stands before what was added in its place. */
function joinParts(parts: readonly DifferencePart[]): readonly DifferencePart[] {
	const joined: DifferencePart[] = [];
	let removed = "";
	let added = "";
	const flush = () => {
		if (removed) joined.push({ kind: "removed", text: removed });
		if (added) joined.push({ kind: "added", text: added });
		removed = "";
		added = "";
	};
	for (const part of parts) {
		if (part.text === "") continue;
		if (part.kind === "removed") removed += part.text;
		else if (part.kind === "added") added += part.text;
		else {
			flush();
			const last = joined.at(-1);
			if (last?.kind === "same") joined[joined.length - 1] = { kind: "same", text: last.text + part.text };
			else joined.push(part);
		}
	}
	flush();
	return joined;
}
