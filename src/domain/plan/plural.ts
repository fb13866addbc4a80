/** "milestones", "key activities": the plural of an edition's word, as it is printed. */
export function plural(word: string): string {
	return /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** What a list holds whose rows are called differently: "milestones", "key activities and milestones". */
export function severalNames(words: readonly string[]): string {
	const names = [...new Set(words.map((word) => plural(word.toLowerCase())))].toSorted();
	return inOneSentence(names);
}

/** "a", "a and b", "a, b and c". */
export function inOneSentence(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
