import type { CliWorld } from "./run-cli.ts";

/** Runs with what stands after the command's name. Answers an exit code other than 0 where the result is bad news. */
export type Run = (rest: readonly string[], world: CliWorld) => Promise<0 | 1 | undefined>;

export type Command = {
	readonly name: string;
	readonly summary: string;
	/** Shown by `--help`: use, options, and the JSON that `--json` prints. */
	readonly help: string;
	readonly load: () => Promise<Run>;
};

export const commands: readonly Command[] = [
	{
		name: "start",
		summary: "Start the server",
		help: "throughline start\n\nStarts the database and the server until Ctrl-C. Settings come from the environment: PORT, HOST, DATA_DIR, DATABASE_URL,\nTHROUGHLINE_PRACTICE, BASE_URL and others (docs/guides/settings.md).",
		load: async () => (await import("./commands/start.ts")).start,
	},
	{
		name: "migrate",
		summary: "Bring the database up to date",
		help: 'throughline migrate [--json]\n\nApplies the migrations that are missing. Safe to repeat.\nJSON: {"applied": ["0001-foundation", ...]}',
		load: async () => (await import("./commands/migrate.ts")).migrate,
	},
	{
		name: "load figures",
		summary: "Load a file of figures",
		help: 'throughline load figures FILE --as EMAIL [--county CODE] [--json]\n\nLoads a CSV or .xlsx file, whole or not at all, with the rights of that person. --county says which county the file is\nabout when it names none. Exit code 1 when the file is refused.\nJSON: {"result": "taken", "loadIds": [...], "added": n, "replaced": n, "unchanged": n, "proposedFindings": n, "problems": [...]}\n   or {"result": "same-file", "loadId": "..."}\n   or {"result": "refused", "problems": [{"tier", "place", "value", "rule", "remedy", "message"}, ...]}',
		load: async () => (await import("./commands/load-figures.ts")).loadFiguresCommand,
	},
	{
		name: "load extract",
		summary: "Load a file of AFCARS or NCANDS",
		help: 'throughline load extract FILE --as EMAIL --jurisdiction CODE [--json]\n\nLoads an AFCARS or NCANDS file for a State or county, whole or not at all, with the rights of that person. Kind and period\nare read from the content. A newer file of the same period replaces the earlier one. Exit code 1 when the file is refused.\nJSON: {"result": "taken" or "refused", "loadId", "kind", "period", "records", "problems": {"reject", "mend", "look"},\n   "replaced": [...], "sameFileAs"}',
		load: async () => (await import("./commands/load-extract.ts")).loadExtract,
	},
	{
		name: "load profile",
		summary: "Load the federal results of a state data profile",
		help: 'throughline load profile FILE --as EMAIL --jurisdiction CODE [--profile 2025-08] [--round ROUND]\n    [--compareAtDisplayPrecision yes|raw] [--json]\n\nLoads a CSV or .xlsx file with observed performance, RSP and its interval for the State with that code, whole or not at all, with\nthe rights of that person. --profile is the release of the profile where the file does not name it. ROUND is round-4,\nround-3-revised or round-3-corrected. Better, no different or worse follows from the interval; observed performance is never\ncompared with national performance. Exit code 1 when the file is refused.\nJSON: {"result": "taken", "added": n, "changed": n, "unchanged": n, "problems": [...]}\n   or {"result": "refused", "problems": [{"tier", "place", "value", "rule", "remedy", "message"}, ...]}',
		load: async () => (await import("./commands/load-profile.ts")).loadProfile,
	},
	{
		name: "load population",
		summary: "Load child population by county and year",
		help: 'throughline load population FILE --as EMAIL --jurisdiction CODE --source TEXT --as-of DATE [--json]\n\nLoads a CSV or .xlsx file of the children of 0 to 17 years by county and year, for the State or county with that code, whole or not\nat all, with the rights of that person: columns county (five digits; nothing for the whole State), year and population. TEXT says\nwho estimated it, DATE when it was published (2025-06-26). The running server then counts the foster care entry rate anew. Exit\ncode 1 when the file is refused.\nJSON: {"result": "taken", "added": n, "changed": n, "unchanged": n, "problems": [...]}\n   or {"result": "refused", "problems": [{"tier", "place", "value", "rule", "remedy", "message"}, ...]}',
		load: async () => (await import("./commands/load-population.ts")).loadPopulation,
	},
	{
		name: "export plan",
		summary: "Write a plan as HTML, Word or PDF",
		help: 'throughline export plan PLAN --as EMAIL --out FILE [--submission N] [--to-edit] [--json]\n\nPLAN is the plan\'s id. The ending of FILE says the form: .html, .docx or .pdf. An existing file is not overwritten.\n--to-edit writes the Word file that can be edited and read back by: throughline import word.\nJSON: {"file": "...", "bytes": n, "sha256": "..."}',
		load: async () => (await import("./commands/export-plan.ts")).exportPlan,
	},
	{
		name: "import word",
		summary: "Read an edited Word file of a plan back",
		help: 'throughline import word FILE --plan PLAN --as EMAIL [--take 1,2|all] [--leave 3] [--reason TEXT] [--json]\n\nReads the Word file that "export plan --to-edit" wrote, after it was edited, and lists its changes. Nothing in the plan changes\nuntil a change is taken: --take and --leave name changes by their numbers; "all" are those that clash with nothing. Give the same\nFILE again to decide later. Exit code 1 when something named could not be taken.\nJSON: {"id", "result": "read" or "same-file", "changes": [{"number", "id", "change", "place", "before", "after", "author",\n   "changedAt", "comment", "state", "standing", "problem"}, ...], "notes": [...], "problems": [...]}',
		load: async () => (await import("./commands/import-word.ts")).importWord,
	},
	{
		name: "import old-plan",
		summary: "Recognise a plan that was written in Word, and start a plan from it",
		help: 'throughline import old-plan FILE --jurisdiction CODE --edition EDITION --as EMAIL [--lines LINES.json] [--json]\n\nSays what each line of an old plan in Word is taken for, and how sure that is; nothing is kept. Write that with --json into a\nfile, mend it and take out what does not belong, and give it with --lines: a plan is started from it, all of it or nothing.\nJSON: {"plan": {"title", "startsOn", "endsOn", "lines": [{"key", "parent", "kind", "text", "confidence", "why", ...}, ...]},\n   "fileName", "sha256"}\n   or with --lines {"id": "...", "lines": n}',
		load: async () => (await import("./commands/import-old-plan.ts")).importOldPlanCommand,
	},
	{
		name: "export installation",
		summary: "Write everything in an open format",
		help: 'throughline export installation FOLDER [--json]\n\nWrites all records as JSON lines with a manifest and checksums (docs/guides/export-format.md). Works while the server runs.\nJSON: {"folder": "...", "tables": [{"table", "file", "rows", "sha256"}, ...]}',
		load: async () => (await import("./commands/exchange.ts")).exportInstallationCommand,
	},
	{
		name: "import installation",
		summary: "Take an export into an empty installation",
		help: 'throughline import installation FOLDER [--despite-faults] [--json]\n\nTakes an export whole or not at all, after verifying its log. Set DATA_DIR or DATABASE_URL to an empty installation; where\nthere is none yet, it is made. An export whose history was changed is refused; --despite-faults takes it all the same, names\nthe faults and ends with exit code 1.\nJSON: {"actions": n, "tables": n, "faults": [{"seq", "subject", "message"}, ...]}',
		load: async () => (await import("./commands/exchange.ts")).importInstallationCommand,
	},
	{
		name: "user add",
		summary: "Add a person who can sign in",
		help: 'throughline user add EMAIL --name NAME --role ROLE [--role ROLE ...] --jurisdiction CODE [--title TITLE] [--json]\n\nMails a link to choose a password; without a mail server it is written to the outbox folder. The first jurisdiction of an\nempty installation is made by: throughline jurisdiction add.\nJSON: {"personId": "...", "accountId": "...", "invited": true}',
		load: async () => (await import("./commands/user-add.ts")).userAdd,
	},
	{
		name: "jurisdiction add",
		summary: "Add a state, region, county or Tribe",
		help: 'throughline jurisdiction add NAME --kind state|region|county|tribe --code CODE [--parent CODE]\n    [--provides-adoptions] [--youth-connection] [--tribes-applicable] [--json]\n\nJSON: {"id": "..."}',
		load: async () => (await import("./commands/jurisdiction-add.ts")).jurisdictionAdd,
	},
	{
		name: "verify log",
		summary: "Check that the history is whole and unchanged",
		help: 'throughline verify log [--json]\n\nWorks out every hash anew, and compares every fact with its history and every file and submission with its checksum.\nExit code 1 when something is wrong.\nJSON: {"actions": n, "subjects": n, "anchors": n, "facts": n, "files": n, "faults": [{"seq", "subject", "message"}, ...]}',
		load: async () => (await import("./commands/verify-log.ts")).verifyLogCommand,
	},
	{
		name: "backup",
		summary: "Back up the embedded database",
		help: 'throughline backup FOLDER [--label TEXT] [--json]\n\nMakes a base backup into a new folder, while the server runs or not. From then on the changes are kept too, so that\nrestore can go to any later moment. With DATABASE_URL use the tools of that server (pg_basebackup, pg_dump).\nJSON: {"folder": "...", "files": n, "bytes": n}',
		load: async () => (await import("./commands/backup.ts")).backup,
	},
	{
		name: "restore",
		summary: "Restore a backup, to its end or to a moment",
		help: 'throughline restore FOLDER [--changes OLD_DATA_DIR] [--to MOMENT] [--json]\n\nRestores into DATA_DIR, which must be new or empty. --changes names the data folder that the backup was taken of, or a copy\nof it, for what was saved after the backup; without it the restore ends with the backup. MOMENT is such as\n2026-06-30T21:00:00Z; without it, up to the last change.\nJSON: {"dataDir": "...", "lastChangeAt": "..." or null}',
		load: async () => (await import("./commands/restore.ts")).restore,
	},
	{
		name: "indicators",
		summary: "Count the statewide data indicators from files",
		help: 'throughline indicators --afcars FILE... --ncands FILE... --window 23A23B [--by county,ageGroup,raceEthnicity,sex]\n    [--option name=value]... [--population FILE] [--records FILE] [--public]\n    [--engine duckdb|postgres --database-url URL] [--json]\n\nCounts S1, S2 and P1 to P5 of CFSR Round 4 from AFCARS and NCANDS files, without server or database. The figures are not\nmasked: they are for the agency\'s own analyst; --public masks counts of 1 to 10 and what would give them away (null with\n"masked": true in JSON, * in the table). Options name the choices where the federal rules leave room; a wrong one is\nanswered with the list. What was read is told on standard error. --records writes a CSV of every record that was looked at,\nwith what it adds and why it counts or not: case-level data. An existing file is not overwritten. --engine postgres runs the\nsame SQL on that server, in one transaction that leaves nothing behind. --population is a CSV of children who live there\n(county, year, population; ageGroup, raceEthnicity, sex where known): then ENTRY follows, the foster care entry rate per 1,000.\nJSON: {"window": "23A23B", "results": [{"indicator", "group", "numerator", "denominator", "observed"}\n   or {"indicator", "status": "needs-files", "missing": ["24A"]} or {"indicator", "status": "not-applicable"}, ...],\n   and with --population {"indicator": "ENTRY", "group", "numerator", "denominator", "observed", "populationYear"},\n   "quality": [{"check", "system", "period", "failed", "of", "percent", "limit", "exceeded"}, ...]}',
		load: async () => (await import("./commands/indicators.ts")).indicators,
	},
	{
		name: "compare-counties",
		summary: "Compare counties on the indicators, given the ages of their children",
		help: 'throughline compare-counties --afcars FILE... --ncands FILE... --window 23A23B [--indicator P1,P4]\n    [--option name=value]... [--engine duckdb|postgres --database-url URL] [--json]\n\nA local approximation, not federal and not risk-standardized performance of the Children\'s Bureau: the same kind of model\n(random intercepts, logistic or Poisson, age categories), with the counties of one state in the place of states. For each\ncounty: observed, adjusted (predicted over expected, times the rate of the state), 95 percent interval, and whether the whole\ninterval is better or worse than the rate of the state. A county with fewer than 30 children is not judged. The figures are\nnot masked; --public is refused, with the reason. What is not compared says why.\nJSON: {"window": "23A23B", "about": "Local approximation ...", "comparisons": [{"indicator", "status": "compared",\n   "state": {"children", "numerator", "denominator", "observed"}, "standardDeviation", "ages": [...],\n   "counties": [{"county", "children", "numerator", "denominator", "observed", "adjusted", "lower", "upper",\n   "judgement": "better" | "no-different" | "worse" | "too-few-children" | "county-not-known"}, ...]}\n   or {"indicator", "status": "not-compared", "reason"} or {"indicator", "status": "needs-files", "missing": ["24A"]}\n   or {"indicator", "status": "not-applicable"}, ...]}',
		load: async () => (await import("./commands/compare-counties.ts")).compareCounties,
	},
	{
		name: "curves",
		summary: "Follow children who entered or left care: time to permanency, stay, reentry",
		help: 'throughline curves --cohort entry|exit --afcars FILE... --window 23A23B [--by county,ageGroup,raceEthnicity,sex]\n    [--months 24] [--option name=value]... [--engine duckdb|postgres --database-url URL] [--json]\n\nentry: children who entered care in the window (the cohort of P1), the percent who had left it by each month since, by how they\nleft. exit: children who left care in it: days in care, and of those who left to reunification, a relative or guardianship the\npercent who came back. Read are the AFCARS files from the first of the window on, as far as no one is missing between; whoever\nis still in care or out of it when they end counts for the time that was seen (method of Aalen and Johansen). The figures are\nnot masked; --public is refused, with the reason.\nJSON: {"window", "cohort": "entry", "files": ["23A", ...], "filesEnd": "2025-03-31", "curves": [{"group", "children",\n   "months": [{"month", "atRisk", "permanency", "reunification", "relative", "adoption", "guardianship", "other", "inCare"}, ...]}]}\n   or {"window", "cohort": "exit", "files", "filesEnd", "curves": [{"group",\n   "stays": [{"exit", "children", "days": {"p25", "p50", "p75"}, "within": {"12", "24", "36"}}, ...],\n   "reentry": [{"exit", "children", "months": [{"month", "atRisk", "reentered"}, ...]}, ...]}]}\n   or {"window", "cohort", "status": "needs-files", "missing": ["23B"]}',
		load: async () => (await import("./commands/curves.ts")).curves,
	},
	{
		name: "due-dates",
		summary: "List what is due for a State",
		help: 'throughline due-dates --state CODE [--year 2027 | --from DATE --to DATE] [--weekend literal|following-monday|preceding-friday]\n    [--fiscal-year-start 07-01] [--event KIND=DATE]... [--json]\n\nLists the plans, reports and files that a State owes in a calendar year or a span of days up to 2040, from the authorities\' rules,\nwithout server or database. CODE is the State\'s FIPS code. --weekend says what happens to a day on a weekend where the source says\nnothing. --event gives what starts a clock, for example nonconformity-notice-received=2026-11-30; a wrong one is answered with the\nlist.\nJSON: {"from", "to", "rulesVersion", "dueDates": [{"ruleId", "name", "on", "literal", "precision", "covers", "weekend",\n   "federalFiscalYear", "stateFiscalYear", "status"}, ...]}',
		load: async () => (await import("./commands/due-dates.ts")).dueDatesCommand,
	},
	{
		name: "cfs101 check",
		summary: "Check a workbook of form CFS-101",
		help: 'throughline cfs101 check FILE [--approved FILE] [--json]\n\nHolds a workbook that Throughline wrote (.xlsx, typed in further) against all seventeen checks of the form, without server or\ndatabase, and prints the arithmetic of each. --approved is the workbook that was sent for the year that Part III reports. Exit code\n1 when something is to fix.\nJSON: {"file", "edition", "years": {"plans", "reports"} or null, "usable", "problems": [{"place", "message"}, ...],\n   "checks": [{"id": "C5", "rule", "status", "source", "outcome": "met" | "error" | "warning" | "unknown",\n   "findings": [{"checkId", "outcome", "cell", "message"}, ...]}, ...]}',
		load: async () => (await import("./commands/cfs101-check.ts")).cfs101Check,
	},
	{
		name: "cfs101 export",
		summary: "Write a form CFS-101 as Excel, HTML, Word or PDF",
		help: 'throughline cfs101 export FORM --as EMAIL --out FILE [--json]\n\nFORM is the form\'s id. The ending of FILE says the form: .xlsx, .html, .docx or .pdf. The workbook holds typed numbers and no\nformulas. An existing file is not overwritten.\nJSON: {"file": "...", "bytes": n, "sha256": "..."}',
		load: async () => (await import("./commands/cfs101-exchange.ts")).cfs101Export,
	},
	{
		name: "cfs101 import",
		summary: "Take a workbook into a form CFS-101",
		help: 'throughline cfs101 import FORM FILE --as EMAIL [--preview] [--json]\n\nTakes the cells of a workbook that was written for this form, whole or not at all, with the rights of that person. --preview says\nwhat would change and keeps nothing. Exit code 1 when the workbook is refused.\nJSON: {"result": "taken" or "previewed", "changes": [{"cell", "name", "before", "typed", "version"}, ...],\n   "notes": [{"place", "message"}, ...]}\n   or {"result": "refused", "problems": [{"place", "message"}, ...]}',
		load: async () => (await import("./commands/cfs101-exchange.ts")).cfs101Import,
	},
	{
		name: "visits",
		summary: "Count monthly caseworker visits from files",
		help: 'throughline visits --afcars FILE... --year 2024 [--by county,ageGroup,raceEthnicity,sex] [--option name=value]...\n    [--engine duckdb|postgres --database-url URL] [--json]\n\nCounts the monthly caseworker visits of title IV-B for a federal fiscal year from its two AFCARS 2020 files: months in care on\nevery day, those with a visit, and of these those with a visit where the child lives. Limits are held against the percent\nbefore it is rounded. Options: age18Month=firstOfMonth|wholeMonth, duplicateIds=drop|first|last. The figures are not masked.\nJSON: {"year": 2024, "results": [{"group", "children", "childMonths", "visited", "inResidence", "visitedPercent",\n   "inResidencePercent"}, ...], "thresholds": [{"measure", "limit", "percent", "met"}, ...], "sampleSize": n}\n   or {"year", "status": "needs-files", "missing": ["24B"]}',
		load: async () => (await import("./commands/visits.ts")).visits,
	},
	{
		name: "check-file",
		summary: "List what is wrong with an AFCARS or NCANDS file",
		help: 'throughline check-file FILE [--json]\n\nReads one file as the indicators do and prints each problem as it is found: place, value found, value expected, remedy.\nExit code 1 when the file cannot be used.\nJSON: a line {"problem", "tier": "reject" | "mend" | "look", "value", "place", "found", "expected", "remedy", "source"} each, then\n   {"file", "kind", "period", "records", "usable", "reject", "mend", "look"}',
		load: async () => (await import("./commands/check-file.ts")).checkFile,
	},
	{
		name: "make-files",
		summary: "Write synthetic AFCARS and NCANDS files",
		help: 'throughline make-files --out FOLDER [--seed N] [--children N] [--years 2021-2025] [--faults KIND,...] [--edge-cases] [--json]\n\nWrites files of made-up children for trying and measuring; the same seed gives the same bytes. --faults puts faults into them:\nbad-dates, blank-ids, duplicate-ids, wrong-codes, truncated-end. --edge-cases writes the cases of the rules instead, one\nchild each. Existing files are not overwritten.\nJSON: {"files": [{"file", "bytes"}, ...]}',
		load: async () => (await import("./commands/make-files.ts")).makeFiles,
	},
	{
		name: "doctor",
		summary: "Check this machine and this installation",
		help: 'throughline doctor [--json]\n\nSays what is in order and what is not, with what to do. Exit code 1 when something must be mended.\nJSON: {"checks": [{"name", "ok", "message"}, ...]}',
		load: async () => (await import("./commands/doctor.ts")).doctor,
	},
];

/** The command that the words name, and what stands after it. */
export function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
	for (const command of commands) {
		const words = command.name.split(" ");
		if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) };
	}
	return undefined;
}

/** Commands that begin with the same word, for whoever has forgotten the second. */
export function similarCommands([first]: readonly string[]): readonly Command[] {
	return commands.filter((command) => command.name.split(" ").some((word) => word === first));
}

/** The list of all commands. */
export function usage(): string {
	const width = Math.max(...commands.map((command) => command.name.length));
	return [
		"Throughline: plan, measure, be reviewed and improve.",
		"",
		"Use: npx throughline COMMAND [options]    (COMMAND --help tells more)",
		"",
		...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
		"",
		"Exit codes: 0 done, 1 you can mend it, 2 a fault of ours. --json prints a result for programs.",
	].join("\n");
}
