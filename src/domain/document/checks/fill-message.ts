/**
 * Fills `{name}` in a message with the words that a check supplies. Throws a `RangeError` for a name that it does not
 * supply: a fault in the edition's data, held by a test over every message.
 */
export function fillMessage(template: string, words: Readonly<Record<string, string>>): string {
	return template.replace(/\{(\w+)\}/gu, (_, name: string) => {
		const word = words[name];
		if (word === undefined) throw new RangeError(`The message "${template}" asks for {${name}}, which is not there.`);
		return word;
	});
}
