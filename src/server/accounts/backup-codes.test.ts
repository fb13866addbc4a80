import { expect, test } from "vitest";
import { asBackupCode, makeBackupCodes } from "./backup-codes.ts";

test("makes ten different codes without characters that look alike", () => {
	const codes = makeBackupCodes();
	expect(new Set(codes).size).toBe(10);
	for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
});

test.each(["k7mq2-x9fhd", "K7MQ2X9FHD", " k7mq2 – x9fhd ", "k7-mq2x9-fhd"])(
	"%j is read as the code on the list",
	(typed) => {
		expect(asBackupCode(typed)).toBe("k7mq2-x9fhd");
	},
);
