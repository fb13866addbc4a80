/** A memory of a fixed number of results; the one used longest ago makes room for a new one. */
export interface LatestUsed<Value> {
	/** The kept result for a key, or the one that `make` gives now. A promise that is refused is forgotten. */
	get(key: string, make: () => Value): Value;
}

export function createLatestUsed<Value>(size: number): LatestUsed<Value> {
	const kept = new Map<string, Value>();
	return {
		get(key, make) {
			const found = kept.get(key);
			const value = found ?? make();
			if (found === undefined && value instanceof Promise) {
				value.catch(() => {
					if (kept.get(key) === value) kept.delete(key);
				});
			}
			kept.delete(key);
			kept.set(key, value);
			const oldest = kept.keys().next();
			if (kept.size > size && !oldest.done) kept.delete(oldest.value);
			return value;
		},
	};
}
