/**
 * Length of passwords, counted in UTF-16 units. At least 15, as NIST SP 800-63B-4 section 3.1.1.2 asks of a password
 * that may be the only factor; no rule on kinds of characters, as the same section asks.
 */
export const passwordLength = { least: 15, most: 128 } as const;

const fewestDifferent = 6;
const fewestLeft = 8;

/**
 * What is wrong with a new password, in words for the person, or undefined when it will do. Beside the length it
 * refuses what the same section calls context-specific words (the e-mail address, the name, the service) when little
 * else is left, and passwords made of a few repeated characters.
 */
export function findPasswordFault(password: string, about: { readonly email: string; readonly name: string }) {
	if (password.length < passwordLength.least) {
		return `The password has ${password.length} characters and needs at least ${passwordLength.least}. A few words in a row are easy to remember and long enough.`;
	}
	if (password.length > passwordLength.most) {
		return `The password has ${password.length} characters; at most ${passwordLength.most} are taken. Shorten it.`;
	}
	const plain = password.normalize("NFKC").toLowerCase();
	if (new Set(plain).size < fewestDifferent) {
		return `The password repeats the same few characters. Use at least ${fewestDifferent} different ones.`;
	}
	let left = plain;
	for (const word of knownWords(about)) left = left.split(word).join("");
	if (left.length < fewestLeft) {
		return "The password is mostly your name, your e-mail address or the name of this service, which others can guess. Use other words.";
	}
	return undefined;
}

function knownWords(about: { readonly email: string; readonly name: string }): string[] {
	const words = `${about.email} ${about.name}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
	return [about.email.toLowerCase(), "throughline", "password", ...words.filter((word) => word.length >= 3)];
}
