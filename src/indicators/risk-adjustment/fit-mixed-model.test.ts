import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fitMixedModel } from "./fit-mixed-model.ts";
import type { MixedModelData } from "./mixed-model.ts";

/** Rows are group, age category, the group's further covariate if any, numerator, exposure. */
type Case = {
	readonly name: string;
	readonly family: MixedModelData["family"];
	readonly groups: number;
	readonly covariates: readonly string[];
	readonly rows: readonly (readonly number[])[];
	readonly expected: {
		readonly fixedEffects: readonly number[];
		readonly standardDeviation: number;
		readonly modes: readonly number[];
		readonly variances: readonly number[];
	};
};

const folder = path.join(import.meta.dirname, "cases");
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Case);

function dataOf({ family, groups, covariates, rows }: Case): MixedModelData {
	return {
		family,
		groups,
		rows: rows.map((row) => ({
			group: row[0] ?? 0,
			covariates: covariates.map((name, index) => (name === "z" ? (row[2] ?? 0) : index === row[1] ? 1 : 0)),
			numerator: row.at(-2) ?? 0,
			exposure: row.at(-1) ?? 0,
		})),
	};
}

/** Four digits after the point, or of the number where it is smaller. */
function expectClose(found: readonly number[], expected: readonly number[]): void {
	expect(found).toHaveLength(expected.length);
	const far = expected.flatMap((value, index) => {
		const difference = Math.abs((found[index] ?? Number.NaN) - value);
		return difference < 5e-5 ? [] : [{ index, value, found: found[index] }];
	});
	expect(far).toEqual([]);
}

describe("fitMixedModel", () => {
	it.each(cases)("agrees with lme4 to four digits: $name", (each) => {
		const fit = fitMixedModel(dataOf(each));
		expectClose(fit.fixedEffects, each.expected.fixedEffects);
		expectClose([fit.standardDeviation], [each.expected.standardDeviation]);
		expectClose(
			fit.groupEffects.map(({ mode }) => mode),
			each.expected.modes,
		);
		expectClose(
			fit.groupEffects.map(({ variance }) => variance),
			each.expected.variances,
		);
	});

	it("refuses a covariate without events in plain words", () => {
		const row = { group: 0, covariates: [1], numerator: 0, exposure: 20 };
		expect(() => fitMixedModel({ family: "binomial", groups: 2, rows: [row, { ...row, group: 1 }] })).toThrow(
			/Join it to another/u,
		);
	});
});
