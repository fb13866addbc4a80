import { commands } from "./commands.ts";

/** The guide to the command line, made from what `--help` says. */
export function commandLineReference(): string {
	const rows = commands.map(({ name, summary }) => `| [\`${name}\`](#${name.replaceAll(" ", "-")}) | ${summary} |`);
	return [
		"# The command line",
		"",
		"<!-- Made from src/cli/commands.ts by `npm run generate`. Do not edit. -->",
		"",
		"`npx throughline COMMAND` in the project's folder, with the settings of the installation in the environment",
		"([settings](settings.md)). `npx throughline help COMMAND` shows the same text as here.",
		"",
		"Commands work beside a running server, and without one: then the embedded database is started for the command. Those that",
		"take `--as EMAIL` have the rights of that person, and what they do stands in the history under that name; the others are for",
		"whoever may use the data folder or the database.",
		"",
		"Results go to standard output: words for people, or one line of JSON with `--json`. Errors are one plain sentence on standard",
		"error. Exit codes: 0 done; 1 you can mend it, or the result is bad news; 2 a fault of ours.",
		"",
		"| Command | What it does |",
		"| --- | --- |",
		...rows,
		"",
		...commands.flatMap(({ name, summary, help }) => [`## ${name}`, "", `${summary}.`, "", "```text", help, "```", ""]),
	]
		.join("\n")
		.replace(/\n+$/, "\n");
}
