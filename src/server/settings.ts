import path from "node:path";
import { z } from "zod";

/** A setting cannot be used. Names the variable, what was found and what is expected. */
export class SettingsError extends Error {
	override name = "SettingsError";
}

const port = z.coerce
	.number({ message: "expected a port number, for example 3000" })
	.int()
	.min(0, "expected a port number from 0 to 65535")
	.max(65_535, "expected a port number from 0 to 65535");
const address = z.url({ protocol: /^https?$/, message: "expected an address such as https://plans.county.example" });
const text = z.string().trim().min(1);
const hour = z
	.string()
	.regex(/^([01]?\d|2[0-3])$/)
	.transform(Number);

/** The variables that Throughline reads. All have a default; docs/guides/settings.md explains them. */
const Environment = z.object({
	PORT: port.default(3000),
	HOST: text.default("localhost"),
	DATA_DIR: text.default("./data"),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, "expected postgres://user:password@host:5432/database")
		.optional(),
	THROUGHLINE_PRACTICE: z.enum(["0", "1"], { message: "expected 0 or 1" }).default("1"),
	BASE_URL: address
		.transform((url) => url.replace(/\/+$/, ""))
		.refine(
			(url) => new URL(url).origin === url.toLowerCase(),
			"expected an address without a path, such as https://plans.county.example",
		)
		.optional(),
	SMTP_URL: text.optional(),
	MAIL_FROM: text.default("Throughline <no-reply@localhost>"),
	MILESTONE_MAIL_HOUR: z
		.union([z.literal("off"), hour], { message: "expected an hour of the day from 0 to 23 (UTC), or off" })
		.default(14),
	MILESTONE_MAIL_DAYS: z.coerce
		.number({ message: "expected a number of days from 1 to 90" })
		.int()
		.min(1, "expected a number of days from 1 to 90")
		.max(90, "expected a number of days from 1 to 90")
		.default(14),
	OIDC_ISSUER: address.optional(),
	OIDC_CLIENT_ID: text.optional(),
	OIDC_CLIENT_SECRET: text.optional(),
	OIDC_LABEL: text.default("single sign-on"),
	CLAMD_URL: text
		.regex(/^(tcp:\/\/[^/@]+|unix:(\/\/)?\/[^/].*)$/, "expected tcp://host:3310 or unix:///run/clamav/clamd.ctl")
		.optional(),
	THROUGHLINE_SECRET: z.string().min(32, "expected at least 32 characters").optional(),
});

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);

export type Settings = {
	readonly port: number;
	readonly host: string;
	/** Absolute. */
	readonly dataDir: string;
	readonly databaseUrl: string | undefined;
	readonly practice: boolean;
	readonly baseUrl: string;
	readonly smtpUrl: string | undefined;
	readonly mailFrom: string;
	/** When owners of milestones get their mail (hour in UTC), and from how many days before the day on. */
	readonly milestoneMails: { readonly hour: number | "off"; readonly daysBefore: number };
	readonly oidc: { issuer: string; clientId: string; clientSecret: string; label: string } | undefined;
	/** Where a clamd looks for harmful content in attached files. Undefined: files are not scanned, and say so. */
	readonly clamdUrl: string | undefined;
	/** Signs session cookies. Undefined: one is kept in the data folder. */
	readonly secret: string | undefined;
};

/** Reads the settings once, at start. Empty variables count as not set. Throws `SettingsError`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, folder: string): Settings {
	const given = Object.fromEntries(
		Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
	);
	const parsed = Environment.safeParse(given);
	if (!parsed.success) {
		const lines = parsed.error.issues.map((issue) => {
			const name = String(issue.path[0]);
			return `${name} ${shown(name, given[name] ?? "")}: ${issue.message}.`;
		});
		throw new SettingsError(lines.join(" "));
	}
	const values = parsed.data;
	return {
		port: values.PORT,
		host: values.HOST,
		dataDir: path.resolve(folder, values.DATA_DIR),
		databaseUrl: values.DATABASE_URL,
		practice: values.THROUGHLINE_PRACTICE === "1",
		baseUrl: values.BASE_URL?.toLowerCase() ?? ownAddress(values.HOST, values.PORT),
		smtpUrl: values.SMTP_URL,
		mailFrom: values.MAIL_FROM,
		milestoneMails: { hour: values.MILESTONE_MAIL_HOUR, daysBefore: values.MILESTONE_MAIL_DAYS },
		oidc: readOidc(values),
		clamdUrl: values.CLAMD_URL,
		secret: values.THROUGHLINE_SECRET,
	};
}

/** The value as it may stand in a log: without secrets and passwords. */
function shown(name: string, value: string): string {
	if (name.endsWith("_SECRET")) return "cannot be used";
	return `is "${value.replace(/:\/\/[^/@]*@/, "://...@")}"`;
}

/** The address on this machine. All addresses of a machine (0.0.0.0) are none to go to. */
function ownAddress(host: string, port: number): string {
	const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
	return `http://${name.includes(":") ? `[${name}]` : name}${port === 80 ? "" : `:${port}`}`;
}

function readOidc(values: z.infer<typeof Environment>): Settings["oidc"] {
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_LABEL: label } = values;
	if (!issuer && !clientId && !clientSecret) return undefined;
	if (!issuer || !clientId || !clientSecret) {
		throw new SettingsError("Single sign-on needs all three: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.");
	}
	return { issuer, clientId, clientSecret, label };
}
