import type { Pool } from "pg";
import type { MailMessage } from "../mail/mail-message.ts";

/** How long a session lasts, in the units that the names say. */
export type SessionLimits = {
	/** Minutes without a request until the session ends. */
	readonly idleMinutes: number;
	/** Hours from sign-in until the session ends, whatever happens in it. */
	readonly absoluteHours: number;
	/** Minutes before either end at which the person is warned. */
	readonly warnMinutes: number;
};

/** Single sign-on by OpenID Connect. */
export type OidcOptions = {
	/** Issuer address, for example `https://login.county.example`. `http` only for a provider on this machine. */
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What people call the service, for example "County single sign-on". */
	readonly label: string;
	/**
	 * Take the provider's e-mail address although it does not say that it is verified. Only for a provider whose
	 * addresses are given out by the agency alone (a single-tenant Microsoft Entra ID says nothing about them).
	 */
	readonly acceptUnverifiedEmail?: boolean;
};

/** Where what happens is written. Details never hold passwords, codes, tokens or e-mail addresses. */
export type AccountsLogger = {
	info(message: string, details?: Readonly<Record<string, unknown>>): void;
	warn(message: string, details?: Readonly<Record<string, unknown>>): void;
	error(message: string, details?: Readonly<Record<string, unknown>>): void;
};

export type AccountsOptions = {
	/** Connections under role `throughline_accounts`. */
	readonly pool: Pool;
	/** At least 32 random characters, the same for ever. It encrypts the secrets of authenticator apps: keep it apart from backups. */
	readonly secret: string;
	/** Address under which browsers reach the server, without a path, for example `https://plans.county.example`. */
	readonly baseUrl: string;
	/** Hands a mail over, best to the queue. What it throws is logged; the person is told nothing of it. */
	readonly sendMail: (message: MailMessage) => Promise<void>;
	readonly clock: () => Date;
	readonly limits: SessionLimits;
	readonly oidc?: OidcOptions | undefined;
	/** A practice installation: people may be signed in without a password. */
	readonly practice?: boolean | undefined;
	/** Draws a QR code as inline SVG. Without it the secret is shown as text only. */
	readonly drawQrCode?: ((text: string) => string) | undefined;
	readonly logger: AccountsLogger;
};
