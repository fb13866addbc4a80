/** A WAL segment of 16 MB is named by timeline, log and segment, 8 hex digits each: `000000010000000000000004`. */
const segmentName = /^[0-9A-F]{24}$/;

/** Segments of 16 MB in one log file number (4 GB). */
const segmentsInLog = 256;

/** Whether a file name is that of a WAL segment. */
export function isSegment(name: string): boolean {
	return segmentName.test(name);
}

/** Whether recovery needs the file: a segment or the history of a timeline. */
export function isRecoveryFile(name: string): boolean {
	return isSegment(name) || /^[0-9A-F]{8}\.history$/.test(name);
}

/** The place of a segment in the one sequence of all segments, whatever its timeline. */
export function segmentNumber(name: string): number {
	return Number.parseInt(name.slice(8, 16), 16) * segmentsInLog + Number.parseInt(name.slice(16, 24), 16);
}

/** The first segment number missing between the lowest and the highest of a list; `undefined` when it is whole. */
export function findGap(names: readonly string[]): number | undefined {
	const numbers = [...new Set(names.filter(isSegment).map(segmentNumber))].sort((a, b) => a - b);
	const gap = numbers.findIndex((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1);
	return gap < 0 ? undefined : (numbers[gap - 1] ?? 0) + 1;
}

/** The name of a segment without its timeline, for messages: `0000000000000004`. */
export function nameWithoutTimeline(number: number): string {
	const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, "0");
	return hex(Math.floor(number / segmentsInLog)) + hex(number % segmentsInLog);
}
