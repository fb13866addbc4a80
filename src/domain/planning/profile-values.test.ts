import fc from "fast-check";
import { expect, it } from "vitest";
import { profileValue } from "./profile-values.ts";

const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });

it("MS-33: counts of 1 to 10 are never shown, and no single hidden group can be worked out from a total", () => {
	fc.assert(
		fc.property(counts, fc.constantFrom("children", "people", "households"), (values, unit) => {
			const shown = profileValue({ groups: values.map((_, index) => `Group ${index}`), values, unit });
			expect(shown.map(({ label }) => label)).toEqual(values.map((_, index) => `Group ${index}`));
			for (const { value } of shown) expect(value === null || value === 0 || value > 10).toBe(true);
			const hidden = shown.filter(({ value }) => value === null).length;
			const others = values.filter((value) => value > 10).length;
			if (others > 0) expect(hidden).not.toBe(1);
			if (!values.some((value) => value > 0 && value <= 10)) expect(hidden).toBe(0);
		}),
	);
});

it("MS-34: percent and dollars of a published source are shown as they are", () => {
	const table = { groups: ["North", "South"], values: [4, 9.5] };
	expect(profileValue({ ...table, unit: "percent" }).map(({ value }) => value)).toEqual([4, 9.5]);
	expect(profileValue({ ...table, unit: "dollars" }).map(({ value }) => value)).toEqual([4, 9.5]);
});
