import { expect, test } from "vitest";
import { keptTexts, type TextStorage } from "./kept-texts.ts";

function memory(full = false): TextStorage & { entries: Map<string, string> } {
	const entries = new Map<string, string>();
	return {
		entries,
		get length() {
			return entries.size;
		},
		key: (i) => [...entries.keys()][i] ?? null,
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => {
			if (full) throw new Error("QuotaExceededError");
			entries.set(key, value);
		},
		removeItem: (key) => void entries.delete(key),
	};
}

const day = 24 * 60 * 60 * 1000;
const text = { at: 100 * day, values: [["statement", "Reduce re-entry"]] as const };

test("a text comes back to the person who typed it, and to nobody else", () => {
	const storage = memory();
	expect(keptTexts(storage, "mina", text.at).keep("/plans/1#goal", text)).toBe(true);
	expect(keptTexts(storage, "mina", text.at).find("/plans/1#goal")).toEqual(text);
	expect(keptTexts(storage, "joe", text.at).find("/plans/1#goal")).toBeUndefined();
	keptTexts(storage, "mina", text.at).forget("/plans/1#goal");
	expect(storage.entries.size).toBe(0);
});

test("texts of more than a month, and what is not ours to read, are dropped; other programs' keys stay", () => {
	const storage = memory();
	keptTexts(storage, "mina", text.at).keep("/plans/1#goal", text);
	storage.setItem("throughline:kept:mina:/broken", "{not json");
	storage.setItem("throughline:kept:mina:/other", JSON.stringify({ at: "yesterday", values: {} }));
	storage.setItem("another-program", "1");
	const later = keptTexts(storage, "mina", text.at + 31 * day);
	expect(later.find("/plans/1#goal")).toBeUndefined();
	expect([...storage.entries.keys()]).toEqual(["another-program"]);
});

test("a full or missing storage is told, not thrown", () => {
	expect(keptTexts(memory(true), "mina", text.at).keep("/plans/1#goal", text)).toBe(false);
	expect(keptTexts(undefined, "mina", text.at).keep("/plans/1#goal", text)).toBe(false);
	expect(keptTexts(undefined, "mina", text.at).find("/plans/1#goal")).toBeUndefined();
});
