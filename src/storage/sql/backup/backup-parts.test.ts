import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseManifest } from "./backup-manifest.ts";
import { forEachOf, unpackSegment } from "./copy-file.ts";
import { findGap, isRecoveryFile, isSegment, nameWithoutTimeline, segmentNumber } from "./wal-names.ts";

const segmentNumbers = fc.integer({ min: 0, max: 0xffffff });

test("a segment's number and name lead to each other", () => {
	expect(segmentNumber("000000010000000A000000FF")).toBe(10 * 256 + 255);
	fc.assert(
		fc.property(segmentNumbers, (number) => {
			expect(segmentNumber(`00000001${nameWithoutTimeline(number)}`)).toBe(number);
		}),
		{ seed: 20261121 },
	);
});

test("the first missing segment is found, whatever the order and the timelines", () => {
	fc.assert(
		fc.property(segmentNumbers, fc.integer({ min: 3, max: 40 }), fc.nat(), (first, length, pick) => {
			const run = Array.from(
				{ length },
				(_, index) => `0000000${1 + (index % 2)}${nameWithoutTimeline(first + index)}`,
			);
			expect(findGap(run.toReversed())).toBeUndefined();
			const missing = 1 + (pick % (length - 2));
			expect(findGap(run.filter((_, index) => index !== missing))).toBe(first + missing);
		}),
		{ seed: 20261121 },
	);
	expect(findGap([])).toBeUndefined();
});

test("only segments and histories take part in recovery", () => {
	expect(isRecoveryFile("00000002.history")).toBe(true);
	expect(isRecoveryFile("000000010000000000000004")).toBe(true);
	for (const name of [
		"000000010000000000000004.part",
		"000000010000000000000004.00000028.backup",
		"../etc",
		"archive_status",
	])
		expect(isRecoveryFile(name)).toBe(false);
	expect(isSegment("00000001000000000000000g")).toBe(false);
});

const manifest = {
	format: "throughline-base-backup",
	formatVersion: 1,
	label: "noon",
	takenAt: "2026-11-21T12:00:00Z",
	consistentFrom: "2026-11-21T12:00:01Z",
	serverVersion: "18.4",
	systemIdentifier: "7",
	startLsn: "0/2000028",
	stopLsn: "0/2000120",
	startWal: "000000010000000000000002",
	stopWal: "000000010000000000000002",
	folders: ["cluster", "cluster/base", "wal"],
	files: [{ path: "cluster/base/1", size: 1, sha256: "00" }],
};

test("a manifest with a path that leaves the backup is not read", () => {
	expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
	for (const path of [
		"/etc/passwd",
		"../x",
		"cluster/../../x",
		"cluster/..",
		"cluster/./x",
		"cluster//x",
		"other/x",
		"cluster\\x",
		"",
	]) {
		expect(
			parseManifest(JSON.stringify({ ...manifest, files: [{ path, size: 1, sha256: "00" }] })),
			path,
		).toBeUndefined();
		expect(parseManifest(JSON.stringify({ ...manifest, folders: [path] })), path).toBeUndefined();
	}
	expect(
		parseManifest(JSON.stringify({ ...manifest, files: [{ path: "cluster/a..b", size: 1, sha256: "0" }] })),
	).toBeDefined();
	for (const text of [
		"",
		"[]",
		"null",
		JSON.stringify({ ...manifest, formatVersion: 2 }),
		JSON.stringify({ ...manifest, label: 1 }),
	]) {
		expect(parseManifest(text)).toBeUndefined();
	}
});

test("a packed segment that unpacks to more than a segment is refused", async () => {
	const segment = Buffer.alloc(16_777_216, 7);
	expect((await unpackSegment(gzipSync(segment, { level: 1 }))).equals(segment)).toBe(true);
	await expect(unpackSegment(gzipSync(Buffer.alloc(16_777_217), { level: 1 }))).rejects.toThrow(/larger than/);
});

test("work on many items keeps to its width and ends at the first failure", async () => {
	let running = 0;
	let most = 0;
	const done: number[] = [];
	await forEachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
		running++;
		most = Math.max(most, running);
		await new Promise((resolve) => setTimeout(resolve, 5));
		running--;
		done.push(item);
	});
	expect(most).toBe(3);
	expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
	await expect(forEachOf([1, 2], 1, async (item) => await Promise.reject(new Error(`item ${item}`)))).rejects.toThrow(
		"item 1",
	);
});
