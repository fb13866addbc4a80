import { expect, test } from "vitest";
import { SmtpUrlInvalid, smtpSettings } from "./smtp-settings.ts";

test.each([
	["smtp://mail.county.example", { port: 587, secure: false, requireTLS: false }],
	["smtp://mail.county.example:25", { port: 25, secure: false, requireTLS: false }],
	["smtp://mail.county.example:25?tls=require", { port: 25, secure: false, requireTLS: true }],
	["smtp://mail.county.example:25?tls=unverified", { requireTLS: false, tls: { rejectUnauthorized: false } }],
	["smtps://mail.county.example", { port: 465, secure: true, requireTLS: false }],
	["smtp://u:p@mail.county.example", { requireTLS: true, auth: { user: "u", pass: "p" } }],
	[
		"smtp://u%40county.example:p%25@localhost:2525",
		{ requireTLS: false, auth: { user: "u@county.example", pass: "p%" } },
	],
	["smtp://[::1]:2525", { host: "::1", port: 2525 }],
])("%s", (url, expected) => {
	expect(smtpSettings(url).options).toMatchObject(expected);
});

test.each([
	"mail.county.example:587",
	"https://mail.county.example",
	"smtp://",
	"smtp:secret",
	"smtp://u:100%secret@x",
])("%s is refused without repeating it", (url) => {
	const read = () => smtpSettings(url);
	expect(read).toThrow(SmtpUrlInvalid);
	expect(read).toThrow("Expected smtp://user:password@mail.county.example:587");
	expect(read).not.toThrow("secret");
});

test("a word for tls that is not known is refused", () => {
	expect(() => smtpSettings("smtp://mail.county.example?tls=off")).toThrow(
		"only tls=require and tls=unverified are known",
	);
});
