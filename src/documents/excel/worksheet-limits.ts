/** How much of a spreadsheet file is read. Sizes in bytes. */
export interface WorksheetLimits {
	/** Of the file as it was sent. */
	readonly fileSize: number;
	/** Of all parts of the file unpacked. */
	readonly unpackedSize: number;
	/** How many parts the file may have. */
	readonly parts: number;
	/** How many times larger a part of more than a megabyte may become when it is unpacked. */
	readonly ratio: number;
	/** Rows with something in them. */
	readonly rows: number;
	/** The last column that may be used. */
	readonly columns: number;
	/** Cells written in the sheet, with or without a value. */
	readonly cells: number;
	/** Milliseconds that reading may take. */
	readonly milliseconds: number;
	/** Memory of the reading thread, in megabytes. */
	readonly memory: number;
}

/** Room for every table that counties send today, some hundred times over. */
export const WORKSHEET_LIMITS: WorksheetLimits = {
	fileSize: 10_000_000,
	unpackedSize: 100_000_000,
	parts: 2000,
	ratio: 200,
	rows: 50_000,
	columns: 200,
	cells: 500_000,
	milliseconds: 30_000,
	memory: 1024,
};
