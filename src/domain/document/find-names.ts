/**
 * Where names stand as whole words, whatever their case and accents: "Ann" is found in "ANN's brother" and not in "Annual". One place a
 * name and line, in the order of the document.
 */
export function findNames(names: readonly string[], lines: readonly string[]): { name: string; line: string }[] {
	const wanted = names.map((name) => ({ name, words: wordsOf(name).join(" ") })).filter(({ words }) => words !== "");
	const byFirst = new Map<string, { name: string; words: string }[]>();
	for (const each of wanted) {
		const first = each.words.split(" ")[0] ?? "";
		byFirst.set(first, [...(byFirst.get(first) ?? []), each]);
	}
	return lines.flatMap((line) => {
		const words = wordsOf(line);
		const text = ` ${words.join(" ")} `;
		const found = new Set<string>();
		for (const word of new Set(words)) {
			for (const { name, words: searched } of byFirst.get(word) ?? []) {
				if (text.includes(` ${searched} `)) found.add(name);
			}
		}
		return [...found].map((name) => ({ name, line }));
	});
}

/** The words of a text in small letters without accents; an apostrophe ends a word. */
function wordsOf(text: string): readonly string[] {
	return (
		text
			.normalize("NFKD")
			.replace(/\p{M}/gu, "")
			// A sharp s is two letters in capitals.
			.toUpperCase()
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.filter((word) => word !== "")
	);
}
