/** What was asked of the indicators cannot be answered: an unknown window, option or group. The message is for who asked. */
export class IndicatorRequestError extends Error {
	override name = "IndicatorRequestError";
}
