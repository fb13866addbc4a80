/** An export or import cannot go on. The message says what is wrong and what to do; nothing was half-taken. */
export class ExchangeError extends Error {
	override name = "ExchangeError";
}
