import { MailNotSent } from "./mail-not-sent.ts";
import type { SmtpServerName } from "./smtp-settings.ts";

/** Turns what the mail library threw into a sentence for whoever runs the server. */
export function mailFault(error: unknown, server: SmtpServerName): MailNotSent {
	const { code, cause, responseCode, response } = parts(error);
	const where = `The mail server ${server.host} (port ${server.port})`;
	const fault = (text: string, retry: boolean) => new MailNotSent(text, retry, { cause: error });
	if (code === "EAUTH") {
		return fault(`${where} did not take the user name and password of SMTP_URL. Correct them and restart.`, true);
	}
	if (code === "ETLS" || tlsCauses.test(cause)) {
		return fault(
			`${where} could not be spoken to over TLS (${cause}), so nothing was sent. Ask its administrator for a valid certificate, make its authority known by NODE_EXTRA_CA_CERTS, or add ?tls=unverified to SMTP_URL if the way to it is safe.`,
			true,
		);
	}
	if (responseCode !== undefined) {
		const said = `It answered: ${oneLine(response ?? String(responseCode))}`;
		return responseCode >= 500
			? fault(`${where} refused the mail for good. ${said}`, false)
			: fault(`${where} cannot take the mail now; it will be tried again. ${said}`, true);
	}
	return fault(
		`${where} could not be reached (${reasons[cause] ?? cause}); the mail will be tried again. Check that it runs and that SMTP_URL names it.`,
		true,
	);
}

/** Codes of Node and OpenSSL for certificates and handshakes. */
const tlsCauses = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_)/;

const reasons: Readonly<Record<string, string>> = {
	ECONNREFUSED: "nothing answers there",
	ENOTFOUND: "its name is not known",
	EAI_AGAIN: "its name could not be looked up",
	ETIMEDOUT: "it did not answer in time",
	ECONNRESET: "it broke the connection off",
	EHOSTUNREACH: "there is no way to it on the network",
};

function parts(error: unknown): { code?: string; cause: string; responseCode?: number; response?: string } {
	if (!(error instanceof Error)) return { cause: "unknown fault" };
	const { code, originalCode, responseCode, response } = error as Error & Record<string, unknown>;
	return {
		cause: String(originalCode ?? code ?? "unknown fault"),
		...(typeof code === "string" ? { code } : {}),
		...(typeof responseCode === "number" ? { responseCode } : {}),
		...(typeof response === "string" ? { response } : {}),
	};
}

/** The server's own words, on one line and without the addresses that such answers like to repeat. */
function oneLine(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, "(address)")
		.slice(0, 200);
}
