import { rm } from "node:fs/promises";
import type { Hono } from "hono";
import { JSDOM } from "jsdom";
import { vi } from "vitest";
import { perform } from "../../src/operations/operation.ts";
import { type Accounts, createAccounts } from "../../src/server/accounts/accounts.ts";
import type { AccountsOptions } from "../../src/server/accounts/accounts-options.ts";
import { testSecret } from "../../src/server/accounts/testing/test-accounts.ts";
import { testBrowser } from "../../src/server/accounts/testing/test-browser.ts";
import { createApp } from "../../src/server/app.ts";
import type { AppEnvironment, AppServices } from "../../src/server/app-environment.ts";
import { createAttachments } from "../../src/server/attachments/create-attachments.ts";
import { createCalendarFeeds } from "../../src/server/calendar/calendar-feeds.ts";
import { createExtracts } from "../../src/server/extracts/create-extracts.ts";
import { sessionLimits } from "../../src/server/installation.ts";
import type { MailMessage } from "../../src/server/mail/mail-message.ts";
import { createMilestoneLinks } from "../../src/server/milestones/milestone-links.ts";
import { createPaperLinks } from "../../src/server/planning/paper-links.ts";
import { createPresence } from "../../src/server/presence/presence.ts";
import { findActor } from "../../src/storage/sql/actors.ts";
import { extractsFolderFor } from "./extracts-folder.ts";
import { recordsWithoutRows } from "./records-without-rows.ts";
import { openTestStorage, type TestStorage } from "./test-storage.ts";

export const siteUrl = "http://localhost:3000";

/** A page as a visitor got it. */
export type SiteAnswer = {
	readonly status: number;
	/** Where the visitor is sent. Empty when nowhere. */
	readonly location: string;
	readonly headers: Headers;
	readonly text: string;
	readonly document: Document;
	/** What somebody reads in the main part, with single spaces. */
	readonly read: string;
};

/** A visitor with cookies, as a browser without script. */
export type SiteVisitor = {
	get(path: string): Promise<SiteAnswer>;
	/** Sends a form; a list of values sends the field several times. */
	post(path: string, fields: Readonly<Record<string, string | readonly string[]>> | FormData): Promise<SiteAnswer>;
	/** Sends a form of the page just got as it stands, with some fields filled in. */
	submit(answer: SiteAnswer, action: string, fields: Readonly<Record<string, string>>): Promise<SiteAnswer>;
	cookieHeader(): string;
};

/** The whole web application on a fresh database, asked in process. */
export type TestSite = {
	readonly app: Hono<AppEnvironment>;
	readonly storage: TestStorage;
	readonly accounts: Accounts;
	readonly mails: readonly MailMessage[];
	readonly log: readonly string[];
	visitor(): SiteVisitor;
	/** A visitor who is signed in as somebody without a password. Makes the account where there is none. */
	visitorAs(person: { readonly email: string; readonly name: string }): Promise<SiteVisitor>;
	moveClock(minutes: number): void;
	end(): Promise<void>;
};

/** Opens the site. Time stands still (for the accounts library too) until it is moved. */
export async function openTestSite(
	options: Partial<AppServices> = {},
	accountsOptions: Partial<AccountsOptions> = {},
): Promise<TestSite> {
	vi.useFakeTimers({ toFake: ["Date"] });
	const storage = await openTestStorage();
	vi.setSystemTime(storage.clock.now);
	const mails: MailMessage[] = [];
	const log: string[] = [];
	const logTo = (message: string) => log.push(message);
	const accounts = await createAccounts({
		pool: storage.accountsPool,
		secret: testSecret,
		baseUrl: siteUrl,
		sendMail: async (message) => {
			mails.push(message);
		},
		clock: storage.clock,
		limits: sessionLimits,
		practice: true,
		logger: { info: logTo, warn: logTo, error: logTo },
		...accountsOptions,
	});
	const app = createApp({
		accounts,
		clock: storage.clock,
		perform: (operation, person, input) => perform(storage.performer, operation, person, input),
		renderPlan: () => Promise.reject(new Error("This site prints nothing.")),
		renderBudgetForm: () => Promise.reject(new Error("This site prints nothing.")),
		records: recordsWithoutRows(storage.performer),
		extracts: createExtracts({ performer: storage.performer, extractsFolder: extractsFolderFor(storage.databaseName) }),
		milestoneLinks: createMilestoneLinks(storage.performer, testSecret),
		presence: createPresence(storage.performer, () => undefined),
		renderPaper: () => Promise.reject(new Error("This site prints nothing.")),
		paperLinks: createPaperLinks(storage.performer, testSecret),
		calendarFeeds: createCalendarFeeds(storage.performer, testSecret, siteUrl),
		attachments: createAttachments({ performer: storage.performer, scanner: undefined, log: logTo }),
		pages: { count: async () => undefined, countLater: () => undefined },
		checklists: {
			get: () => Promise.reject(new Error("This site prints nothing.")),
			render: () => Promise.reject(new Error("This site prints nothing.")),
		},
		findActor: (email) => findActor(storage.database, email),
		practice: false,
		listPracticePeople: async () => [],
		baseUrl: siteUrl,
		oidcLabel: undefined,
		assets: { folder: import.meta.dirname, version: "test" },
		isReady: async () => true,
		log: logTo,
		newErrorNumber: () => "1",
		...options,
	});
	return {
		app,
		storage,
		accounts,
		mails,
		log,
		visitor: () => createVisitor(app).visitor,
		visitorAs: async ({ email, name }) => {
			const known = await accounts.findAccount(email);
			const made = known ?? (await accounts.createAccount({ email, name, password: "seven quiet herons at dusk" }));
			if ("result" in made && made.result === "refused") throw new Error(made.message);
			const { visitor, browser } = createVisitor(app);
			browser.take((await accounts.signInAs({ accountId: made.accountId })).setCookie);
			return visitor;
		},
		moveClock: (minutes) => {
			storage.clock.now = new Date(storage.clock.now.getTime() + minutes * 60_000);
			vi.setSystemTime(storage.clock.now);
		},
		end: async () => {
			await accounts.close();
			await rm(extractsFolderFor(storage.databaseName), { recursive: true, force: true });
			await storage.end();
			vi.useRealTimers();
		},
	};
}

function createVisitor(app: Hono<AppEnvironment>) {
	const browser = testBrowser();
	const ask = async (path: string, request: RequestInit): Promise<SiteAnswer> => {
		const headers = { accept: "text/html", origin: siteUrl, cookie: browser.cookieHeader() };
		const response = await app.request(siteUrl + path, { ...request, headers });
		browser.take(response.headers.getSetCookie());
		const text = await response.text();
		let parsed: Document | undefined;
		const documentOf = () => {
			parsed ??= new JSDOM(text).window.document;
			return parsed;
		};
		return {
			status: response.status,
			location: response.headers.get("location") ?? "",
			headers: response.headers,
			text,
			// Parsed when somebody looks: a large page takes a while.
			get document() {
				return documentOf();
			},
			get read() {
				return (documentOf().querySelector("main")?.textContent ?? "").replace(/\s+/gu, " ").trim();
			},
		};
	};
	const post: SiteVisitor["post"] = (path, fields) =>
		ask(path, { method: "POST", body: fields instanceof FormData ? fields : formOf(Object.entries(fields)) });
	const visitor: SiteVisitor = {
		get: (path) => ask(path, {}),
		post,
		submit: ({ document }, action, fields) => {
			const form = [...document.forms].find((each) => each.getAttribute("action") === action);
			if (!form) throw new Error(`The page has no form that goes to ${action}.`);
			const standing = [...form.elements].flatMap((element) => standingValue(element));
			return post(action, { ...Object.fromEntries(standing), ...fields });
		},
		cookieHeader: browser.cookieHeader,
	};
	return { visitor, browser };
}

function formOf(entries: readonly (readonly [string, string | readonly string[]])[]): URLSearchParams {
	const form = new URLSearchParams();
	for (const [name, value] of entries) for (const each of [value].flat()) form.append(name, each);
	return form;
}

/** What a control of a page sends without being touched. */
function standingValue(element: Element): readonly (readonly [string, string])[] {
	const name = element.getAttribute("name");
	if (!name || !("value" in element)) return [];
	const type = element.getAttribute("type");
	if ((type === "radio" || type === "checkbox") && !element.hasAttribute("checked")) return [];
	return type === "submit" ? [] : [[name, String(element.value)]];
}
