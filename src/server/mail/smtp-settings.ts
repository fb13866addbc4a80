import type SMTPPool from "nodemailer/lib/smtp-pool/index.js";

/** Where the mail server is, for sentences about it. */
export type SmtpServerName = { readonly host: string; readonly port: number };

type SmtpSettings = { readonly server: SmtpServerName; readonly options: SMTPPool.Options };

/** `SMTP_URL` cannot be used. The message repeats nothing of it, as it may hold a password. */
export class SmtpUrlInvalid extends Error {
	override name = "SmtpUrlInvalid";
}

const example = "Expected smtp://user:password@mail.county.example:587, or smtps:// for a server that begins with TLS.";

/**
 * Reads `SMTP_URL`. `smtp` means port 587 (RFC 6409) and TLS by STARTTLS when the server offers it; `smtps` means port
 * 465 and TLS from the start. With a user name TLS is required, so that a password never travels in the clear, except
 * to this very machine. `?tls=require` requires it without a user name too; `?tls=unverified` takes any certificate, for
 * a relay inside the agency's network that has made its own.
 */
export function smtpSettings(smtpUrl: string): SmtpSettings {
	let url: URL;
	try {
		url = new URL(smtpUrl);
	} catch {
		throw new SmtpUrlInvalid(`SMTP_URL is not an address. ${example}`);
	}
	if ((url.protocol !== "smtp:" && url.protocol !== "smtps:") || url.hostname === "") {
		throw new SmtpUrlInvalid(`SMTP_URL does not begin with smtp:// or smtps:// and a server name. ${example}`);
	}
	const secure = url.protocol === "smtps:";
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const port = url.port === "" ? (secure ? 465 : 587) : Number(url.port);
	const hasUser = url.username !== "";
	const tls = url.searchParams.get("tls");
	if (tls !== null && tls !== "require" && tls !== "unverified") {
		throw new SmtpUrlInvalid(`SMTP_URL says tls=${tls.slice(0, 20)}; only tls=require and tls=unverified are known.`);
	}
	return {
		server: { host, port },
		options: {
			pool: true,
			host,
			port,
			secure,
			requireTLS: !secure && (tls === "require" || (hasUser && !isThisMachine(host))),
			...(hasUser ? { auth: { user: decode(url.username), pass: decode(url.password) } } : {}),
			...(tls === "unverified" ? { tls: { rejectUnauthorized: false } } : {}),
			maxConnections: 2,
			connectionTimeout: 10_000,
			greetingTimeout: 10_000,
			socketTimeout: 30_000,
		},
	};
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		throw new SmtpUrlInvalid(
			`The user name or password in SMTP_URL holds a % that is not followed by two digits. Write % as %25. ${example}`,
		);
	}
}

function isThisMachine(host: string): boolean {
	return host === "localhost" || host === "::1" || host.startsWith("127.");
}
