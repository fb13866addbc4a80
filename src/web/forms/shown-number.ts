/**
 * A number as a field shows it: at most four decimals, without zeros at the end. A figure taken from a file may have more
 * (10.64638783269962); whoever reads the field back compares with this text to see whether it was touched.
 */
export function shownNumber(value: number | null | undefined): string {
	return value === null || value === undefined ? "" : String(Number(value.toFixed(4)));
}
