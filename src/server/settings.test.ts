import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, SettingsError, settingNames } from "./settings.ts";

const read = (environment: Record<string, string>) => readSettings(environment, "/srv/throughline");

describe("settings", () => {
	it("have a default each", () => {
		expect(read({})).toEqual({
			port: 3000,
			host: "localhost",
			dataDir: "/srv/throughline/data",
			databaseUrl: undefined,
			practice: true,
			baseUrl: "http://localhost:3000",
			smtpUrl: undefined,
			mailFrom: "Throughline <no-reply@localhost>",
			milestoneMails: { hour: 14, daysBefore: 14 },
			oidc: undefined,
			secret: undefined,
		});
	});

	it("count as not set when they are empty", () => {
		const empty = Object.fromEntries(settingNames.map((name) => [name, ""]));
		expect(read(empty)).toEqual(read({}));
	});

	it("say when owners of milestones get their mail, or that they get none", () => {
		const of = (MILESTONE_MAIL_HOUR: string) => read({ MILESTONE_MAIL_HOUR }).milestoneMails.hour;
		expect([of("0"), of("7"), of("23"), of("off")]).toEqual([0, 7, 23, "off"]);
		expect(() => of("24")).toThrow("MILESTONE_MAIL_HOUR");
		expect(() => read({ MILESTONE_MAIL_DAYS: "0" })).toThrow("from 1 to 90");
	});

	it("give an address that people can go to", () => {
		const addressOf = (environment: Record<string, string>) => read(environment).baseUrl;
		expect(addressOf({ HOST: "0.0.0.0", PORT: "8080" })).toBe("http://localhost:8080");
		expect(addressOf({ HOST: "::1" })).toBe("http://[::1]:3000");
		expect(addressOf({ HOST: "10.0.0.7", PORT: "80" })).toBe("http://10.0.0.7");
		expect(addressOf({ BASE_URL: "https://Plans.County.example/" })).toBe("https://plans.county.example");
	});

	const faults: readonly (readonly [Record<string, string>, RegExp])[] = [
		[{ PORT: "many" }, /^PORT is "many": expected a port number, for example 3000\.$/],
		[{ PORT: "-1" }, /^PORT is "-1": expected a port number from 0 to 65535\.$/],
		[{ THROUGHLINE_PRACTICE: "yes" }, /^THROUGHLINE_PRACTICE is "yes": expected 0 or 1\.$/],
		[{ BASE_URL: "plans.county.example" }, /^BASE_URL is "plans\.county\.example": expected an address such as https:/],
		[{ BASE_URL: "ftp://plans.county.example" }, /expected an address such as https:/],
		[{ BASE_URL: "https://county.example/plans" }, /expected an address without a path/],
		[{ THROUGHLINE_SECRET: "short" }, /^THROUGHLINE_SECRET cannot be used: expected at least 32 characters\.$/],
		[{ OIDC_CLIENT_ID: "x" }, /^Single sign-on needs all three/],
		[{ PORT: "x", THROUGHLINE_PRACTICE: "y" }, /^PORT .*\. THROUGHLINE_PRACTICE .*\.$/],
	];
	for (const [environment, words] of faults) {
		it(`are refused with what was expected: ${JSON.stringify(environment)}`, () => {
			expect(() => read(environment)).toThrow(SettingsError);
			expect(() => read(environment)).toThrow(words);
		});
	}

	it("never show a secret when they are refused", () => {
		expect(() => read({ THROUGHLINE_SECRET: "sesame" })).toThrow(/^(?!.*sesame).*at least 32 characters\.$/);
		expect(() => read({ DATABASE_URL: "mysql://user:sesame@host/x" })).toThrow('DATABASE_URL is "mysql://...@host/x"');
	});

	it("are all in the guide", () => {
		const guide = readFileSync(path.resolve(import.meta.dirname, "../../docs/guides/settings.md"), "utf8");
		expect(settingNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
	});
});
