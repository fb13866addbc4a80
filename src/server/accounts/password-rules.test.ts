import { expect, test } from "vitest";
import { findPasswordFault } from "./password-rules.ts";

const about = { email: "maria.delgado@redwood.example", name: "Maria Delgado" };

test.each([
	["seven quiet herons at dusk", undefined],
	["correct horse battery", undefined],
	["Maria likes nine otters", undefined],
	["пятнадцать букв", undefined],
	["fourteen chars", "has 14 characters and needs at least 15"],
	["x".repeat(129), "at most 128 are taken"],
	["abcabcabcabcabcabc", "repeats the same few characters"],
	["               ", "repeats the same few characters"],
	["Throughline2026!", "mostly your name"],
	["MariaDelgado1234", "mostly your name"],
	["maria.delgado@redwood.example", "mostly your name"],
	["passwordpassword", "mostly your name"],
	["Ｐａｓｓｗｏｒｄ１２３４５６７", "mostly your name"],
])("%s", (password, fault) => {
	if (fault === undefined) expect(findPasswordFault(password, about)).toBeUndefined();
	else expect(findPasswordFault(password, about)).toContain(fault);
});
