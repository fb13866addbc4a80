import type { Performer } from "../../src/operations/operation.ts";
import { createRecordsReader, type RecordsReader } from "../../src/server/indicators/read-records.ts";

/** For tests of sites that hold no stored rows: looks are checked and written down as ever, and then there is nothing to read. */
export function recordsWithoutRows(performer: Performer): RecordsReader {
	return createRecordsReader({
		performer,
		openStoredRows: () => Promise.reject(new Error("This site holds no stored rows.")),
	});
}
