import type { MailMessage } from "../mail-message.ts";

/** One piece of a mail, written once and rendered as text and as HTML. */
export type MailBlock =
	| { readonly kind: "paragraph"; readonly text: string }
	| { readonly kind: "list"; readonly items: readonly string[] }
	| { readonly kind: "link"; readonly label: string; readonly url: string };

type MailContent = {
	readonly to: string;
	readonly subject: string;
	readonly blocks: readonly MailBlock[];
};

/**
 * Renders a mail. What people typed is plain text in it: it is escaped in HTML, and the subject is one line without
 * control characters, so that no text can begin another header.
 */
export function renderMail(content: MailContent): MailMessage {
	return {
		to: content.to,
		subject: oneLine(content.subject),
		text: `${content.blocks.map(asText).join("\n\n")}\n\n${signature}\n`,
		html: asPage(oneLine(content.subject), content.blocks.map(asHtml).join("\n")),
	};
}

/** A text on one line: control characters, line breaks and direction marks become spaces; at most `most` characters. */
export function oneLine(text: string, most = 200): string {
	const line = text
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ")
		.replace(/ +/g, " ")
		.trim();
	const characters = Array.from(line);
	return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}

const signature = "This mail was sent by Throughline. Nobody reads answers to this address.";

function asText(block: MailBlock): string {
	switch (block.kind) {
		case "paragraph":
			return oneLine(block.text, 5000);
		case "list":
			return block.items.map((item) => `- ${oneLine(item, 5000)}`).join("\n");
		case "link":
			return `${oneLine(block.label)}:\n${webAddress(block.url)}`;
	}
}

function asHtml(block: MailBlock): string {
	switch (block.kind) {
		case "paragraph":
			return `<p>${escapeHtml(oneLine(block.text, 5000))}</p>`;
		case "list":
			return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(oneLine(item, 5000))}</li>`).join("\n")}\n</ul>`;
		case "link": {
			const url = escapeHtml(webAddress(block.url));
			return `<p><a href="${url}">${escapeHtml(oneLine(block.label))}</a><br>${url}</p>`;
		}
	}
}

/** The address as given when it is http or https. Throws otherwise: links are made by the program, never by people. */
function webAddress(url: string): string {
	const parsed = new URL(url);
	if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
		throw new TypeError("A link in a mail must begin with https:// or http://.");
	}
	return parsed.href;
}

function asPage(title: string, body: string): string {
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">
${body}
<p>${signature}</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}
