/** `--afcars A B C` is `--afcars A --afcars B --afcars C`, as shells give it for `--afcars *.txt`. */
export function spreadFiles(args: readonly string[]): string[] {
	const spread: string[] = [];
	let list: string | undefined;
	for (const arg of args) {
		if (arg.startsWith("--")) {
			list = arg === "--afcars" || arg === "--ncands" ? arg : undefined;
			if (list === undefined) spread.push(arg);
		} else if (list !== undefined) spread.push(list, arg);
		else spread.push(arg);
	}
	return spread;
}
