import { createConnection, type NetConnectOpts } from "node:net";
import { Readable } from "node:stream";

/** What a scanner said of a file. */
export type ScanVerdict =
	| { readonly verdict: "clean" }
	| { readonly verdict: "infected"; readonly found: string }
	/**
	 * No verdict: not reachable, too slow, or an answer that nobody expected. `reached`: it took the file and ended the talk by itself, as it
	 * does with one that is too long for it; it may well look at the next.
	 */
	| { readonly verdict: "unknown"; readonly why: string; readonly reached: boolean };

/** Looks for harmful content in files. */
export type Scanner = { scan(bytes: Uint8Array): Promise<ScanVerdict> };

/** How a clamd is reached is not said in a way that can be used. */
export class ClamdUrlInvalid extends Error {
	override name = "ClamdUrlInvalid";
}

/** The largest piece that is sent at once. */
const pieceSize = 64 * 1024;

/** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl` as an address. Throws `ClamdUrlInvalid`. */
export function readClamdUrl(url: string): NetConnectOpts {
	const tcp = /^tcp:\/\/(\[[^\]]+\]|[^/:@]+)(?::(\d+))?\/?$/u.exec(url);
	if (tcp?.[1]) return { host: tcp[1].replace(/^\[|\]$/gu, ""), port: Number(tcp[2] ?? 3310) };
	const unix = /^unix:(?:\/\/)?(\/[^/].*)$/u.exec(url);
	if (unix?.[1]) return { path: unix[1] };
	throw new ClamdUrlInvalid("expected tcp://host:3310 or unix:///run/clamav/clamd.ctl");
}

/**
 * A scanner that asks a clamd (INSTREAM: pieces with their length before them, a piece of no length at the end; clamd(8)).
 * Never throws: whoever asks must decide what to do without a verdict.
 */
export function createClamdScanner(url: string, timeoutMilliseconds = 30_000): Scanner {
	const address = readClamdUrl(url);
	return {
		scan: (bytes) =>
			new Promise((resolve) => {
				const socket = createConnection(address);
				let answer = "";
				let isConnected = false;
				const settle = (verdict: ScanVerdict) => {
					socket.destroy();
					resolve(verdict);
				};
				socket.setTimeout(timeoutMilliseconds, () =>
					settle({
						verdict: "unknown",
						why: `no answer within ${timeoutMilliseconds / 1000} seconds`,
						reached: false,
					}),
				);
				// A clamd that has seen enough answers and closes while the rest is still being sent; its answer may be lost with that.
				socket.on("error", (error) =>
					settle(answer === "" ? { verdict: "unknown", why: error.message, reached: isConnected } : read(answer)),
				);
				socket.on("data", (chunk: Buffer) => {
					answer += chunk.toString("utf8");
					if (answer.includes("\0")) settle(read(answer));
				});
				socket.on("end", () => settle(read(answer)));
				socket.on("connect", () => {
					isConnected = true;
					// No faster than it is taken, so that an answer in the middle of the file is heard.
					Readable.from(piecesOf(bytes)).pipe(socket, { end: false });
				});
			}),
	};
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
	yield Buffer.from("zINSTREAM\0");
	for (let start = 0; start < bytes.length; start += pieceSize) {
		const piece = bytes.subarray(start, start + pieceSize);
		yield lengthOf(piece.length);
		yield piece;
	}
	yield lengthOf(0);
}

function lengthOf(size: number): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(size);
	return length;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or why there is no verdict. */
function read(answer: string): ScanVerdict {
	const line = answer.split("\0")[0]?.trim() ?? "";
	if (line === "stream: OK") return { verdict: "clean" };
	const found = /^stream: (.+) FOUND$/u.exec(line)?.[1];
	if (found) return { verdict: "infected", found: found.slice(0, 200) };
	return { verdict: "unknown", why: line === "" ? "it closed without an answer" : line.slice(0, 200), reached: true };
}
