// Asks for one address with many connections, and tells how long each answer took.

/**
 * Runs autocannon with its options, and refuses a run in which an answer was not 200. Answers its result, and the time of every
 * answer in milliseconds, sorted: its own table knows the 90th and the 97.5th percentile, the bars speak of the 95th.
 */
export function load(autocannon, options) {
	return new Promise((resolve, reject) => {
		const times = [];
		const run = autocannon(options, (error, result) => {
			if (error) return reject(error);
			if (result.non2xx > 0 || result.errors > 0)
				return reject(new Error(`${options.url}: ${result.non2xx} answers were not 200, ${result.errors} errors.`));
			resolve({ result, times: times.toSorted((a, b) => a - b) });
		});
		run.on("response", (_client, _status, _bytes, time) => times.push(time));
	});
}

/** The time within which a part (0 to 1) of the answers came, in whole milliseconds. */
export function timeOf(sorted, part) {
	return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}
