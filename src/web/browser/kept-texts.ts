/** The part of the browser's storage that is used. */
export type TextStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What somebody typed into a form and the server has not got. */
export type KeptText = {
	/** When it was typed, in milliseconds since 1970. */
	readonly at: number;
	/** The form's controls with their values, hidden versions among them. */
	readonly values: readonly (readonly [string, string])[];
};

const prefix = "throughline:kept:";
const monthInMilliseconds = 30 * 24 * 60 * 60 * 1000;

export type KeptTexts = {
	keep(form: string, text: KeptText): boolean;
	find(form: string): KeptText | undefined;
	forget(form: string): void;
};

/**
 * Keeps texts on the device, apart for each person who uses it. Texts of more than a month are dropped. A full or locked
 * storage is not an error: `keep` then answers false, and the page says so.
 */
export function keptTexts(storage: TextStorage | undefined, person: string, now: number): KeptTexts {
	const own = `${prefix}${person}:`;
	if (storage) dropOld(storage, now);
	return {
		keep(form, text) {
			try {
				storage?.setItem(own + form, JSON.stringify(text));
				return storage !== undefined;
			} catch {
				return false;
			}
		},
		find: (form) => parse(storage?.getItem(own + form) ?? null),
		forget: (form) => storage?.removeItem(own + form),
	};
}

function dropOld(storage: TextStorage, now: number): void {
	const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
	for (const key of keys.filter((each) => each.startsWith(prefix))) {
		const kept = parse(storage.getItem(key));
		if (!kept || now - kept.at > monthInMilliseconds) storage.removeItem(key);
	}
}

function parse(text: string | null): KeptText | undefined {
	try {
		const value: unknown = JSON.parse(text ?? "null");
		return isKeptText(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isKeptText(value: unknown): value is KeptText {
	if (typeof value !== "object" || value === null || !("at" in value) || !("values" in value)) return false;
	const isPair = (each: unknown) =>
		Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === "string");
	return typeof value.at === "number" && Array.isArray(value.values) && value.values.every(isPair);
}
