import locked from "./definitions/checksums.json" with { type: "json" };

/** The newest version folder of the definitions. */
const version = "v1";

/**
 * Names the definitions that a number was counted by, as "v1-3fa2c90b": the version, and the first digits of the checksum of all
 * texts. Another digit means that a text is another, and that numbers are counted again. `hash` is SHA-256 in hex.
 */
export function definitionVersion(hash: (text: string) => string): string {
	const texts = Object.entries(locked.sha256).sort(([a], [b]) => (a < b ? -1 : 1));
	return `${version}-${hash(texts.map((each) => each.join(" ")).join("\n")).slice(0, 8)}`;
}
