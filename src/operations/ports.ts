import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Observation } from "../domain/measure/measure-facts.ts";
import type { Actor, JurisdictionPath } from "../domain/people/may.ts";
import type { Role } from "../domain/people/roles.ts";
import type { GoalClosing } from "../domain/plan/carry-over-facts.ts";
import type { ComponentFacts, PlanFacts } from "../domain/plan/plan-graph.ts";
import type { ActionBody, Verb } from "../domain/workflow/action.ts";
import type { Fact, FactKind, FactValues } from "../domain/workflow/fact-kinds.ts";
import type { ExtractShareStore } from "./extract-shares.ts";
import type { IndicatorStore } from "./indicator-runs.ts";

// What operations need of the world. `storage` implements these; tests may pass fakes.

/** The time now. Operations never read the clock themselves. */
export type Clock = () => Date;

/** Ids of new things, and what identifies a content. */
export type Ids = {
	/** A new UUID (version 7, so that rows of one time lie together). */
	next(): string;
	/** The same UUID for the same names: two people who fill the same empty field write to one fact. */
	named(...names: readonly string[]): string;
	/** SHA-256 in hex of a text (as UTF-8) or of bytes. */
	hash(content: string | Uint8Array): string;
};

/** A change to one fact. `patch` holds the fields that change; all of them for `add`. */
export type FactChange<K extends FactKind = FactKind> = {
	readonly kind: K;
	readonly id: string;
	readonly verb: Verb;
	/** The version that the change was made from; 0 for `add`. */
	readonly expectedVersion: number;
	readonly patch: Partial<FactValues<K>>;
	readonly jurisdictionId: string;
	/** The document, or other whole, in whose history this shows. */
	readonly root: string;
	readonly role: Role | null;
	readonly reason: string;
};

/** An action of the log, with its place in the order of all actions. */
export type LoggedAction = ActionBody & { readonly seq: number };

/** What was done to a goal that a State offers, or to what measures it. */
export type SharedGoalAction = {
	readonly sharedGoalId: string;
	/** The objective that it is about; null for the goal itself. */
	readonly objectiveId: string | null;
	/** Of a yearly benchmark. */
	readonly benchmarkYear: number | null;
	readonly action: LoggedAction;
};

/** Conditions on a fact's own fields: equal to the value given. */
export type FactFilter<K extends FactKind> = { readonly [F in keyof FactValues<K>]?: FactValues<K>[F] };

/** Facts: read as they stand, written only together with their action. */
export type FactStore = {
	/** The fact, or undefined when there is none that this person may see. Removed facts are not found. */
	find<K extends FactKind>(kind: K, id: string): Promise<Fact<K> | undefined>;
	list<K extends FactKind>(kind: K, filter?: FactFilter<K>): Promise<readonly Fact<K>[]>;
	/** Appends the action and writes the row. Throws `StaleVersion` when the fact has moved on. Answers the new version. */
	write<K extends FactKind>(change: FactChange<K>): Promise<number>;
};

/** The log of actions, read. */
export type ActionStore = {
	/** All actions of one fact, oldest first. */
	ofSubject(subject: string): Promise<readonly LoggedAction[]>;
	/** The first action of each of these facts, in any order: who made it and when. */
	firstOf(subjects: readonly string[]): Promise<readonly LoggedAction[]>;
	/** Actions in the history of a document or other whole, newest first; `before` is a `seq` to page from. */
	ofRoot(root: string, page: { readonly limit: number; readonly before?: number }): Promise<readonly LoggedAction[]>;
	/** The last action of each of these facts, in any order: how it came to stand as it does. */
	lastOf(subjects: readonly string[]): Promise<readonly LoggedAction[]>;
	/** What the States did to the goals that they offer and to what measures them since each was offered, oldest first. */
	ofSharedGoals(): Promise<readonly SharedGoalAction[]>;
	/** Actions in the history of a whole up to a moment, oldest first, for folding. */
	ofRootUntil(root: string, until: Date): Promise<readonly LoggedAction[]>;
};

/** How the State closed a goal that it offers, in a report that was sent. */
export type SharedGoalClosing = {
	readonly sharedGoalId: string;
	readonly closing: GoalClosing;
	readonly closingReason: string;
	/** Title of the report. */
	readonly report: string;
	readonly submittedOn: PlainDate | null;
};

/** Components of one document, with what was said on them as agreed. */
export type ComponentsOfPlan = ComponentFacts & {
	readonly document: Fact<"document">;
	readonly voices: readonly Fact<"partner-input">[];
};

/** The plan of one document with everything in it, in one read. */
export type PlanStore = {
	find(documentId: string): Promise<PlanFacts | undefined>;
	/**
	 * Some components with their goals and what was said on them, by document, in one query: no yearly papers, whose goals are their
	 * plan's. With `depth` "goals" nothing below the goals is read.
	 */
	findComponents(focusAreaIds: readonly string[], depth: "goals" | "milestones"): Promise<readonly ComponentsOfPlan[]>;
	/** Of the goals that States offer, those that a report closed. */
	closingsOfSharedGoals(): Promise<readonly SharedGoalClosing[]>;
	/** Of each jurisdiction, how many milestones of accepted plans are open and past their day, and since when the first is. */
	countLateMilestones(
		today: PlainDate,
	): Promise<readonly { readonly jurisdictionId: string; readonly late: number; readonly since: PlainDate }[]>;
};

export type ObservationFilter = {
	readonly jurisdictionIds?: readonly string[];
	readonly indicator?: string;
	readonly vintage?: string;
	/** Of each jurisdiction, indicator and group only the figure of the last period. */
	readonly newestOnly?: true;
};

export type FigureStore = {
	/** Current observations, ordered by jurisdiction, indicator, group and period. */
	list(filter: ObservationFilter): Promise<readonly Observation[]>;
	findByIds(ids: readonly string[]): Promise<readonly Observation[]>;
	/** Adds observations; those of the same key that were current stop being so. */
	add(observations: readonly Observation[], replaced: readonly string[]): Promise<void>;
	ofLoad(loadId: string): Promise<readonly Observation[]>;
};

export type StoredFile = {
	readonly id: string;
	readonly jurisdictionId: string;
	readonly sha256: string;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	readonly storedAt: Date;
	readonly storedBy: string;
};

export type FileStore = {
	add(file: StoredFile): Promise<void>;
	find(id: string): Promise<StoredFile | undefined>;
};

/** The bytes of an attachment. They never change; the fact that speaks of them holds name, kind and what a scanner said. */
export type AttachmentFile = {
	readonly id: string;
	readonly jurisdictionId: string;
	readonly documentId: string;
	readonly sha256: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	readonly storedAt: Date;
	readonly storedBy: string;
};

export type AttachmentFileStore = {
	add(file: AttachmentFile): Promise<void>;
	find(id: string): Promise<AttachmentFile | undefined>;
	/** Throws away what a scanner found to be harmful; the database refuses it for any other file. */
	discard(id: string): Promise<void>;
};

/** How many pages a plan has, as counted last, and the checksum of the paper that was counted. */
export type PageCount = {
	readonly documentId: string;
	readonly jurisdictionId: string;
	readonly contentSha256: string;
	readonly narrative: number;
	readonly components: number;
	readonly whole: number;
	readonly countedAt: Date;
};

export type PageCountStore = {
	find(documentId: string): Promise<PageCount | undefined>;
	/** Takes the place of the count before. */
	keep(count: PageCount): Promise<void>;
};

/** Somebody who has a document open, and the page of it. */
export type Present = {
	readonly personId: string;
	readonly documentId: string;
	readonly name: string;
	/** The page in words: "Cover sheet". */
	readonly place: string;
	readonly seenAt: Date;
};

/** Who looks at which document now. No facts: nothing of it stands in the log, and nothing is lost with it. */
export type PresenceStore = {
	/** Those seen since a moment, by name; of one document when told. */
	list(since: Date, documentId?: string): Promise<readonly Present[]>;
	/** Takes the place of where each person was seen before, unless that was later. The installation's to do. */
	keep(present: readonly Present[]): Promise<void>;
};

/** Which mails of a kind that must not come twice went out, by a key that tells them apart. The installation's to do. */
export type SentMailStore = {
	/** True for the first who asks; whoever is told false sends nothing. */
	claim(key: string, at: Date): Promise<boolean>;
	/** The mail did not go out after all. */
	release(key: string): Promise<void>;
};

/** What was sent, as it was sent. `content` is the canonical JSON of the neutral document and the facts. */
export type Snapshot = {
	readonly id: string;
	readonly jurisdictionId: string;
	readonly documentId: string;
	readonly number: number;
	readonly takenAt: Date;
	readonly takenBy: string;
	readonly takenByName: string;
	readonly content: string;
	readonly sha256: string;
};

export type SnapshotStore = {
	/** `fileIds`: the files that went with it. */
	add(snapshot: Snapshot, fileIds: readonly string[]): Promise<void>;
	/** Newest first, without content. */
	list(documentId: string): Promise<readonly Omit<Snapshot, "content">[]>;
	find(documentId: string, number: number): Promise<Snapshot | undefined>;
};

export type JurisdictionStore = {
	/** The jurisdiction and all above it, nearest first. */
	pathOf(jurisdictionId: string): Promise<JurisdictionPath>;
};

/** Work to be done after the change is committed, asked for in the same transaction. */
export type JobStore = {
	enqueue(
		task:
			| "notify-step"
			| "anchor-log"
			| "count-indicators"
			| "take-extract"
			| "mail-invitation"
			| "mail-distribution"
			| "mail-assignment"
			| "tell-mentioned",
		payload: Readonly<Record<string, string>>,
	): Promise<void>;
};

export type Stores = {
	readonly facts: FactStore;
	readonly actions: ActionStore;
	readonly plans: PlanStore;
	readonly figures: FigureStore;
	readonly files: FileStore;
	readonly snapshots: SnapshotStore;
	readonly jurisdictions: JurisdictionStore;
	readonly jobs: JobStore;
	readonly indicators: IndicatorStore;
	readonly extractShares: ExtractShareStore;
	readonly attachmentFiles: AttachmentFileStore;
	readonly pageCounts: PageCountStore;
	readonly presence: PresenceStore;
	readonly sentMails: SentMailStore;
};

/** One transaction on behalf of one person: all of `work` is kept, or nothing. */
export type UnitOfWork = <T>(actor: Actor, work: (stores: Stores) => Promise<T>) => Promise<T>;
