import { writeZip } from "../../src/documents/zip/write-zip.ts";

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file as other programs write it: no styles, no marks; `body` is the XML of its body. */
export function plainWordFile(body: string): Promise<Uint8Array> {
	const part = (name: string, text: string) => ({ name, content: Buffer.from(text, "utf8") });
	return writeZip([
		part(
			"[Content_Types].xml",
			'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
		),
		part("word/document.xml", `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`),
	]);
}

export const line = (text: string, bold = false): string =>
	`<w:p>${text
		.split("\t")
		.map((piece) => `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${piece}</w:t></w:r>`)
		.join("<w:r><w:tab/></w:r>")}</w:p>`;

export const rows = (...cells: readonly (readonly string[])[]): string =>
	`<w:tbl>${cells
		.map(
			(row) =>
				`<w:tr>${row
					.map(
						(text) =>
							`<w:tc>${text
								.split("\n")
								.map((each) => line(each))
								.join("")}</w:tc>`,
					)
					.join("")}</w:tr>`,
		)
		.join("")}</w:tbl>`;
