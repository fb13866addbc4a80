import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import type { MailMessage } from "../mail-message.ts";
import { accountInvitationMessage } from "./account-invitation.ts";
import { oneLine } from "./mail-text.ts";
import { passwordResetMessage } from "./password-reset.ts";
import { planAcceptedMessage } from "./plan-accepted.ts";
import { planReturnedMessage } from "./plan-returned.ts";
import { planSubmittedMessage } from "./plan-submitted.ts";
import { signInChangedMessage } from "./sign-in-changed.ts";

const { DOMParser } = new JSDOM("").window;
const parse = (mail: MailMessage) => new DOMParser().parseFromString(mail.html, "text/html");

const plan = {
	to: "ana@county.example",
	name: "Ana Ruiz",
	planTitle: "System Improvement Plan 2026-2029",
	jurisdictionName: "Redwood County",
	byName: "Sam Ito",
	link: "https://plans.county.example/plans/7",
};

test("a plan that was returned carries every reason, in text and in HTML", () => {
	const mail = planReturnedMessage({ ...plan, reasons: ["Goal 1.0 has no measure.", "Name the owner of 1.1.2."] });
	expect(mail).toMatchObject({
		to: "ana@county.example",
		subject: "Returned: System Improvement Plan 2026-2029 (Redwood County)",
	});
	expect(mail.text).toBe(`Hello Ana Ruiz,

Sam Ito returned "System Improvement Plan 2026-2029" of Redwood County. What was submitted is kept as it was. The reasons:

- Goal 1.0 has no measure.
- Name the owner of 1.1.2.

Open the plan, choose Revise the plan, and submit it again when it is ready.

Open the plan:
https://plans.county.example/plans/7

This mail was sent by Throughline. Nobody reads answers to this address.
`);
	const page = parse(mail);
	expect([...page.querySelectorAll("li")].map((item) => item.textContent)).toEqual([
		"Goal 1.0 has no measure.",
		"Name the owner of 1.1.2.",
	]);
	expect(page.querySelector("a")?.getAttribute("href")).toBe("https://plans.county.example/plans/7");
});

test("a plan is not returned without a reason", () => {
	expect(() => planReturnedMessage({ ...plan, reasons: ["  "] })).toThrow("at least one reason");
	expect(() => planReturnedMessage({ ...plan, reasons: [] })).toThrow("at least one reason");
});

test("the subjects say what happened to which plan", () => {
	expect(planSubmittedMessage(plan).subject).toBe("Submitted: System Improvement Plan 2026-2029 (Redwood County)");
	expect(planAcceptedMessage(plan).subject).toBe("Accepted: System Improvement Plan 2026-2029 (Redwood County)");
});

test("links are http or https and nothing else", () => {
	expect(() => planSubmittedMessage({ ...plan, link: "javascript:alert(1)" })).toThrow("https://");
	expect(() => planSubmittedMessage({ ...plan, link: "/plans/7" })).toThrow();
});

describe("whatever people type", () => {
	const typed = fc.oneof(
		fc.string({ unit: "binary", maxLength: 60 }),
		fc.constantFrom(
			"\r\nBcc: evil@evil.example\r\n\r\n",
			'<script>alert(1)</script>"><img src=x onerror=alert(1)>',
			"</title><base href=//evil.example>",
			"\u2028\u2029\u0085\u202eevil",
			"&lt;b&gt; &amp; '",
		),
	);
	const anyMail = fc.record({ name: typed, title: typed, place: typed, by: typed, reason: typed }).chain((words) => {
		const about = {
			...plan,
			name: words.name,
			planTitle: words.title,
			jurisdictionName: words.place,
			byName: words.by,
		};
		const link = { to: plan.to, name: words.name, link: plan.link };
		return fc.constantFrom<MailMessage>(
			planSubmittedMessage(about),
			planAcceptedMessage(about),
			planReturnedMessage({ ...about, reasons: [words.reason, "x"] }),
			passwordResetMessage({ ...link, minutes: 60 }),
			accountInvitationMessage({ ...link, days: 3 }),
			signInChangedMessage({ ...link, change: "app-off" }),
		);
	});

	test("subjects stay one line, and HTML holds no element or attribute that we did not write", () => {
		fc.assert(
			fc.property(anyMail, (mail) => {
				expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
				expect(Array.from(mail.subject).length).toBeLessThanOrEqual(200);
				const page = parse(mail);
				const names = new Set([...page.querySelectorAll("*")].map((element) => element.localName));
				const ours = ["html", "head", "meta", "title", "body", "p", "a", "br", "ul", "li"];
				expect([...names].filter((name) => !ours.includes(name))).toEqual([]);
				expect([...page.querySelectorAll("a")].every((a) => a.href === plan.link)).toBe(true);
				expect(page.querySelectorAll("[onerror], [onclick], img, base")).toHaveLength(0);
			}),
			{ seed: 20261123, numRuns: 100 },
		);
	});

	test("words survive: the HTML shows the same text as the plain part", () => {
		const title = `Plan "A" & <B> – it's ½ done`;
		const mail = planAcceptedMessage({ ...plan, planTitle: title });
		expect(mail.text).toContain(`Sam Ito accepted "${title}" of Redwood County.`);
		expect(parse(mail).body.textContent).toContain(`accepted "${title}" of Redwood County.`);
	});

	test("a long line is cut between characters", () => {
		expect(oneLine("😀".repeat(300), 10)).toBe(`${"😀".repeat(9)}…`);
		expect(oneLine("a\r\n\tb")).toBe("a b");
	});
});
