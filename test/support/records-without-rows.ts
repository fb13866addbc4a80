import type { Performer } from "../../src/operations/operation.ts";
import { createRecordsReader, type RecordsReader } from "../../src/server/indicators/read-records.ts";

/** For tests of sites that hold no stored rows: looks are checked and written down as ever, and then there are no records. */
export function recordsWithoutRows(performer: Performer): RecordsReader {
	return createRecordsReader({
		performer,
		openStoredRows: async () => ({ run: async () => ({}), ask: async () => [], close: async () => undefined }),
	});
}
