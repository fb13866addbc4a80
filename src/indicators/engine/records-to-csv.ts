import { csvCell } from "../figures/csv-cell.ts";
import { explainRecord } from "./explain-record.ts";
import type { IndicatorRecord } from "./record.ts";

type Column = readonly [name: string, cell: (record: IndicatorRecord, fileName: string) => string | number | null];

const columns: readonly Column[] = [
	["indicator", (record) => record.indicator],
	["subject", (record) => record.subject],
	["child", (record) => record.child],
	["file", (_, fileName) => fileName],
	["record", (record) => record.record],
	["county", (record) => record.group.county],
	["ageGroup", (record) => record.group.ageGroup],
	["raceEthnicity", (record) => record.group.raceEthnicity],
	["sex", (record) => record.group.sex],
	["removal", (record) => record.removal],
	["exit", (record) => record.exit],
	["exitReason", (record) => record.exitReason],
	["nextRemoval", (record) => record.nextRemoval],
	["reportDate", (record) => record.reportDate],
	["incidentDate", (record) => record.incidentDate],
	["numerator", (record) => record.numerator],
	["denominator", (record) => record.denominator],
	["leftOut", (record) => record.leftOut],
	["rule", (record) => explainRecord(record).rule],
	["why", (record) => explainRecord(record).words],
];

/** The headings of `recordLine`. */
export const recordHeading = `${columns.map(([name]) => name).join(",")}\r\n`;

/** A record as a line of CSV, with why it counts or not. `fileName` is how the file is called that it stands in. */
export function recordLine(record: IndicatorRecord, fileName: string): string {
	return `${columns.map(([, cell]) => csvCell(String(cell(record, fileName) ?? ""))).join(",")}\r\n`;
}
