import type { ElementName } from "./problem-tally.ts";

/**
 * How bad a problem is.
 *
 * - `reject`: the file cannot be used; none of its rows count.
 * - `mend`: a value is missing or cannot be right, and indicators leave the record out or count it differently for that.
 * - `look`: the record is counted; someone should see whether that is what was meant.
 */
export type ExtractTier = "reject" | "mend" | "look";

type Words = {
	readonly tier: ExtractTier;
	/** Clauses of one sentence, without capital and full stop; `{value}` is what was found. */
	readonly found: string;
	readonly expected: string;
	readonly remedy: string;
	/** Where the rule comes from. */
	readonly source: string;
};

const dictionary = "CFSR Round 4 Data Dictionary (August 2022), data quality checks";
const bulletin2 = "AFCARS Technical Bulletin #2, file format";
const rule2020 = "AFCARS 2020 out-of-home care file; 85 FR 28410";
const childFile = "NCANDS Child File layout";
const xml = "XML 1.0, well-formed documents";
const reading = "Throughline, reading of extracts";
const exportAgain = "export the file again and load the new one";
const correctRecord = "correct it in the record and export the file again";

/**
 * Every problem that reading an extract can find. The guide's table is made from this list. Duplicate record numbers are not
 * among them: an indicator decides what to do with them.
 */
export const extractProblems = {
	"file-empty": {
		tier: "reject",
		found: "there is nothing in it",
		expected: "an extract holds at least one record",
		remedy: exportAgain,
		source: reading,
	},
	"file-kind": {
		tier: "reject",
		found: "it is {value}",
		expected:
			"indicators are counted from AFCARS foster care files (lines of 197 characters up to period 22B, XML from 23A) and NCANDS Child Files",
		remedy: "choose the file that was sent to the Children's Bureau, as it was sent and not packed",
		source: reading,
	},
	"text-encoding": {
		tier: "reject",
		found: "it has {value}",
		expected: "an extract is plain ASCII or UTF-8 text",
		remedy: "export the file as UTF-8",
		source: reading,
	},
	"no-records": {
		tier: "reject",
		found: "it has no record of any child",
		expected: "an extract holds at least one record",
		remedy: exportAgain,
		source: reading,
	},
	"period-missing": {
		tier: "reject",
		found: 'the first record gives "{value}" as its period',
		expected:
			"AFCARS element 2 is the last month of the period, year and 03 or 09 (202303), before the first record; NCANDS element 1 is the year (2023)",
		remedy: exportAgain,
		source: rule2020,
	},
	"mixed-periods": {
		tier: "reject",
		found: 'this record is of period "{value}" and the first one of another',
		expected: "all records of a file are of one period",
		remedy: "export each period as a file of its own",
		source: reading,
	},
	"line-too-long": {
		tier: "reject",
		found: "the line has {value}",
		expected: "a line has 197 characters in an AFCARS foster care file and 312, or up to 400, in an NCANDS Child File",
		remedy: "check that each record is on a line of its own and that no field is wider than the layout says",
		source: bulletin2,
	},
	"line-without-end": {
		tier: "reject",
		found: "a line goes on for {value}",
		expected: "each record is on a line of its own",
		remedy: "export the file with an end of line after each record",
		source: bulletin2,
	},
	"xml-doctype": {
		tier: "reject",
		found: "it declares things of its own ({value})",
		expected: "the file has no DOCTYPE and declares no entities, which could reach for other files",
		remedy: "take the declaration out, or export the file again",
		source: reading,
	},
	"xml-entity": {
		tier: "reject",
		found: "it uses the entity {value}",
		expected: "only &amp;, &lt;, &gt;, &apos;, &quot; and numbers such as &#65; are known",
		remedy: "write the character itself",
		source: xml,
	},
	"xml-not-well-formed": {
		tier: "reject",
		found: "it has {value}",
		expected: "the file is well-formed XML",
		remedy: exportAgain,
		source: xml,
	},
	"xml-truncated": {
		tier: "reject",
		found: "it ends before {value} is closed",
		expected: "the file is whole",
		remedy: "copy or export the file again; the first try may have stopped half way",
		source: xml,
	},
	"xml-too-deep": {
		tier: "reject",
		found: "{value} lies too many tags deep",
		expected: "tags lie at most 64 deep; the format needs 8",
		remedy: exportAgain,
		source: reading,
	},
	"value-too-long": {
		tier: "reject",
		found: "a value, tag or comment that begins with “{value}” does not end",
		expected: "a value, tag or comment has at most 262,144 characters",
		remedy: exportAgain,
		source: reading,
	},
	"record-too-large": {
		tier: "reject",
		found: "the record of one child has {value}",
		expected: "a record has at most 4 MB and 20,000 removals, settings and visits",
		remedy: "check that each child has a record of its own",
		source: reading,
	},
	"record-number-missing": {
		tier: "mend",
		found: "there is no record number",
		expected:
			"each child has a record number that stays the same; without it nothing links, and the record counts nowhere",
		remedy: correctRecord,
		source: dictionary,
	},
	"child-id-missing": {
		tier: "mend",
		found: "there is no child ID",
		expected: "each child has an ID that stays the same; without it nothing links, and the report counts nowhere",
		remedy: correctRecord,
		source: dictionary,
	},
	"report-id-missing": {
		tier: "look",
		found: "there is no report ID",
		expected: "each report has an ID",
		remedy: correctRecord,
		source: childFile,
	},
	"record-number-long": {
		tier: "look",
		found: 'the record number "{value}" is longer than 12 characters',
		expected: "record numbers have at most 12; a longer one cannot be the AFCARS ID of an NCANDS file",
		remedy: "check how record numbers are encrypted",
		source: rule2020,
	},
	"state-missing": {
		tier: "mend",
		found: 'the state is "{value}"',
		expected: "AFCARS element 1 is the FIPS code of the agency and NCANDS element 2 the postal code of the state",
		remedy: correctRecord,
		source: bulletin2,
	},
	"period-unreadable": {
		tier: "mend",
		found: 'the period of the record is "{value}"',
		expected: "each record has the period of the file; it is taken for that",
		remedy: correctRecord,
		source: bulletin2,
	},
	"date-impossible": {
		tier: "mend",
		found: '"{value}" is not a date',
		expected:
			"a date has eight digits: AFCARS year, month, day (20230105), NCANDS month, day, year (01052023); it counts as missing",
		remedy: correctRecord,
		source: dictionary,
	},
	"birth-date-missing": {
		tier: "mend",
		found: "there is no date of birth",
		expected: "each child has one; without it the child is in no indicator",
		remedy: correctRecord,
		source: dictionary,
	},
	"removal-date-missing": {
		tier: "mend",
		found: "there is no date of removal",
		expected: "each stay in care has one; without it the stay is in no indicator",
		remedy: correctRecord,
		source: dictionary,
	},
	"birth-after-removal": {
		tier: "mend",
		found: "the child was born {value}, after the removal",
		expected: "birth comes before removal; the record is left out",
		remedy: correctRecord,
		source: dictionary,
	},
	"birth-after-exit": {
		tier: "mend",
		found: "the child was born {value}, after leaving care",
		expected: "birth comes before the exit; the record is left out",
		remedy: correctRecord,
		source: dictionary,
	},
	"exit-before-removal": {
		tier: "mend",
		found: "the exit {value} is before the removal",
		expected: "the exit comes after the removal; the record is left out",
		remedy: correctRecord,
		source: dictionary,
	},
	"exit-same-day": {
		tier: "mend",
		found: "the exit {value} is on the day of the removal",
		expected: "a stay in care lasts at least a day; the record is left out",
		remedy: "check whether there was a removal at all, correct the record and export the file again",
		source: dictionary,
	},
	"reason-missing": {
		tier: "mend",
		found: "there is a date of exit and no reason",
		expected: "each exit has a reason; without it the stay is in no permanency indicator",
		remedy: correctRecord,
		source: dictionary,
	},
	"reason-unknown": {
		tier: "mend",
		found: 'the reason for the exit is "{value}"',
		expected: "reasons are 1 to 8; any other counts as missing",
		remedy: correctRecord,
		source: dictionary,
	},
	"reason-without-exit": {
		tier: "look",
		found: "there is a reason for an exit ({value}) and no date",
		expected: "without a date of exit the child is in care",
		remedy: "add the date of exit if the child has left care",
		source: dictionary,
	},
	"date-after-period": {
		tier: "look",
		found: "the date {value} lies after the period of the file",
		expected: "a file tells what happened until its period ended",
		remedy: "check the date",
		source: dictionary,
	},
	"removals-missing": {
		tier: "mend",
		found: 'the number of removals is "{value}"',
		expected: "element 19 is a number from 1 on; without it removals cannot be told apart",
		remedy: correctRecord,
		source: dictionary,
	},
	"placements-missing": {
		tier: "mend",
		found: 'the number of placement settings is "{value}"',
		expected: "element 24 is a number; without it the stay is not in placement stability",
		remedy: correctRecord,
		source: dictionary,
	},
	"removal-missing": {
		tier: "mend",
		found: "the child has no removal in this period (removal_2020)",
		expected: "each record has at least one; without it the record counts nowhere",
		remedy: correctRecord,
		source: rule2020,
	},
	"arrangements-missing": {
		tier: "mend",
		found: "the removal has no living arrangement",
		expected: "each removal has at least one; without it the stay is not in placement stability",
		remedy: correctRecord,
		source: rule2020,
	},
	"arrangement-date-missing": {
		tier: "mend",
		found: "a living arrangement has no date",
		expected: "each has one; without it the arrangement is not counted",
		remedy: correctRecord,
		source: rule2020,
	},
	"arrangements-not-countable": {
		tier: "look",
		found: "no living arrangement with a date is a placement setting",
		expected: "runaway, whereabouts unknown and placed at home are none; the stay is not in placement stability",
		remedy: "check whether a living arrangement is missing",
		source: rule2020,
	},
	"visit-date-missing": {
		tier: "mend",
		found: "a caseworker visit has no date",
		expected: "each visit has one; without it the visit is not counted",
		remedy: correctRecord,
		source: "42 U.S.C. 624(f); AFCARS 2020 element 151",
	},
	"element-twice": {
		tier: "mend",
		found: 'the element stands here a second time, with "{value}"',
		expected: "it stands once; the first is taken",
		remedy: correctRecord,
		source: rule2020,
	},
	"report-date-missing": {
		tier: "mend",
		found: "there is no report date",
		expected: "each report has one; without it the report is in no indicator",
		remedy: correctRecord,
		source: childFile,
	},
	"age-missing": {
		tier: "mend",
		found: 'the age is "{value}"',
		expected: "element 12 is the age in years; without it a victim is in no indicator",
		remedy: correctRecord,
		source: dictionary,
	},
	"county-unknown": {
		tier: "look",
		found: 'the county is "{value}"',
		expected: "a county is a FIPS code of five digits, in NCANDS its last three; it is counted under “unknown”",
		remedy: "correct the code if results by county matter",
		source: reading,
	},
	"sex-unknown": {
		tier: "look",
		found: 'the sex is "{value}"',
		expected: "sex is 1 for male and 2 for female; it is counted under “unknown”",
		remedy: "correct the code if results by sex matter",
		source: reading,
	},
	"code-unknown": {
		tier: "look",
		found: 'the code "{value}" is not one of this element',
		expected: "codes are those of the layout; any other is read as if the element were blank",
		remedy: correctRecord,
		source: reading,
	},
	"control-sign": {
		tier: "look",
		found: 'there is a control sign in "{value}"',
		expected: "numbers and names of records are letters, digits and signs that can be seen; it is taken as it stands",
		remedy: "check how the file is exported",
		source: reading,
	},
	"line-short": {
		tier: "look",
		found: "the line has {value}",
		expected: "a line has 197 characters (AFCARS) or 312 (NCANDS); the rest is read as blanks",
		remedy: "check that blanks at the end of lines are kept and no field is narrower than the layout says",
		source: bulletin2,
	},
	"last-line-cut": {
		tier: "mend",
		found: "the last line has {value} and no end, and all other lines are whole",
		expected: "a file ends with a whole record; this one is read as if blanks followed",
		remedy: "copy or export the file again; the first try may have stopped half way",
		source: reading,
	},
	"summary-between-records": {
		tier: "look",
		found: "a line of {value} stands between records",
		expected: "a summary of that length comes before the records; the line is left out",
		remedy: "check whether it is the record of a child that was cut off",
		source: bulletin2,
	},
} as const satisfies Readonly<Record<string, Words>>;

export type ExtractProblemId = keyof typeof extractProblems;

/** One problem in an extract: where it is and what was found. `describeExtractProblem` puts it in words. */
export type ExtractProblem = {
	readonly id: ExtractProblemId;
	readonly tier: ExtractTier;
	/** Which file of the run. */
	readonly file: number;
	/** Record and line from 1; null where the problem is the file's. For XML the line of the record or of the tag. */
	readonly record: number | null;
	readonly line: number | null;
	readonly element: ElementName | null;
	/** What was found, shortened to 80 characters; null where nothing was. */
	readonly value: string | null;
	/** FIPS code of the county of the record, five digits; left out where it is not known, and for problems of the file. */
	readonly county?: string;
};
