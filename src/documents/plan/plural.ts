/** "milestones", "key activities": the plural of an edition's word, as it is printed. */
export function plural(word: string): string {
	return /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
