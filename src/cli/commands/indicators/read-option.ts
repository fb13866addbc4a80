import { CommandError } from "../../command-error.ts";

/** Reads `rollup=chain` of `--option rollup=chain`. */
export function readOption(text: string): readonly [string, string] {
	const [name = "", ...value] = text.split("=");
	if (value.length === 0) {
		throw new CommandError(`--option ${text} has no value. Write it as --option rollup=chain.`);
	}
	return [name, value.join("=")];
}
