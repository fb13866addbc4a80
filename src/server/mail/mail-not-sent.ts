/**
 * A mail could not be sent. The message is for whoever runs the server and names no recipient and no password. When
 * `willHelpToRetry` is false the server refused this very mail for good and the queue should give it up.
 */
export class MailNotSent extends Error {
	override name = "MailNotSent";
	readonly willHelpToRetry: boolean;
	constructor(message: string, willHelpToRetry: boolean, options?: ErrorOptions) {
		super(message, options);
		this.willHelpToRetry = willHelpToRetry;
	}
}
