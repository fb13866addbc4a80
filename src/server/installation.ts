import path from "node:path";
import { renderSVG } from "uqr";
import { createPdfRenderer, type PdfRenderer } from "../documents/pdf/create-pdf-renderer.ts";
import type { Performer } from "../operations/operation.ts";
import type { Clock } from "../operations/ports.ts";
import { openStorage, type Storage } from "../storage/open-storage.ts";
import { type Accounts, createAccounts } from "./accounts/accounts.ts";
import { createClamdScanner } from "./attachments/clamd.ts";
import { type Attachments, createAttachments } from "./attachments/create-attachments.ts";
import { keepSecret } from "./keep-secret.ts";
import { createMailer, type Mailer } from "./mail/mailer.ts";
import type { Settings } from "./settings.ts";
import { within } from "./within.ts";

/** How long a session lasts: 30 minutes without a request, 12 hours in all, a warning 5 minutes before. */
export const sessionLimits = { idleMinutes: 30, absoluteHours: 12, warnMinutes: 5 } as const;

/** An installation, opened: what the server and the command line both stand on. */
export type Installation = {
	readonly settings: Settings;
	/** True when the database holds, or is to hold, the practice state. */
	readonly practice: boolean;
	readonly storage: Storage;
	readonly performer: Performer;
	readonly accounts: Accounts;
	readonly mailer: Mailer;
	readonly pdf: PdfRenderer;
	/** Signs sessions and links. */
	readonly secret: string;
	readonly attachments: Attachments;
	close(): Promise<void>;
};

export type InstallationOptions = {
	readonly settings: Settings;
	/** The folder of the program: migrations lie below it. */
	readonly programFolder: string;
	readonly clock: Clock;
	readonly log: (line: string) => void;
	/** The command line: use the database of a running server. */
	readonly besideServer?: boolean;
	readonly onUnexpectedEnd?: (error: Error) => void;
};

/** Opens an installation: database, accounts, mail, PDF. Close it when done. */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
	const { settings, clock, log } = options;
	const storage = await openStorage({
		databaseUrl: settings.databaseUrl,
		dataDir: settings.dataDir,
		migrationsFolder: path.join(options.programFolder, "src/storage/sql/migrations"),
		clock,
		log,
		...(options.besideServer ? { besideServer: true } : {}),
		...(options.onUnexpectedEnd ? { onUnexpectedEnd: options.onUnexpectedEnd } : {}),
	});
	// Records of an agency are never shown as practice, even if the settings were forgotten.
	const practice = settings.practice && storage.holding !== "records";
	try {
		const mailer = createMailer({
			smtpUrl: settings.smtpUrl,
			from: settings.mailFrom,
			outboxFolder: path.join(settings.dataDir, "outbox"),
			clock,
		});
		const secret = settings.secret ?? (await keepSecret(settings.dataDir));
		const accounts = await createAccounts({
			pool: storage.accountsPool,
			secret,
			baseUrl: settings.baseUrl,
			sendMail: (message) => mailer.send(message),
			clock,
			limits: sessionLimits,
			oidc: settings.oidc,
			practice,
			drawQrCode: (text) => renderSVG(text, { border: 2 }),
			logger: {
				// Thirty practice accounts and their sign-ins would bury what a newcomer should read.
				info: (message, details) => (practice ? undefined : log(logLine(message, details))),
				warn: (message, details) => log(logLine(message, details)),
				error: (message, details) => log(logLine(message, details)),
			},
		});
		const pdf = createPdfRenderer();
		const performer = { inTransaction: storage.inTransaction, clock, ids: storage.ids };
		return {
			settings,
			practice,
			storage,
			performer,
			attachments: createAttachments({
				performer,
				scanner: settings.clamdUrl === undefined ? undefined : createClamdScanner(settings.clamdUrl),
				log,
			}),
			accounts,
			mailer,
			pdf,
			secret,
			async close() {
				pdf.close();
				// A mail server that does not answer must not hold up the stop.
				await within(1000, accounts.close());
				mailer.close();
				await storage.close();
			},
		};
	} catch (error) {
		await storage.close();
		throw error;
	}
}

/** One line of the server's log. Details hold no passwords, codes or addresses (accounts-options.ts). */
function logLine(message: string, details: Readonly<Record<string, unknown>> | undefined): string {
	return details ? `${message} ${JSON.stringify(details)}` : message;
}
