import { readZipDirectory, readZipEntry } from "../../src/documents/zip/read-zip.ts";
import { writeZip, type ZipContent } from "../../src/documents/zip/write-zip.ts";

type HostileFile = { readonly bytes: Uint8Array; readonly says: RegExp };

/** Files that must be refused, made from a good one, and what the refusal says. */
export async function hostileWordFiles(good: Uint8Array): Promise<Readonly<Record<string, HostileFile>>> {
	const parts = await Promise.all(
		readZipDirectory(good).map(async (entry) => ({ name: entry.name, content: await readZipEntry(good, entry) })),
	);
	const document = parts.find(({ name }) => name === "word/document.xml")?.content.toString("utf8") ?? "";
	const withPart = (name: string, content: string | Uint8Array): Promise<Uint8Array> => {
		const part: ZipContent = { name, content: typeof content === "string" ? Buffer.from(content, "utf8") : content };
		return writeZip([...parts.filter((each) => each.name !== name), part]);
	};
	const types = parts.find(({ name }) => name === "[Content_Types].xml")?.content.toString("utf8") ?? "";
	const entities = Array.from(
		{ length: 10 },
		(_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
	).join("");
	const compound = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
	return {
		"a bomb of entities": {
			bytes: await withPart(
				"word/document.xml",
				document.replace(/^(<\?xml[^>]*\?>)/u, `$1<!DOCTYPE d [<!ENTITY e0 "x">${entities}]>`),
			),
			says: /declares a document type/u,
		},
		"a file of the machine as an entity": {
			bytes: await withPart(
				"word/document.xml",
				document.replace(/^(<\?xml[^>]*\?>)/u, '$1<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
			),
			says: /declares a document type/u,
		},
		"a bomb of zeros": {
			bytes: await withPart("word/media/image1.png", new Uint8Array(60_000_000)),
			says: /times larger when unpacked/u,
		},
		"a text that never ends": {
			bytes: await withPart("word/document.xml", document.replace("<w:body>", `<w:body>${"<w:sdt>".repeat(2000)}`)),
			says: /nested too deeply/u,
		},
		"a text of 21 MB": {
			bytes: await withPart("word/document.xml", noise(21_000_000)),
			says: /would have 21 MB/u,
		},
		"a document with macros": {
			bytes: await withPart("word/vbaProject.bin", "macros"),
			says: /with macros/u,
		},
		"a document that may have macros": {
			bytes: await withPart(
				"[Content_Types].xml",
				types.replace("wordprocessingml.document.main+xml", "macroEnabled.main+xml"),
			),
			says: /with macros/u,
		},
		"100 MB": { bytes: new Uint8Array(100_000_000), says: /has 100 MB; at most 25 MB/u },
		"a part that leads out": { bytes: await withPart("../../etc/cron.d/x", "x"), says: /leads out of the file/u },
		"an old Word file": { bytes: compound, says: /old Word file \(\.doc\)/u },
		"a locked file": {
			bytes: Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]),
			says: /protected by a password/u,
		},
		"a picture": { bytes: Buffer.from("89504e470d0a1a0a", "hex"), says: /not a Word document/u },
		"an empty file": { bytes: new Uint8Array(), says: /not a Word document/u },
		"a zip of something else": {
			bytes: await writeZip([{ name: "notes.txt", content: Buffer.from("x") }]),
			says: /a zip file, not a Word document/u,
		},
		"an Excel workbook": {
			bytes: await writeZip([
				{ name: "[Content_Types].xml", content: Buffer.from("<Types/>") },
				{ name: "xl/workbook.xml", content: Buffer.from("<workbook/>") },
			]),
			says: /an Excel workbook/u,
		},
		"a file cut in half": { bytes: good.slice(0, good.length / 2), says: /damaged or was cut off/u },
		"broken XML": {
			bytes: await withPart("word/document.xml", document.slice(0, -40)),
			says: /damaged or was cut off/u,
		},
		"a Word file of another program": {
			bytes: await withPart(
				"word/document.xml",
				'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>',
			),
			says: /No text of this plan/u,
		},
	};
}

/** Text that does not pack well, so that its size alone is what is wrong with it. */
function noise(size: number): string {
	let state = 1;
	let text = "";
	while (text.length < size) {
		state = (state * 48_271) % 2_147_483_647;
		text += state.toString(36);
	}
	return text.slice(0, size);
}
