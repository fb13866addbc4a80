/**
 * The regularized incomplete beta function: the chance that a binomial count of `a + b - 1` trials is `a` or more when each succeeds
 * with chance `x`. For a and b above 0 and x from 0 to 1; ten digits for counts of hundreds of thousands.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	// The continued fraction converges fast on this side of the mean.
	return x < (a + 1) / (a + b + 2)
		? (front * continuedFraction(x, a, b)) / a
		: 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** Far more steps than counts of millions take. */
const mostSteps = 100_000;
const tiny = 1e-300;

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
	const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let result = d;
	for (let m = 1; m <= mostSteps; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		result *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		result *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return result;
}

/** The logarithm of the gamma function for values above 0: Stirling's series, from values moved up to where it is exact. */
function logGamma(value: number): number {
	let [shift, z] = [0, value];
	while (z < 15) {
		shift += Math.log(z);
		z += 1;
	}
	const inverse = 1 / (z * z);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z;
	return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
