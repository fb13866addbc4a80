import type pg from "pg";
import type { LogFault } from "./log-fault.ts";

/**
 * Compares what is kept as it was handed in or sent with its checksum: the files of figures and of data profiles with
 * the checksum that was written into the log, and the submissions with their own.
 */
export async function checkFiles(client: pg.ClientBase, faults: LogFault[]): Promise<number> {
	const { rows } = await client.query<{ id: string; what: string; good: boolean }>(`
		select l.id, format('The file "%s"', f.name) as what, encode(sha256(f.bytes), 'hex') = l.sha256 and f.sha256 = l.sha256 as good
			from app.figure_load l join app.stored_file f on f.id = l.file_id
		union all
		select r.id, format('The file "%s"', f.name), encode(sha256(f.bytes), 'hex') = r.sha256 and f.sha256 = r.sha256
			from app.federal_result r join app.stored_file f on f.id = r.file_id
		union all
		select document_id, format('Submission %s of a plan', number), encode(sha256(convert_to(content, 'UTF8')), 'hex') = sha256
			from app.snapshot`);
	for (const { id, what, good } of rows) {
		if (!good) faults.push({ seq: null, subject: id, message: `${what} is not as it was kept: its checksum differs.` });
	}
	return rows.length;
}
