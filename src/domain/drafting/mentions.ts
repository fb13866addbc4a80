type Named = { readonly id: string; readonly name: string };

/**
 * The people whom a text names with an @ before their whole name, each once, in the order of the text. Capitals do not
 * matter; of two names of which one begins with the other, the longer one is meant where it stands. A name that several
 * people have means all of them.
 *
 * @example mentionedIn("@Ann Lee, please look", [{ id: "1", name: "Ann Lee" }, { id: "2", name: "Ann" }]) // ["1"]
 */
export function mentionedIn(text: string, people: readonly Named[]): readonly string[] {
	const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
	const found = new Set<string>();
	for (const { index } of text.matchAll(/@/gu)) {
		const rest = text.slice(index + 1);
		const named = longestFirst.find(({ name }) => name !== "" && beginsWithName(rest, name));
		if (!named) continue;
		const same = people.filter((each) => each.name.toLowerCase() === named.name.toLowerCase());
		for (const { id } of same) found.add(id);
	}
	return [...found];
}

function beginsWithName(text: string, name: string): boolean {
	if (text.slice(0, name.length).toLowerCase() !== name.toLowerCase()) return false;
	return !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}
