import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as the server took it. */
export type ReceivedMail = {
	readonly from: string;
	readonly to: readonly string[];
	/** The mail as it came over the wire. */
	readonly source: string;
	readonly user: string | undefined;
	readonly encrypted: boolean;
};

export interface SmtpTestServer {
	readonly port: number;
	readonly received: readonly ReceivedMail[];
	/** How many connections were opened. */
	readonly connections: () => number;
	close(): Promise<void>;
}

/** Starts a real mail server on a free port of this machine that keeps what it gets. For tests. */
export async function startSmtpTestServer(options: SMTPServerOptions = {}, port = 0): Promise<SmtpTestServer> {
	const received: ReceivedMail[] = [];
	let connections = 0;
	const server = new SMTPServer({
		authOptional: true,
		disableReverseLookup: true,
		// Kept connections are cut when the server stops.
		closeTimeout: 50,
		logger: false,
		onData: (stream, session, callback) => {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				const from = session.envelope.mailFrom;
				received.push({
					from: from ? from.address : "",
					to: session.envelope.rcptTo.map((each) => each.address),
					source: Buffer.concat(chunks).toString("utf8"),
					user: session.user,
					encrypted: session.secure,
				});
				callback();
			});
		},
		...options,
		onConnect: (session, callback) => {
			connections += 1;
			if (options.onConnect) options.onConnect(session, callback);
			else callback();
		},
	});
	server.on("error", () => undefined);
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => resolve());
	});
	const address = server.server.address();
	if (address === null || typeof address === "string") throw new Error("The test mail server has no port.");
	return {
		port: address.port,
		received,
		connections: () => connections,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

/** Headers of a mail, unfolded and decoded, names in lower case. */
export function mailHeaders(source: string): ReadonlyMap<string, string> {
	const head = source.split(/\r?\n\r?\n/, 1)[0] ?? "";
	const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
	return new Map(
		lines.map((line) => [
			line.slice(0, line.indexOf(":")).toLowerCase(),
			words(line.slice(line.indexOf(":") + 1).trim()),
		]),
	);
}

/** Decodes the encoded words of a header (RFC 2047, Q and UTF-8 only). */
function words(value: string): string {
	return value
		.replace(/\?= =\?UTF-8\?Q\?/g, "")
		.replace(/=\?UTF-8\?Q\?([^?]*)\?=/g, (_, text: string) => quotedPrintable(text.replaceAll("_", " ")));
}

function quotedPrintable(text: string): string {
	const bytes = text
		.replace(/=\r?\n/g, "")
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The text of one part of a mail, decoded, with plain line feeds. */
export function mailPart(source: string, type: "text/plain" | "text/html"): string {
	const boundary = /boundary="([^"]+)"/.exec(source)?.[1];
	if (!boundary) throw new Error("The mail has no parts.");
	const part = source.split(`--${boundary}`).find((each) => each.includes(`Content-Type: ${type}`));
	if (!part) throw new Error(`The mail has no part ${type}.`);
	const body = part.slice(part.search(/\r?\n\r?\n/)).trim();
	const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(part)?.[1]?.toLowerCase();
	const text =
		encoding === "base64"
			? Buffer.from(body, "base64").toString("utf8")
			: encoding === "quoted-printable"
				? quotedPrintable(body)
				: body;
	return text.replaceAll("\r\n", "\n");
}
