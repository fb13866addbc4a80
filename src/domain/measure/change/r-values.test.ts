import { describe, expect, it } from "vitest";
import { shareRatio } from "../disparity/share-ratio.ts";
import { rateRatio } from "./rate-ratio.ts";
import { shareDifference } from "./share-difference.ts";

// Values of R 4.2.2; how they were made is told in docs/indicators/change-and-disparity.md.
const rate = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("agrees with R", () => {
	// prop.test(x, n, correct = FALSE) for Wilson's intervals, put together by Newcombe's method 10.
	it.each([
		[56, 70, 48, 80, 0.0524314724, 0.333872654],
		[9, 10, 3, 10, 0.1705227239, 0.8090179735],
		[6, 7, 2, 7, 0.05822792748, 0.8062496375],
		[5, 56, 0, 29, -0.0381371479, 0.1925600139],
		[0, 10, 0, 20, -0.1611251581, 0.2775327999],
		[10, 10, 0, 10, 0.6075093504, 1],
		[2097, 4335, 2131, 4532, -0.007268791954, 0.03430452949],
		[380, 1000, 420, 1000, -0.08272594998, 0.002933400969],
		[61, 1069, 53, 1044, -0.01318647318, 0.02578950339],
		[33249, 88731, 29622, 67635, -0.06816238218, -0.05833928101],
	])("difference of %d of %d and %d of %d", (a, m, b, n, lower, upper) => {
		const found = shareDifference(rate(a, m), rate(b, n));
		expect(found.lower).toBeCloseTo(lower, 9);
		expect(found.upper).toBeCloseTo(upper, 9);
	});

	// pbinom and uniroot for mid-P; poisson.test for exact.
	it.each([
		[505, 2793763, 460, 2944566, 1.019789981, 1.313105637, 1.017744724, 1.31576005],
		[3001, 749111, 2927, 629125, 0.8183157867, 0.9060467797, 0.8180432615, 0.9063488146],
		[3313, 666930, 3103, 667420, 1.01741012, 1.122094929, 1.017096771, 1.12244118],
		[12, 51000, 25, 49000, 0.2239863454, 0.9090325599, 0.2111020198, 0.9525694576],
		[134, 1235735, 178, 1277015, 0.6209259366, 0.9729875413, 0.6170312467, 0.9789377286],
		[0, 1000, 8, 1200, 0, 0.5450585201, 0, 0.7029998102],
		[104926, 21008372, 129933, 27662668, 1.054707425, 1.072007627, 1.054698355, 1.072016838],
	])("ratio of %d in %d and %d in %d", (a, t, b, u, lower, upper, exactLower, exactUpper) => {
		const mid = rateRatio(rate(a, t), rate(b, u));
		expect([mid.lower, mid.upper].map((value) => Number(value.toPrecision(8)))).toEqual(
			[lower, upper].map((value) => Number(value.toPrecision(8))),
		);
		const exact = rateRatio(rate(a, t), rate(b, u), "exact");
		expect([exact.lower, exact.upper].map((value) => Number(value.toPrecision(8)))).toEqual(
			[exactLower, exactUpper].map((value) => Number(value.toPrecision(8))),
		);
	});

	// glm(family = binomial(link = "log")), confint.default.
	it.each([
		[120, 400, 300, 1500, 1.252028902, 1.797083115],
		[11, 60, 200, 900, 0.4770086689, 1.426860861],
		[2097, 4335, 2131, 4532, 0.9848759718, 1.074607873],
		[45, 50, 100, 300, 2.24445919, 3.247998463],
	])("ratio of the shares %d of %d and %d of %d", (a, m, b, n, lower, upper) => {
		const found = shareRatio(rate(a, m), rate(b, n));
		expect(found.lower).toBeCloseTo(lower, 6);
		expect(found.upper).toBeCloseTo(upper, 6);
	});
});
