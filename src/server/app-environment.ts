import type { z } from "zod";
import type { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import type { PaperFormat, RenderedPaper } from "../documents/render-paper.ts";
import type { Operation } from "../operations/operation.ts";
import type { Clock } from "../operations/ports.ts";
import type { SignedInPerson } from "../storage/sql/actors.ts";
import type { PageFrame } from "../web/shell/page-frame.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { Attachments } from "./attachments/create-attachments.ts";
import type { CalendarFeeds } from "./calendar/calendar-feeds.ts";
import type { Checklists } from "./checklists.ts";
import type { PageCounting } from "./count-pages.ts";
import type { Extracts } from "./extracts/create-extracts.ts";
import type { RecordsReader } from "./indicators/read-records.ts";
import type { MilestoneLinks } from "./milestones/milestone-links.ts";
import type { PaperLinks } from "./planning/paper-links.ts";
import type { Presence } from "./presence/presence.ts";

/** What the routes need of the installation. Built once in `main.ts`; tests build it with their own clock and database. */
export type AppServices = {
	readonly accounts: Accounts;
	readonly clock: Clock;
	/** Does an operation for a person (operations/operation.ts). */
	readonly perform: <Input extends z.ZodType, Output>(
		operation: Operation<Input, Output>,
		person: SignedInPerson,
		input: z.input<Input>,
	) => Promise<Output>;
	/** The paper of a plan, now or as it was submitted, in one of its forms; with a safe file name. */
	readonly renderPlan: (
		person: SignedInPerson,
		input: {
			readonly documentId: string;
			readonly submission?: number;
			readonly asPosted?: true;
			readonly part?: "summary";
			readonly liveOf?: string;
			readonly format: PaperFormat;
		},
	) => Promise<RenderedPaper & { readonly fileName: string }>;
	/** The checklist of a plan with the page of each item, counted on the rendered paper. */
	readonly checklists: Checklists;
	/** The paper of a form CFS-101 in one of its forms; with a safe file name. */
	readonly renderBudgetForm: (
		person: SignedInPerson,
		input: { readonly formId: string; readonly format: PaperFormat },
	) => Promise<RenderedPaper & { readonly fileName: string }>;
	/** Any other paper in one of its forms. */
	readonly renderPaper: (paper: NeutralDocument, format: PaperFormat) => Promise<RenderedPaper>;
	/** The records behind a number of an indicator; each look is written down. */
	readonly records: RecordsReader;
	/** Files of AFCARS and NCANDS: taken in, their progress and their problems. */
	readonly extracts: Extracts;
	/** Mailed links by which owners report on their milestones without signing in. */
	readonly milestoneLinks: MilestoneLinks;
	/** Mailed links by which somebody reads a paper given to them and says that they have it. */
	readonly paperLinks: PaperLinks;
	/** Calendars behind secret addresses, for calendar programs. */
	readonly calendarFeeds: CalendarFeeds;
	/** Who has which plan open now. */
	readonly presence: Presence;
	/** Counts the pages of plans on the rendered paper. */
	readonly pages: PageCounting;
	/** Files that go with plans. */
	readonly attachments: Attachments;
	readonly findActor: (email: string) => Promise<SignedInPerson | undefined>;
	/** True for a practice installation: its people can be signed in without a password. */
	readonly practice: boolean;
	/** People to list on the practice sign-in page. */
	readonly listPracticePeople: () => Promise<readonly PracticePerson[]>;
	readonly baseUrl: string;
	readonly oidcLabel: string | undefined;
	readonly assets: AssetFolder;
	readonly isReady: () => Promise<boolean>;
	readonly log: (line: string) => void;
	/** A short number that ties an answer to a line of the log. */
	readonly newErrorNumber: () => string;
};

export type PracticePerson = {
	readonly email: string;
	readonly name: string;
	readonly title: string;
	readonly roles: string;
	readonly jurisdiction: string;
};

/** Built files for the browser: where they lie, and the version that is part of their address. */
export type AssetFolder = { readonly folder: string; readonly version: string };

/** A person's visit: who, and until when the session holds. */
export type Visit = {
	readonly person: SignedInPerson;
	readonly accountId: string;
	readonly sessionId: string;
	readonly endsAt: Date;
};

/** What middleware leaves for the routes. */
export type AppEnvironment = {
	Variables: {
		/** Undefined when nobody is signed in. */
		visit: Visit | undefined;
		/** The frame of the page to render: navigation, person, session. */
		frame: PageFrame;
	};
};
