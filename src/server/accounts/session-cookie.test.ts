import { makeSignature } from "better-auth/crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findCookie, findSignedToken, onlyCookie } from "./session-cookie.ts";

const secret = "a secret for tests, long enough 0123456789";

/** As better-auth writes it: token and signature, encoded together. */
async function signedCookie(name: string, token: string): Promise<string> {
	return `${name}=${encodeURIComponent(`${token}.${await makeSignature(token, secret)}`)}`;
}

test("reads what better-auth signs, whatever the token", async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ minLength: 1, unit: "grapheme" }), async (token) => {
			const header = await signedCookie("throughline.session_token", token);
			expect(findSignedToken(findCookie(header, "throughline.session_token"), secret)).toBe(token);
		}),
		{ seed: 20261123, numRuns: 300 },
	);
});

test("a value that was changed in any one place is not ours", async () => {
	const value = findCookie(await signedCookie("c", "abcdefgh"), "c") ?? "";
	for (let at = 0; at < value.length; at += 1) {
		const changed = `${value.slice(0, at)}${value[at] === "A" ? "B" : "A"}${value.slice(at + 1)}`;
		expect([at, findSignedToken(changed, secret)]).toEqual([at, undefined]);
	}
	for (const odd of [undefined, "", ".", "a", "a.", `.${value}`, `${value}=`, `${value} `]) {
		expect([odd, findSignedToken(odd, secret)]).toEqual([odd, undefined]);
	}
});

test("finds the first cookie of exactly this name", () => {
	expect(findCookie("xa=1; a=2; a=3", "a")).toBe("2");
	expect(findCookie("a=b=c", "a")).toBe("b=c");
	expect(findCookie("a", "a")).toBeUndefined();
	expect(findCookie(undefined, "a")).toBeUndefined();
	expect(findCookie("a=%zz", "a")).toBeUndefined();
});

test("passes on one cookie and no other", () => {
	expect(onlyCookie("a=1; b=x%3By; c=3", "b")).toBe("b=x%3By");
	expect(onlyCookie("a=1", "b")).toBeUndefined();
});
