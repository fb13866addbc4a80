import { MailNotSent } from "./mail-not-sent.ts";
import type { SmtpServerName } from "./smtp-settings.ts";

/** Turns what the mail library threw into a sentence for whoever runs the server. */
export function mailFault(error: unknown, server: SmtpServerName): MailNotSent {
	const { code, responseCode, response } = parts(error);
	const where = `The mail server ${server.host} (port ${server.port})`;
	const fault = (text: string, retry: boolean) => new MailNotSent(text, retry, { cause: error });
	if (code === "EAUTH") {
		return fault(`${where} did not take the user name and password of SMTP_URL. Correct them and restart.`, true);
	}
	if (code === "ETLS" || code === "ESTARTTLS") {
		return fault(
			`${where} could not be spoken to over TLS, so nothing was sent. Ask its administrator for a valid certificate, or correct SMTP_URL.`,
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
		`${where} could not be reached (${code ?? "unknown fault"}); the mail will be tried again. Check that it runs and that SMTP_URL names it.`,
		true,
	);
}

function parts(error: unknown): { code?: string; responseCode?: number; response?: string } {
	if (!(error instanceof Error)) return {};
	const { code, responseCode, response } = error as Error & Record<string, unknown>;
	return {
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
