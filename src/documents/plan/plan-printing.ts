import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Edition, EditionSection } from "../../domain/document/edition.ts";
import type { EquityMeasure } from "../../domain/measure/disparity/equity-measure.ts";
import type { FederalWay } from "../../domain/pip/pip-view.ts";
import type { GoalTheory } from "../../domain/plan/goal-theory.ts";
import type { PlanGraph } from "../../domain/plan/plan-graph.ts";
import type { Revision } from "../../domain/plan/revisions.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import type { TrendFigure } from "../figures/render-trend-figure.ts";
import type { TableBlock } from "../neutral/neutral-document.ts";
import type { AnchorOf } from "./plan-anchors.ts";

/** A drawn trend with the table of what it draws. */
export type PlanFigure = TrendFigure & { readonly table: TableBlock };

export type PlanDocumentOptions = {
	/** The day that is printed on the document. */
	readonly today: PlainDate;
	/** Hash of the facts, printed as the version. */
	readonly versionHash?: string;
	/** The checksum of what is signed, to tell which signatures stand for this paper. */
	readonly planSha256?: string;
	/** Only sections of these kinds; all of them without it. */
	readonly sections?: readonly EditionSection["kind"][];
	/** In place of the document's own title. */
	readonly title?: string;
	/** Trends to print beside the objectives, by measure id. */
	readonly figures?: ReadonlyMap<string, PlanFigure>;
	/** Titles of the vintages of indicators, by id; without one the id is printed. */
	readonly vintageTitles?: ReadonlyMap<string, string>;
	/** Names of people to whom milestones are assigned, by person id. */
	readonly people?: ReadonlyMap<string, string>;
	/** What was changed in the plan since the last submission, with reasons; absent where nobody has looked. */
	readonly revisions?: readonly Revision[];
	/** What is due for the jurisdiction, earliest first. */
	readonly dueDates?: readonly { readonly name: string; readonly on: PlainDate; readonly covers: string }[];
	/** Every measure of the place by its groups, masked. */
	readonly equity?: readonly EquityMeasure[];
	/** Why each goal should be reached, by goal id. */
	readonly theories?: ReadonlyMap<string, GoalTheory>;
	/** Only the section of this id, and of it only the live blocks. */
	readonly liveOf?: string;
	/** Of a Program Improvement Plan: when it was sent and what was answered. */
	readonly federalWay?: FederalWay;
	/** For a Word file to edit: lists, figures and standings are printed with one value in each place. */
	readonly toEdit?: boolean;
	/** Contents that the State has set, oldest first. */
	readonly assignments?: readonly Fact<"state-assignment">[];
};

/** What every part of the printed plan is made from. */
export type PlanPrinting = {
	readonly graph: PlanGraph;
	readonly edition: Edition;
	readonly options: PlanDocumentOptions;
	readonly anchor: AnchorOf;
};
