import { counts, edgeCase, excluded, stay } from "./edge-case.ts";

/** 8.8, P4: re-entry. */
export const reentry = [
	edgeCase("93", "Adopted, back after three months", {
		removals: [stay("2021-02-01", "2022-12-01", "ADOPTION"), stay("2023-03-01")],
		expect: [excluded("P4")],
	}),
	edgeCase("94", "Exit December 1, 2022, re-entry November 30, 2023", {
		removals: [stay("2022-02-01", "2022-12-01"), stay("2023-11-30")],
		expect: [counts("P4", 1, 1)],
	}),
	edgeCase("95", "Exit December 1, 2022, re-entry on the anniversary", {
		removals: [stay("2022-02-01", "2022-12-01"), stay("2023-12-01")],
		expect: [counts("P4", 1, 0), counts("P4", 1, 1, "23A23B", { within12Months: "anniversary" })],
	}),
	edgeCase("96", "Re-entry dated before the exit", {
		removals: [stay("2022-02-01", "2023-03-10"), stay("2023-03-01")],
		expect: [excluded("P4")],
	}),
	edgeCase("97", "Two re-entries within 12 months", {
		removals: [stay("2022-02-01", "2022-11-01"), stay("2023-01-01", "2023-02-15"), stay("2023-05-01")],
		expect: [counts("P4", 1, 1), counts("P4", 2, 2, "23A23B", { p4MultipleExits: "every" })],
	}),
	edgeCase("98", "In care 3 days, reunified, back", {
		removals: [stay("2022-11-01", "2022-11-04"), stay("2023-04-01")],
		expect: [counts("P4", 1, 1), excluded("P1")],
	}),
];
