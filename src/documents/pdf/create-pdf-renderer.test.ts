import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import { DocumentRenderError } from "../document-error.ts";
import { cell, heading, neutralDocument, paragraph, section, table } from "../neutral/build-blocks.ts";
import type { Block, NeutralDocument } from "../neutral/neutral-document.ts";
import { createPdfRenderer } from "./create-pdf-renderer.ts";

const renderer = createPdfRenderer();
const { metadata } = sampleCountyPlan();
const documentOf = (...blocks: Block[]): NeutralDocument => neutralDocument(metadata, blocks);
const LONG = "The team met and looked at the figures of the county. ".repeat(80);

afterAll(() => renderer.close());

/** A process of ours in place of the compiler, to see what becomes of its failures. */
async function withEntry(code: string, work: (entry: string) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "throughline-pdf-"));
	try {
		const entry = join(folder, "process.mjs");
		await writeFile(entry, code);
		await work(entry);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

describe("createPdfRenderer", () => {
	it("counts pages, and those of each section", async () => {
		const result = await renderer.render(
			documentOf(
				section("cover", "c", [paragraph("Cover")]),
				section("narrative", "n", [heading(1, "I"), paragraph(LONG), paragraph(LONG), paragraph(LONG)]),
				section("attachments", "a", [paragraph("List")]),
			),
		);
		expect(result.pagesBySection).toEqual([
			{ id: "c", role: "cover", firstPage: 1, lastPage: 1, pages: 1 },
			{ id: "n", role: "narrative", firstPage: 2, lastPage: result.pages - 1, pages: result.pages - 2 },
			{ id: "a", role: "attachments", firstPage: result.pages, lastPage: result.pages, pages: 1 },
		]);
		expect(result.pages).toBeGreaterThanOrEqual(4);
		expect(result.warnings).toEqual([]);
	});

	it("prints the same bytes for the same document", async () => {
		const [first, second] = [await renderer.render(sampleCountyPlan()), await renderer.render(sampleCountyPlan())];
		expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
	});

	it("prints a character that no font has as a box, and says which", async () => {
		const result = await renderer.render(documentOf(paragraph("Name: \u{10FFFD}\u{1F6F8}")));
		expect(result.warnings.join()).toMatch(/No font on the server can show .*U\+10FFFD/u);
	});

	it("prints any text, whatever its characters", async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: "binary", maxLength: 12 }), async (text) => {
				const result = await renderer.render(
					documentOf(
						heading(1, `x${text}`),
						paragraph(text),
						table({ caption: `x${text}`, weights: [1], rows: [[text], [text]] }),
					),
				);
				expect(result.pages).toBe(1);
			}),
			{ seed: 20_261_121, numRuns: 25 },
		);
	});

	it("breaks rows longer than a page", async () => {
		const row = [cell(LONG, { rowspan: 2 }), LONG + LONG + LONG];
		const result = await renderer.render(
			documentOf(table({ caption: "Long", weights: [1, 1], rows: [["a", "b"], row, ["end"]] })),
		);
		expect(result.pages).toBeGreaterThan(2);
	});

	it("prints documents asked for at once one after another", async () => {
		const results = await Promise.all(
			[1, 2, 3].map((count) =>
				renderer.render(
					documentOf(
						...Array.from({ length: count }, (_, index) => section("narrative", `s${index}`, [paragraph("x")])),
					),
				),
			),
		);
		expect(results.map((result) => result.pages)).toEqual([1, 2, 3]);
	});

	it("turns a crash of the process into a sentence, and prints the next document", async () => {
		const crashing = `
			import { existsSync, writeFileSync } from 'node:fs'
			const mark = new URL('./crashed', import.meta.url)
			process.on('message', ({ id }) => {
				if (existsSync(mark)) process.send({ id, pdf: new Uint8Array([1]), pages: 1, sections: [] })
				else { writeFileSync(mark, ''); process.abort() }
			})
			process.on('disconnect', () => process.exit(0))`;
		await withEntry(crashing, async (entry) => {
			const fragile = createPdfRenderer({ processEntry: entry });
			const failure = await fragile.render(documentOf()).catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(DocumentRenderError);
			expect(String(failure)).toMatch(/the printing process stopped/u);
			expect((await fragile.render(documentOf())).pages).toBe(1);
			fragile.close();
		});
	});

	it("gives up on a document that takes too long, and refuses what is too much", async () => {
		await withEntry(
			`process.on('message', () => {}); process.on('disconnect', () => process.exit(0))`,
			async (entry) => {
				const slow = createPdfRenderer({ processEntry: entry, timeoutMs: 1500, longestQueue: 1 });
				const first = slow.render(documentOf()).catch((error: unknown) => error);
				await expect(slow.render(documentOf())).rejects.toThrow(/Too many documents/u);
				expect(String(await first)).toMatch(/could not be made within 2 seconds/u);
				slow.close();
				await expect(slow.render(documentOf())).rejects.toThrow(/is stopping/u);
			},
		);
	});

	it("says so when the process cannot be started", async () => {
		const missing = createPdfRenderer({ processEntry: join(tmpdir(), "throughline-no-such-file.mjs") });
		await expect(missing.render(documentOf())).rejects.toThrow(DocumentRenderError);
		missing.close();
	});
});
