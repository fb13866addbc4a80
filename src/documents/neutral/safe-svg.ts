const ELEMENTS = new Set(
	"svg g path line circle ellipse rect polyline polygon text tspan title desc defs clipPath marker pattern".split(" "),
);
const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gu;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
const OUTSIDE = /url\(\s*['"]?(?!#)|@import|expression\(|javascript:|&#/iu;

/**
 * Whether a text is a drawing that may stand inside a page: one `svg` element made only of shapes and words, without
 * script, event handlers, embedded HTML, links, entities or anything fetched from elsewhere. Refuses what it does not
 * know.
 */
export function isSafeSvg(svg: string): boolean {
	const text = svg.trim();
	if (!text.startsWith("<svg") || !text.endsWith("</svg>")) return false;
	const open: string[] = [];
	let position = 0;
	for (const tag of text.matchAll(TAG)) {
		if (text.slice(position, tag.index).includes("<")) return false;
		position = tag.index + tag[0].length;
		if (!isSafeTag(tag, open)) return false;
		if (open.length === 0 && position !== text.length) return false;
	}
	return open.length === 0 && position === text.length;
}

function isSafeTag(tag: RegExpExecArray, open: string[]): boolean {
	const [, closing, name = "", attributes = "", selfClosing] = tag;
	if (!ELEMENTS.has(name)) return false;
	if (closing) return attributes === "" && open.pop() === name;
	for (const [, attribute = "", double, single] of attributes.matchAll(ATTRIBUTE)) {
		if (/^on|href$|^src$|^style$/iu.test(attribute) || OUTSIDE.test(double ?? single ?? "")) return false;
	}
	if (!selfClosing) open.push(name);
	return true;
}
