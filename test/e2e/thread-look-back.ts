import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { readZipDirectory, readZipEntry } from "../../src/documents/zip/read-zip.ts";
import { read } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { type Story, texts } from "./thread-story.ts";

/** The history tells who did what and why; the comparison shows what changed between the two submissions. */
export async function lookBack(planner: Hand, story: Story): Promise<void> {
	const { page } = planner;
	await planner.follow("History");
	const entries = page.locator(".history-entry");
	const newest = await entries.allInnerTexts();
	expect(newest[0]).toContain(story.people.planner);
	expect(newest.some((entry) => entry.includes(story.people.state) && entry.includes(texts.reasons))).toBe(true);
	expect(newest.some((entry) => entry.includes(texts.completed))).toBe(true);

	await planner.follow("Compare with an earlier moment");
	const side = (name: string) => planner.within(page.getByRole("group", { name, exact: true }));
	await side("From").choose("A submission", "Submission 1");
	await side("To").choose("A submission", "Submission 2");
	await planner.press("Compare");
	const differences = page.getByRole("region", { name: "What changed" });
	const told = await read(differences);
	expect(told).toContain(texts.milestone);
	expect(await differences.locator("ins").allInnerTexts()).not.toEqual([]);
	expect(told).not.toContain(texts.completed);
}

/** The plan on paper, in its three forms: each is what it says it is, and holds the plan's words. */
export async function fetchPapers(planner: Hand): Promise<void> {
	await planner.follow("Preview and download");
	const paper = (name: string) => planner.fetch(`${name} of the plan as it stands`);
	const word = await paper("Word");
	expect(word.bytes.subarray(0, 2).toString()).toBe("PK");
	expect(word.fileName).toMatch(/\.docx$/u);
	expectWords(await wordText(word.bytes));

	const html = await paper("HTML");
	expect(html.bytes.subarray(0, 15).toString().toLowerCase()).toBe("<!doctype html>");
	expectWords(await read(planner.page.locator("body")));
	await planner.page.goBack();

	const pdf = await paper("PDF");
	expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
	expectWords(await pdfText(pdf.bytes));
}

function expectWords(text: string): void {
	const flat = text.replace(/\s+/gu, " ");
	for (const words of [texts.goal, texts.revisedMilestone, texts.strategy]) expect(flat).toContain(words);
}

async function wordText(bytes: Buffer): Promise<string> {
	const entry = readZipDirectory(bytes).find(({ name }) => name === "word/document.xml");
	if (!entry) throw new Error("The Word file holds no text.");
	return (await readZipEntry(bytes, entry)).toString().replace(/<[^>]*>/gu, "");
}

async function pdfText(bytes: Buffer): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), "throughline-paper-"));
	try {
		const file = path.join(folder, "plan.pdf");
		await writeFile(file, bytes);
		const { stdout } = await promisify(execFile)("pdftotext", ["-raw", file, "-"]);
		return stdout;
	} finally {
		await rm(folder, { recursive: true });
	}
}
