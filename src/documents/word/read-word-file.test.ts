import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { hostileWordFiles } from "../../../test/support/hostile-word-files.ts";
import { sampleWorkingCopy } from "../../../test/support/sample-working-copy.ts";
import { getEdition } from "../../frameworks/editions.ts";
import { readEditedCopy } from "./read/read-edited-copy.ts";
import { readWordContent } from "./read/read-word-content.ts";
import { WordFileRefused } from "./read/word-file-refused.ts";
import { readEditedFile, recogniseFile } from "./read-word-file.ts";
import { recognisePlan } from "./recognise/recognise-plan.ts";

const outfile = path.resolve(import.meta.dirname, "../../../.build/test/word-thread.mjs");
const limits = { program: pathToFileURL(outfile), milliseconds: 120_000, memory: 1024 };
const edition = getEdition("ca-ccfsr-2004");
let file: Uint8Array;

beforeAll(async () => {
	await build({
		entryPoints: [path.join(import.meta.dirname, "word-thread.ts")],
		...{ outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" },
	});
	({ bytes: file } = await sampleWorkingCopy());
}, 60_000);

it("reads the same apart as in its own thread", async () => {
	expect(await readEditedFile(file, limits)).toEqual(await readEditedCopy(file));
	expect(await recogniseFile(file, edition, limits)).toEqual(recognisePlan(await readWordContent(file), edition));
});

it("refuses apart in the same words, and what takes too long in words of its own", async () => {
	const outcome = (read: Promise<unknown>) => read.catch((error: unknown) => error);
	const hostile = Object.values(await hostileWordFiles(file));
	const [apart, own] = [[] as unknown[], [] as unknown[]];
	for (const { bytes } of hostile) {
		apart.push(await outcome(readEditedFile(bytes, limits)));
		own.push(await outcome(readEditedCopy(bytes)));
	}
	expect(apart.map(String)).toEqual(own.map(String));
	expect(apart.filter((each) => each instanceof WordFileRefused).length).toBeGreaterThan(5);
	await expect(readEditedFile(file, { ...limits, milliseconds: 1 })).rejects.toThrow(/takes more time or memory/u);
});
