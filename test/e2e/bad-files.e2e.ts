import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openVisitAs, practiceUrl } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import { badFiles, goodFile, row } from "./bad-files.ts";

// Files of every wrong kind at the page that takes figures: a plain sentence each, and nothing of them is kept.

const analyst = "Farid Nazari";

/** Everything that a load can change, as programs read it. */
async function readFacts(page: Page): Promise<string> {
	const places = (await (await page.request.get("/api/jurisdictions")).json()) as readonly {
		id: string;
		name: string;
	}[];
	const place = places.find(({ name }) => name === "Marlowe County")?.id;
	const paths = ["/api/figure-loads", "/api/findings", `/api/jurisdictions/${place}/outcomes`];
	const answers = await Promise.all(paths.map((path) => page.request.get(path)));
	return (await Promise.all(answers.map((answer) => answer.text()))).join("\n");
}

async function hand(page: Page, name: string, bytes: Uint8Array): Promise<string> {
	await page.goto("/figures");
	await page.getByLabel("File of figures").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(bytes) });
	await page.getByRole("button", { name: "Load figures" }).click();
	await page.locator("main .usa-alert--error").first().waitFor();
	return (await page.locator("main").textContent()) ?? "";
}

describe("the page that takes figures", () => {
	it("refuses every file that is not one of figures, in plain words, and keeps nothing of it", async () => {
		const { page } = await openVisitAs(analyst);
		const before = await readFacts(page);
		const wrong: string[] = [];
		for (const { what, name, bytes, told } of await badFiles()) {
			const words = await hand(page, name, bytes);
			if (!told.test(words)) wrong.push(`${what}: ${words.slice(0, 600)}`);
			wrong.push(...(await findPageFaults(page, [320])).map((fault) => `${what}: ${fault}`));
		}
		expect(wrong).toEqual([]);
		expect(await readFacts(page)).toBe(before);
	}, 300_000);

	it.each([
		["with script", true],
		["without script", false],
	])("refuses 26 MB in plain words, %s", async (_, script) => {
		const { page } = await openVisitAs(analyst, { script });
		const before = await readFacts(page);
		const line = new TextEncoder().encode(`${row}\n`);
		const bytes = Buffer.alloc(26 * 1024 * 1024 + 1000, line);
		await page.goto("/figures");
		await page
			.getByLabel("File of figures")
			.setInputFiles({ name: "all years.csv", mimeType: "text/csv", buffer: bytes }, { timeout: 60_000 });
		await page.getByRole("button", { name: "Load figures" }).click();
		await page
			.getByText(/at most 25 MB/iu)
			.first()
			.waitFor();
		await page.getByText(/split/iu).first().waitFor();
		if (script) expect(await findPageFaults(page, [320])).toEqual([]);
		expect(await readFacts(page)).toBe(before);
	});

	it("asks for a file when none was chosen", async () => {
		const { page } = await openVisitAs(analyst);
		await page.goto("/figures");
		await page.getByRole("button", { name: "Load figures" }).click();
		await page.getByText("Choose a file of figures first.").first().waitFor();
	});

	it("takes a name with a path and control characters as a name alone", async () => {
		const { page } = await openVisitAs(analyst);
		const name = "../../etc/passwd\u0000\u001b[31m\u202e.csv";
		const answer = await page.request.post("/figures", {
			headers: { origin: practiceUrl() },
			multipart: { file: { name, mimeType: "text/csv", buffer: Buffer.from(goodFile(row.replace("3F", "3G"))) } },
		});
		expect(answer.status()).toBe(200);
		const loads = await (await page.request.get("/api/figure-loads")).text();
		for (const words of [await answer.text(), loads]) {
			expect(words).toContain("passwd");
			for (const sign of ["../", "etc/", "\u0000", "\u001b", "\u202e", "\\u0000", "\\u001b"])
				expect(words).not.toContain(sign);
		}
	});

	it("keeps a cell that looks like a formula as text, and gives it out so that no spreadsheet runs it", async () => {
		const { page } = await openVisitAs(analyst);
		const formula = "=HYPERLINK(evil)";
		await page.goto("/figures");
		const bytes = goodFile(`1B,2020-01-01,2020-12-31,31,250,all,${formula},2021-04-01`);
		await page
			.getByLabel("File of figures")
			.setInputFiles({ name: "=cmd.csv", mimeType: "text/csv", buffer: Buffer.from(bytes) });
		await page.getByRole("button", { name: "Load figures" }).click();
		await page.getByRole("heading", { level: 1, name: "The figures were taken" }).waitFor();
		await page.goto("/outcomes");
		const address = await page.getByRole("link", { name: /^1B/u }).first().getAttribute("href");
		await page.goto(address ?? "");
		expect(await page.locator("main").textContent()).toContain(formula);
		const file = await (await page.request.get(`${address}/figures.csv`)).text();
		expect(file).toContain(formula);
		expect(file).not.toMatch(/(^|[,"\n])=HYPERLINK/u);
	});
});
