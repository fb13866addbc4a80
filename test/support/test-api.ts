import { rm } from "node:fs/promises";
import { createPdfRenderer } from "../../src/documents/pdf/create-pdf-renderer.ts";
import { renderPaper } from "../../src/documents/render-paper.ts";
import type { Role } from "../../src/domain/people/roles.ts";
import { getBudgetPaper } from "../../src/operations/get-budget-paper.ts";
import { getPaper } from "../../src/operations/get-paper.ts";
import { perform } from "../../src/operations/operation.ts";
import { type Accounts, createAccounts } from "../../src/server/accounts/accounts.ts";
import { testSecret } from "../../src/server/accounts/testing/test-accounts.ts";
import { type TestBrowser, testBrowser } from "../../src/server/accounts/testing/test-browser.ts";
import { createApp } from "../../src/server/app.ts";
import { createAttachments } from "../../src/server/attachments/create-attachments.ts";
import { createCalendarFeeds } from "../../src/server/calendar/calendar-feeds.ts";
import { createChecklists } from "../../src/server/checklists.ts";
import { createPageCounting } from "../../src/server/count-pages.ts";
import { createExtracts } from "../../src/server/extracts/create-extracts.ts";
import { sessionLimits } from "../../src/server/installation.ts";
import { createMilestoneLinks } from "../../src/server/milestones/milestone-links.ts";
import { createPaperLinks } from "../../src/server/planning/paper-links.ts";
import { createPresence } from "../../src/server/presence/presence.ts";
import { findActor } from "../../src/storage/sql/actors.ts";
import { extractsFolderFor } from "./extracts-folder.ts";
import { recordsWithoutRows } from "./records-without-rows.ts";
import { addActor, addPlace, createTestClock, openTestStorage, type TestStorage } from "./test-storage.ts";

export const password = "a long password for tests";

/** A program that calls the API: it keeps its cookies and answers status, JSON and headers. */
export type Caller = {
	readonly browser: TestBrowser;
	call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
};
export type ApiAnswer = {
	readonly status: number;
	readonly json: unknown;
	/** The body as it came: a file. */
	readonly bytes: Uint8Array;
	readonly headers: Headers;
};

/** The whole web application on a fresh database, as programs see it. */
export type TestApi = {
	readonly storage: TestStorage;
	readonly accounts: Accounts;
	readonly county: string;
	readonly state: string;
	/** What went wrong on our side. */
	readonly faults: readonly string[];
	/** Mails that were sent, as texts. */
	readonly mails: readonly { readonly to: string; readonly text: string }[];
	request(path: string, init?: RequestInit): Promise<Response>;
	/** Somebody who calls without a session. */
	stranger(): Caller;
	/** A new person of a role with an account, signed in over the API. */
	signIn(role: Exclude<Role, "installation">, place?: string): Promise<Caller & { readonly email: string }>;
	end(): Promise<void>;
};

export const baseUrl = "http://localhost:3000";

export async function openTestApi(settings: { readonly practice?: boolean } = {}): Promise<TestApi> {
	// The library of the accounts reads the machine's clock for its links: a day of the past would make them spent at once.
	const storage = await openTestStorage(createTestClock(new Date().toISOString()));
	const faults: string[] = [];
	const mails: { to: string; text: string }[] = [];
	const quiet = () => undefined;
	const practice = settings.practice ?? false;
	const accounts = await createAccounts({
		pool: storage.accountsPool,
		secret: testSecret,
		baseUrl,
		sendMail: async ({ to, text }) => {
			mails.push({ to, text });
		},
		clock: storage.clock,
		limits: sessionLimits,
		practice,
		logger: { info: quiet, warn: quiet, error: quiet },
	});
	const pdf = createPdfRenderer();
	const app = createApp({
		accounts,
		clock: storage.clock,
		perform: (operation, person, input) => perform(storage.performer, operation, person, input),
		renderPlan: async (person, input) => {
			const { paper, fileName } = await perform(storage.performer, getPaper, person, input);
			const rendered = await renderPaper(paper, input.format, pdf);
			return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
		},
		renderBudgetForm: async (person, { formId, format }) => {
			const { paper, fileName } = await perform(storage.performer, getBudgetPaper, person, { formId });
			const rendered = await renderPaper(paper, format, pdf);
			return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
		},
		records: recordsWithoutRows(storage.performer),
		extracts: createExtracts({ performer: storage.performer, extractsFolder: extractsFolderFor(storage.databaseName) }),
		milestoneLinks: createMilestoneLinks(storage.performer, testSecret),
		presence: createPresence(storage.performer, () => undefined),
		renderPaper: (paper, format) => renderPaper(paper, format, pdf),
		paperLinks: createPaperLinks(storage.performer, testSecret),
		calendarFeeds: createCalendarFeeds(storage.performer, testSecret, baseUrl),
		attachments: createAttachments({
			performer: storage.performer,
			scanner: undefined,
			log: (line) => faults.push(line),
		}),
		pages: createPageCounting({ performer: storage.performer, pdf, log: (line) => faults.push(line) }),
		checklists: createChecklists({ performer: storage.performer, pdf }),
		findActor: (email) => findActor(storage.database, email),
		practice,
		listPracticePeople: async () => [],
		baseUrl,
		oidcLabel: undefined,
		assets: { folder: "/nowhere", version: "test" },
		isReady: async () => true,
		log: (line) => faults.push(line),
		newErrorNumber: () => "1a2b",
	});
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	const county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	const request = async (path: string, init?: RequestInit) => app.request(baseUrl + path, init);
	const stranger = () => createCaller(request);
	return {
		storage,
		accounts,
		county,
		state,
		faults,
		mails,
		request,
		stranger,
		async signIn(role, place = county) {
			const { email, name } = await addActor(storage, place, role);
			await accounts.createAccount({ email, name, password });
			const caller = stranger();
			const { status } = await caller.call("POST", "/session", { email, password });
			if (status !== 200) throw new Error(`${email} cannot sign in: ${status}.`);
			return { ...caller, email };
		},
		async end() {
			pdf.close();
			await rm(extractsFolderFor(storage.databaseName), { recursive: true, force: true });
			await accounts.close();
			await storage.end();
		},
	};
}

function createCaller(request: TestApi["request"]): Caller {
	const browser = testBrowser();
	return {
		browser,
		async call(method, path, body, headers = {}) {
			const isForm = body instanceof FormData || typeof body === "string";
			const response = await request(`/api${path}`, {
				method,
				headers: {
					cookie: browser.cookieHeader(),
					...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
					...headers,
				},
				...(body === undefined ? {} : { body: isForm ? (body as BodyInit) : JSON.stringify(body) }),
			});
			browser.take(response.headers.getSetCookie());
			const bytes = new Uint8Array(await response.arrayBuffer());
			const text = new TextDecoder().decode(bytes);
			const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
			return { status: response.status, json: isJson ? JSON.parse(text) : text, bytes, headers: response.headers };
		},
	};
}
