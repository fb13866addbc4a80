import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mountSmallDisk } from "../../test/support/small-disk.ts";
import { writeNewFile } from "./write-new-file.ts";

let folder: string;
const disk = await mountSmallDisk(1);

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "throughline-new-file-"));
});
afterAll(async () => {
	await disk?.remove();
	await rm(folder, { recursive: true, force: true });
});

function* pieces(count: number): Iterable<string> {
	for (let each = 0; each < count; each++) yield "é".repeat(1000);
}

describe("a new file", () => {
	it("holds a byte a character, and is never written over", async () => {
		const file = path.join(folder, "deeper", "a.txt");
		expect(await writeNewFile(file, pieces(3))).toBe(3000);
		await expect(writeNewFile(file, ["other"])).rejects.toThrow("is there already");
		expect(await readFile(file, "latin1")).toBe("é".repeat(3000));
		expect(await readdir(path.dirname(file))).toEqual(["a.txt"]);
	});

	it("is not written over when somebody made it meanwhile", async () => {
		const file = path.join(folder, "b.txt");
		async function* slow() {
			yield "mine";
			await writeFile(file, "theirs");
		}
		await expect(writeNewFile(file, slow())).rejects.toThrow("is there already");
		expect(await readFile(file, "latin1")).toBe("theirs");
		expect(await readdir(folder)).not.toContain("b.txt.part");
	});

	it("stands under its name only when it is whole, and takes the place of half a file that a crash left", async () => {
		const file = path.join(folder, "c.txt");
		await writeFile(`${file}.part`, "x".repeat(9000));
		const during: (readonly string[])[] = [];
		async function* watched() {
			yield "whole";
			during.push(await readdir(folder));
		}
		await writeNewFile(file, watched());
		expect(during.flat()).toContain("c.txt.part");
		expect(during.flat()).not.toContain("c.txt");
		expect(await readFile(file, "latin1")).toBe("whole");
	});

	it.runIf(disk)("leaves nothing behind on a disk that fills up", async () => {
		const file = path.join(disk?.folder ?? "", "d.txt");
		await expect(writeNewFile(file, pieces(3000))).rejects.toMatchObject({ code: "ENOSPC" });
		expect(await readdir(disk?.folder ?? "")).toEqual([]);
	});
});
