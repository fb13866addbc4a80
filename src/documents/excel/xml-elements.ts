const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The attributes of every element of a name in a part of a workbook, in order, whatever its prefix. */
export function elementAttributes(xml: string, name: string): ReadonlyMap<string, string>[] {
	const tag = new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, "gu");
	return [...xml.matchAll(tag)].map(
		([, attributes = ""]) =>
			new Map(
				[...attributes.matchAll(ATTRIBUTE)].map(([, key = "", double, single]) => [
					key,
					decode(double ?? single ?? ""),
				]),
			),
	);
}

function decode(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex, decimal, name) => {
		if (name !== undefined) return NAMED[name] ?? whole;
		const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

/** The same part without a prefix on the names of its elements: some programs write `x:row` for `row`. */
export function withoutPrefix(xml: string): string {
	const [, prefix] = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<([\w.-]+):[\w.-]+[\s>]/u.exec(xml) ?? [];
	if (prefix === undefined) return xml;
	return xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}
