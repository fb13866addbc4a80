import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import mammoth from "mammoth";

const run = promisify(execFile);

/** The words of a text in order: what stays when lines are broken in other places. */
export function wordsOf(text: string): string[] {
	return text.split(/\s+/u).filter((word) => word !== "");
}

/** The text of a Word file as mammoth reads it, with line breaks kept. */
export async function wordTextByMammoth(bytes: Uint8Array): Promise<string> {
	const { value } = await mammoth.convertToHtml(
		{ buffer: Buffer.from(bytes) },
		{ convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
	);
	return value
		.replace(/<\/?(?:br|p|td|th|li|ul|ol|h\d)\b[^>]*>/gu, " ")
		.replace(/<[^>]*>/gu, "")
		.replace(/&lt;/gu, "<")
		.replace(/&gt;/gu, ">")
		.replace(/&quot;/gu, '"')
		.replace(/&amp;/gu, "&");
}

/** The text of a Word file as LibreOffice opens it. Bullets and numbers of lists are in it. */
export async function wordTextByLibreOffice(bytes: Uint8Array): Promise<string> {
	return inFolder(async (folder) => {
		const file = join(folder, "document.docx");
		await writeFile(file, bytes);
		const profile = pathToFileURL(join(folder, "profile")).href;
		const options = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "txt:Text (encoded):UTF8"];
		await run("soffice", [...options, "--outdir", folder, file], { timeout: 120_000 }).catch(
			explain("soffice", "libreoffice-writer-nogui"),
		);
		return (await readFile(join(folder, "document.txt"), "utf8")).replace(/^\uFEFF/u, "");
	});
}

/** What a tool of Poppler prints about a PDF; its complaints about the file format of tags are left out. */
export async function poppler(
	tool: "pdfinfo" | "pdftotext",
	options: readonly string[],
	bytes: Uint8Array,
): Promise<string> {
	return inFolder(async (folder) => {
		const file = join(folder, "document.pdf");
		await writeFile(file, bytes);
		const output = tool === "pdftotext" ? ["-"] : [];
		const limits = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8" } };
		const { stdout } = await run(tool, [...options, file, ...output], limits).catch(explain(tool, "poppler-utils"));
		return stdout;
	});
}

/** The text of a PDF in the order of its tags, without the figures: what a screen reader says, line ends as spaces. */
export function taggedText(structure: string): string {
	const lines = structure.split("\n");
	const kept: string[] = [];
	let figureDepth = Number.POSITIVE_INFINITY;
	for (const line of lines) {
		const depth = line.search(/\S/u);
		if (depth >= 0 && depth <= figureDepth) figureDepth = /^\s*Figure\b/u.test(line) ? depth : Number.POSITIVE_INFINITY;
		const text = /^\s*"(.*)"$/u.exec(line)?.[1];
		if (text !== undefined && figureDepth === Number.POSITIVE_INFINITY) kept.push(text);
	}
	return kept.join(" ");
}

function explain(tool: string, packageName: string): (error: unknown) => never {
	return (error) => {
		throw new Error(`${tool} could not be run. Where it is missing, install the package ${packageName}.`, {
			cause: error,
		});
	};
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
	const folder = await mkdtemp(join(tmpdir(), "throughline-document-"));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The tags of a PDF with their text, without attributes of layout: `TH /Scope /Column`, `P`, `"text"`. */
export function tagOutline(structure: string): string {
	const lines = structure.split("\n").filter((line) => !/^\s*\/(?!Scope|RowSpan|ColSpan|ListNumbering)/u.test(line));
	return lines.map((line) => line.replace(/ <U\w+>|(?<=Object) \d+ \d+/u, "").trimEnd()).join("\n");
}
