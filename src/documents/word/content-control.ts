import { FileChild, XmlComponent } from "docx";

/** An element of Word with attributes and children, for what the library has no class for. */
class Element extends XmlComponent {
	constructor(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlComponent[] = []) {
		super(name);
		if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes });
		for (const child of children) this.root.push(child);
	}
}

/**
 * A content control around whole paragraphs (ISO/IEC 29500-1, 17.5.2.29): Word shows its title where the text is clicked, and
 * keeps its tag when the text is typed anew. One that is `kept` cannot be deleted with its text.
 */
export class ContentControl extends FileChild {
	constructor(options: {
		readonly tag: string;
		readonly title: string;
		readonly kept: boolean;
		readonly children: readonly FileChild[];
	}) {
		super("w:sdt");
		this.root.push(
			new Element("w:sdtPr", {}, [
				new Element("w:alias", { "w:val": options.title.slice(0, 64) }),
				...(options.kept ? [new Element("w:lock", { "w:val": "sdtLocked" })] : []),
				new Element("w:tag", { "w:val": options.tag }),
			]),
			new Element("w:sdtContent", {}, options.children),
		);
	}
}
