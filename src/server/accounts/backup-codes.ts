import { randomInt } from "node:crypto";

/** Letters and digits that cannot be taken for one another on paper. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** Ten codes like `k7mq2-x9fhd`, each of 49 random bits; every one can be used once. */
export function makeBackupCodes(): string[] {
	return Array.from({ length: 10 }, () =>
		asBackupCode(Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join("")),
	);
}

/** A code as it was typed, in the form in which it is kept: people leave out the dash, add spaces, or use capitals. */
export function asBackupCode(typed: string): string {
	const characters = typed
		.replace(/[\s\p{Pd}]/gu, "")
		.toLowerCase()
		.slice(0, 40);
	return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}
