import { afterAll, beforeAll, describe, test } from "vitest";
import type { RunningProgram } from "../support/running-program.ts";
import { walkAccounts } from "./forms-account.ts";
import { handOf, type Way, ways } from "./forms-hand.ts";
import { type AccountStory, startAccountInstallation } from "./forms-installation.ts";

const stories: Readonly<Record<Way, AccountStory>> = {
	"by keyboard alone": {
		admin: { name: "Colleen Rourke", email: "colleen@halcyon.example" },
		person: { name: "Samuel Ito", email: "samuel@birch.example" },
	},
	"with script switched off": {
		admin: { name: "Glenn Mabry", email: "glenn@halcyon.example" },
		person: { name: "Paulette Granger", email: "paulette@birch.example" },
	},
};

describe("the forms of accounts and people, from the first mail to the end of access", () => {
	let program: RunningProgram;
	beforeAll(async () => {
		program = await startAccountInstallation(Object.values(stories));
	}, 240_000);
	afterAll(() => program?.stop());

	test.each(ways)(
		"are done %s",
		async (way) => {
			await walkAccounts(stories[way], program, handOf(way, program.url));
		},
		300_000,
	);
});
