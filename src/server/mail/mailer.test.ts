import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MailNotSent } from "./mail-not-sent.ts";
import { createMailer, type Mailer, type MailerOptions } from "./mailer.ts";
import { mailHeaders, mailPart, type SmtpTestServer, startSmtpTestServer } from "./testing/smtp-test-server.ts";

const message = {
	to: "ana.ruiz@county.example",
	subject: "Returned: Plan of the Año (Redwood)",
	text: "Hello Ana,\n\n„The reasons” – see https://plans.county.example/plans/1?x=2 and a line that is long enough to be folded somewhere.\n",
	html: "<p>Hello Ana,</p>",
};
const at = new Date("2026-11-23T16:05:09.120Z");

let folder: string;
let closing: (() => unknown)[];
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "throughline-mail-"));
	closing = [];
});
afterEach(async () => {
	for (const close of closing.reverse()) await close();
	await rm(folder, { recursive: true, force: true });
});

function mailer(smtpUrl: string | undefined, more: Partial<MailerOptions> = {}): Mailer {
	const made = createMailer({
		smtpUrl,
		from: "Throughline <no-reply@county.example>",
		outboxFolder: path.join(folder, "outbox"),
		clock: () => at,
		...more,
	});
	closing.push(() => made.close());
	return made;
}

async function server(...options: Parameters<typeof startSmtpTestServer>): Promise<SmtpTestServer> {
	const started = await startSmtpTestServer(...options);
	closing.push(() => started.close());
	return started;
}

async function faultOf(work: Promise<unknown>): Promise<MailNotSent> {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof MailNotSent)) throw new Error(`expected MailNotSent, got ${String(error)}`);
	return error;
}

describe("through a mail server", () => {
	test("the mail arrives as it was written, as text and as HTML", async () => {
		const smtp = await server({ disabledCommands: ["STARTTLS"] });
		await mailer(`smtp://127.0.0.1:${smtp.port}`).send(message);
		expect(smtp.received).toMatchObject([
			{ from: "no-reply@county.example", to: ["ana.ruiz@county.example"], user: undefined },
		]);
		const source = smtp.received[0]?.source ?? "";
		const headers = mailHeaders(source);
		expect(headers.get("from")).toBe("Throughline <no-reply@county.example>");
		expect(headers.get("to")).toBe("ana.ruiz@county.example");
		expect(headers.get("subject")).toBe(message.subject);
		expect(headers.get("date")).toBe("Mon, 23 Nov 2026 16:05:09 +0000");
		expect(headers.get("auto-submitted")).toBe("auto-generated");
		expect(mailPart(source, "text/plain")).toBe(message.text.trim());
		expect(mailPart(source, "text/html")).toBe(message.html);
	});

	test("many mails share at most two connections", async () => {
		const smtp = await server({ disabledCommands: ["STARTTLS"] });
		const one = mailer(`smtp://127.0.0.1:${smtp.port}`);
		await Promise.all(Array.from({ length: 20 }, () => one.send(message)));
		expect(smtp.received).toHaveLength(20);
		expect(smtp.connections()).toBeLessThanOrEqual(2);
	});

	test("signs in with the user name and password of SMTP_URL", async () => {
		const smtp = await server({
			authOptional: false,
			allowInsecureAuth: true,
			disabledCommands: ["STARTTLS"],
			onAuth: (auth, _, callback) =>
				auth.username === "county" && auth.password === "p@ss:word"
					? callback(null, { user: "county" })
					: callback(new Error("535 no")),
		});
		await mailer(`smtp://county:p%40ss%3Aword@127.0.0.1:${smtp.port}`).send(message);
		expect(smtp.received).toMatchObject([{ user: "county" }]);
		const wrong = mailer(`smtp://county:secret-guess@127.0.0.1:${smtp.port}`);
		const fault = await faultOf(wrong.send(message));
		expect(fault.message).toBe(
			`The mail server 127.0.0.1 (port ${smtp.port}) did not take the user name and password of SMTP_URL. Correct them and restart.`,
		);
		expect((await faultOf(wrong.check())).message).toBe(fault.message);
	});

	test("uses TLS when the server offers it, and does not send when the certificate is not trusted", async () => {
		// The certificate that the test server brings along is signed by nobody and ran out long ago.
		const smtp = await server();
		const fault = await faultOf(mailer(`smtp://127.0.0.1:${smtp.port}`).send(message));
		expect(fault.message).toMatch(/could not be spoken to over TLS \(\w+\), so nothing was sent/);
		expect(smtp.received).toEqual([]);
		await mailer(`smtp://127.0.0.1:${smtp.port}?tls=unverified`).send(message);
		expect(smtp.received).toMatchObject([{ encrypted: true }]);
	});

	test("does not send without TLS where it is asked for", async () => {
		const smtp = await server({ disabledCommands: ["STARTTLS"] });
		const fault = await faultOf(mailer(`smtp://127.0.0.1:${smtp.port}?tls=require`).send(message));
		expect(fault.message).toContain("could not be spoken to over TLS");
		expect(smtp.received).toEqual([]);
	});

	test.each([
		[550, "no such user <ana.ruiz@county.example>", false, "refused the mail for good"],
		[452, "too many mails", true, "cannot take the mail now"],
	])("a server that answers %i is told in plain words without the address", async (code, words, retry, expected) => {
		const smtp = await server({
			disabledCommands: ["STARTTLS"],
			onRcptTo: (_, __, callback) => callback(Object.assign(new Error(words), { responseCode: code })),
		});
		const fault = await faultOf(mailer(`smtp://127.0.0.1:${smtp.port}`).send(message));
		expect(fault.message).toContain(expected);
		expect(fault.message).toContain(words.replace(/<.*>/, "(address)"));
		expect(fault.message).not.toContain("ana.ruiz");
		expect(fault.willHelpToRetry).toBe(retry);
	});

	test("a server that is down: told in plain words, and the same mailer sends again once it is back", async () => {
		const first = await startSmtpTestServer({ disabledCommands: ["STARTTLS"] });
		const one = mailer(`smtp://127.0.0.1:${first.port}`);
		await one.send(message);
		await first.close();
		const fault = await faultOf(one.send(message));
		expect(fault.message).toMatch(
			/^The mail server 127\.0\.0\.1 \(port \d+\) could not be reached \(nothing answers there\); the/,
		);
		expect(fault.willHelpToRetry).toBe(true);
		await faultOf(one.check());
		const back = await server({ disabledCommands: ["STARTTLS"] }, first.port);
		await one.send(message);
		await one.check();
		expect(back.received).toHaveLength(1);
	});
});

describe("without a mail server", () => {
	test("each mail becomes a file that only the server's user can read", async () => {
		const one = mailer(undefined);
		await one.send(message);
		await one.send({ ...message, subject: "Second" });
		await one.check();
		const outbox = path.join(folder, "outbox");
		const files = (await readdir(outbox)).sort();
		expect(files).toHaveLength(2);
		for (const file of files) expect(file).toMatch(/^2026-11-23T160509\.120Z-[0-9a-f-]{36}\.eml$/);
		const file = path.join(outbox, files[0] ?? "");
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(outbox)).mode & 0o777).toBe(0o700);
		const source = await readFile(file, "utf8");
		expect(mailHeaders(source).get("to")).toBe("ana.ruiz@county.example");
		expect(mailPart(source, "text/plain")).toBe(message.text.trim());
		expect(one.destination).toBe(`the folder ${outbox}`);
	});

	test("a folder that cannot be written to is told in plain words", async () => {
		const outboxFolder = path.join(folder, "a-file", "outbox");
		await writeFile(path.join(folder, "a-file"), "");
		const fault = await faultOf(mailer(undefined, { outboxFolder }).send(message));
		expect(fault.message).toContain(`could not be written to the folder ${outboxFolder}`);
		expect(fault.willHelpToRetry).toBe(true);
	});
});

test.each(["", "ana", "a@b.example, c@d.example", "Ana <a@b.example>", "a@b.example\r\nBcc: c@d.example"])(
	"%j is not one address, and nothing is sent",
	async (to) => {
		const smtp = await server({ disabledCommands: ["STARTTLS"] });
		const fault = await faultOf(mailer(`smtp://127.0.0.1:${smtp.port}`).send({ ...message, to }));
		expect(fault.willHelpToRetry).toBe(false);
		expect(smtp.received).toEqual([]);
	},
);

test("no part of a mail can begin another header", async () => {
	const smtp = await server({ disabledCommands: ["STARTTLS"] });
	await mailer(`smtp://127.0.0.1:${smtp.port}`).send({
		...message,
		subject: "Plan\r\nBcc: c@d.example\r\n\r\nbody",
		text: "x\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n",
	});
	expect(smtp.received).toHaveLength(1);
	const headers = mailHeaders(smtp.received[0]?.source ?? "");
	expect(headers.has("bcc")).toBe(false);
	expect(headers.get("subject")).toContain("Bcc: c@d.example");
});
