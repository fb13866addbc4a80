import path from "node:path";

/** Where the parts of one load lie below the folder of all extracts. */
export function extractPlaces(extractsFolder: string, loadId: string) {
	const folder = path.join(extractsFolder, loadId);
	return {
		/** Rows and problems of a file that was read to its end. */
		folder,
		/** The same while it is read. */
		unfinished: `${folder}.unfinished`,
		/** The file as it was sent, until it has been read. */
		upload: `${folder}.upload`,
		/** The same while it arrives. */
		receiving: `${folder}.receiving`,
		problems: path.join(folder, "problems.jsonl.gz"),
		summary: path.join(folder, "summary.json"),
	} as const;
}

/** The load that an entry of the folder belongs to. */
export function loadIdOf(name: string): string {
	return name.replace(/\.(?:unfinished|upload|receiving)$/, "");
}

/** In the unfinished folder: how many bytes have been read. */
export const progressFile = "progress";
