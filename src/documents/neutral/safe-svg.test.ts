import { describe, expect, it } from "vitest";
import { isSafeSvg } from "./safe-svg.ts";

const wrap = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`;

describe("isSafeSvg", () => {
	it.each([
		["shapes", '<g fill="none"><path d="M0,0L1,1"/><circle cx="1" cy="2" r="3"></circle></g>'],
		["words", '<title>A &lt; B</title><text x="1">1 &amp; 2<tspan>3</tspan></text>'],
		["a reference to itself", '<defs><clipPath id="a"><rect width="1"/></clipPath></defs><g clip-path="url(#a)"/>'],
	])("takes %s", (_, inside) => {
		expect(isSafeSvg(wrap(inside))).toBe(true);
	});

	it.each([
		["script", "<script>alert(1)</script>"],
		["an event handler", '<g onload="alert(1)"/>'],
		["an event handler without quotes", "<g onload=alert(1) />"],
		["embedded HTML", "<foreignObject><p>x</p></foreignObject>"],
		["a link", '<a href="https://evil.example"><path d="M0,0"/></a>'],
		["use of another file", '<use href="https://evil.example/a.svg#b"/>'],
		["a picture", '<image href="https://evil.example/a.png"/>'],
		["a style sheet", "<style>@import url(https://evil.example)</style>"],
		["a style attribute", '<g style="background:url(https://evil.example)"/>'],
		["an outside filter", '<g fill="url(https://evil.example/#a)"/>'],
		["an animation", '<animate attributeName="href" to="javascript:alert(1)"/>'],
		["a comment", "<!-- x -->"],
		["CDATA", "<![CDATA[<script>]]>"],
		["a doctype", "<!DOCTYPE svg>"],
		["an unclosed element", "<g>"],
		["a stray closing", "</g>"],
		["a second root", "</svg><svg>"],
	])("refuses %s", (_, inside) => {
		expect(isSafeSvg(wrap(inside))).toBe(false);
	});

	it("refuses what is not one svg element", () => {
		for (const text of ["", "hello", "<p>x</p>", `${wrap("")}<script>x</script></svg>`, `x${wrap("")}`]) {
			expect(isSafeSvg(text), text).toBe(false);
		}
	});
});
