import { type Kysely, sql } from "kysely";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { entryKinds } from "../../domain/document/entry-kinds.ts";
import { asAgreed } from "../../domain/engagement/consent.ts";
import { Observation } from "../../domain/measure/measure-facts.ts";
import type { ImprovementFacts } from "../../domain/pip/improvement-facts.ts";
import type { PlanFacts } from "../../domain/plan/plan-graph.ts";
import type { Fact, FactKind } from "../../domain/workflow/fact-kinds.ts";
import type { ComponentsOfPlan, PlanStore } from "../../operations/ports.ts";
import { sourceOf, toFact, withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

/** The facts of a plan, by the name they have in `PlanFacts`, with the condition that finds them. */
const parts: readonly {
	readonly name: string;
	readonly kind: FactKind;
	/** The condition on its own column; all of `from` where there is none. */
	readonly where?: string;
	/** What was read already for other parts, or a function of the document; where the kind is read if nothing is named. */
	readonly from?: string;
}[] = [
	{ name: "answers", kind: "answer", where: "document_id = d.id" },
	{ name: "waivers", kind: "waiver", where: "document_id = d.id" },
	{ name: "focusAreas", kind: "focus-area", where: "document_id = d.id" },
	{
		name: "goalUses",
		kind: "goal-use",
		// The goals of a component that was removed went with it, and come back with it.
		where:
			"document_id = d.id and exists (select from app.focus_area a where a.id = f.focus_area_id and a.removed_at is null)",
	},
	{ name: "goals", kind: "goal", where: "id in (select u.goal_id from uses u)" },
	{ name: "objectives", kind: "objective", from: "own_objectives" },
	{ name: "strategies", kind: "strategy", from: "own_strategies" },
	{
		name: "milestones",
		kind: "milestone",
		where: "strategy_id in (select s.id from own_strategies s)",
	},
	{
		name: "baselines",
		kind: "baseline",
		where: "objective_id in (select o.id from own_objectives o)",
	},
	{
		name: "targets",
		kind: "target",
		where: "objective_id in (select o.id from own_objectives o)",
	},
	{
		name: "measures",
		kind: "measure",
		where: "id in (select o.measure_id from own_objectives o)",
	},
	{ name: "teamMembers", kind: "team-member", where: "document_id = d.id" },
	{ name: "parties", kind: "party", from: "app.team_parties(d.id)" },
	{ name: "findings", kind: "finding", where: "jurisdiction_id = d.jurisdiction_id" },
	{ name: "evidence", kind: "evidence", where: "jurisdiction_id = d.jurisdiction_id" },
	{ name: "carriedParts", kind: "carried-part", where: "document_id = d.id" },
	{
		name: "amendments",
		kind: "amendment",
		where: "document_id in (select x.id from app.document x where x.id = d.id or x.update_of = d.id)",
	},
	{ name: "findingAnswers", kind: "finding-answer", where: "document_id = d.id" },
	{ name: "attachments", kind: "attachment", where: "document_id = d.id" },
	{ name: "signatures", kind: "signature", where: "document_id = d.id" },
	{ name: "boardActions", kind: "board-action", where: "document_id = d.id" },
	...entryKinds.map((kind) => ({ name: `entries.${kind}`, kind, where: "document_id = d.id" })),
	{ name: "services", kind: "service", where: "jurisdiction_id = d.jurisdiction_id" },
	{ name: "serviceYears", kind: "service-year", where: "jurisdiction_id = d.jurisdiction_id" },
	{ name: "authorityAnswers", kind: "authority-answer", where: "document_id = d.id" },
	{ name: "nameScreenings", kind: "name-screening", where: "document_id = d.id" },
	{
		name: "sharedAnswers",
		kind: "answer",
		where: "id in (select a.same_as from app.answer a where a.document_id = d.id and a.removed_at is null)",
	},
	{ name: "linked.documents", kind: "document", where: "id in (select l.id from linked l)" },
	{ name: "linked.teamMembers", kind: "team-member", where: "document_id in (select l.id from linked l)" },
	{ name: "linked.analyses", kind: "subject-analysis", where: "document_id in (select l.id from linked l)" },
	{ name: "linked.peerReviews", kind: "peer-review", where: "document_id in (select l.id from linked l)" },
];

const planQuery = `
	with d as materialized (select * from app.document where id = $id and removed_at is null),
	uses as materialized (select u.goal_id from app.goal_use u, d, app.focus_area a
		where u.document_id = d.id and u.removed_at is null and a.id = u.focus_area_id and a.removed_at is null),
	own_objectives as materialized (select o.* from app.objective o where o.goal_id in (select u.goal_id from uses u)),
	own_strategies as materialized (select s.* from app.strategy s where s.goal_id in (select u.goal_id from uses u)),
	linked as materialized (select r.linked_document_id as id from app.cross_reference r, d
		where r.document_id = d.id and r.removed_at is null and r.linked_document_id is not null)
	select (select row_to_json(d) from d) as document,
		(select row_to_json(c) from app.cycle c, d where c.id = d.cycle_id) as cycle,
		(select row_to_json(j) from app.jurisdiction j, d where j.id = d.jurisdiction_id) as jurisdiction,
		(select row_to_json(o) from app.document o, d where o.id = d.update_of) as origin,
		exists (select from app.plan_terms t, d where t.jurisdiction_id = d.jurisdiction_id) as "hasImprovement",
		(select row_to_json(p) from (select o.* from app.document o, d where o.removed_at is null
			and (o.id = d.update_of or (o.update_of = d.update_of and o.update_number < d.update_number))
			order by o.update_number desc nulls last limit 1) p) as previous,
		${parts
			.map(
				({ name, kind, where, from = sourceOf(kind) }) =>
					`(select coalesce(json_agg(row_to_json(x) order by x.id), '[]') from (select f.* from d, ${from} f where f.removed_at is null${where ? ` and f.${where}` : ""}) x) as "${name}"`,
			)
			.join(",\n")},
		(select coalesce(json_agg(row_to_json(x) order by x.period_end), '[]') from (
			select o.* from app.observation o, d where o.jurisdiction_id = d.jurisdiction_id and o.current and (
				(o.indicator, o.vintage, o.population_group) in (
					select m.indicator, m.vintage, m.population_group from app.measure m where m.id in (
						select b.measure_id from own_objectives b))
				or o.id in (select distinct on (n.indicator, n.vintage) n.id from app.observation n, d
					where n.jurisdiction_id = d.jurisdiction_id and n.current and n.population_group = 'all'
					order by n.indicator, n.vintage, n.period_end desc))) x) as "observations"`;

/** What Program Improvement Plans have beside their goals: asked for only in a jurisdiction that has one. */
const improvementParts: readonly {
	readonly name: keyof ImprovementFacts;
	readonly kind: FactKind;
	readonly where: string;
}[] = [
	{ name: "documents", kind: "document", where: "f.id in (select id from pips union select document_id from shared)" },
	{ name: "uses", kind: "goal-use", where: "f.document_id in (select document_id from shared)" },
	{ name: "areas", kind: "focus-area", where: "f.document_id in (select document_id from shared)" },
	{
		name: "cycles",
		kind: "cycle",
		where: "f.id in (select x.cycle_id from app.document x where x.id in (select document_id from shared))",
	},
	{ name: "goals", kind: "goal", where: "f.id in (select goal_id from told)" },
	{ name: "strategies", kind: "strategy", where: "f.goal_id in (select goal_id from told)" },
	{
		name: "milestones",
		kind: "milestone",
		where:
			"f.strategy_id in (select s.id from app.strategy s where s.removed_at is null and s.goal_id in (select goal_id from told))",
	},
	{ name: "objectives", kind: "objective", where: "f.goal_id in (select goal_id from told)" },
	...(
		[
			["baselines", "baseline"],
			["targets", "target"],
		] as const
	).map(([name, kind]) => ({
		...{ name, kind },
		where:
			"f.objective_id in (select o.id from app.objective o where o.removed_at is null and o.goal_id in (select goal_id from told))",
	})),
	...(
		[
			["determinations", "determination"],
			["terms", "plan-terms"],
			["clockEvents", "clock-event"],
			["workSteps", "work-step"],
			["addresses", "goal-address"],
			["items", "measurement-item"],
			["results", "measurement-result"],
			["ratios", "monthly-ratio"],
			["renegotiations", "renegotiation"],
			["renegotiatedParts", "renegotiated-part"],
			["completionEvidence", "completion-evidence"],
		] as const
	).map(([name, kind]) => ({ name, kind, where: "f.document_id in (select id from pips)" })),
	{
		name: "evidenceFiles",
		kind: "attachment",
		where: "f.document_id in (select id from pips) and f.attachment_kind = 'completion-evidence'",
	},
];

/**
 * Of a PIP and of its progress reports its own facts; of any other document those of the PIPs in force, never of a draft: what is
 * sent with a document is read by all who may read that document.
 */
const improvementQuery = `
	with d as (select * from app.document where id = $id),
	own as (select t.document_id as id from app.plan_terms t, d
		where t.document_id = coalesce(d.update_of, d.id) and t.removed_at is null),
	pips as (select id from own union all
		select t.document_id from app.plan_terms t, d, app.document p
			where t.jurisdiction_id = d.jurisdiction_id and t.removed_at is null and p.id = t.document_id
				and p.state = 'accepted' and not exists (select from own)),
	told as (select u.goal_id from app.goal_use u
		where u.removed_at is null and u.document_id in (select id from pips) and not exists (select from own)),
	shared as (select distinct o.document_id from app.goal_use u, d, app.goal_use o
		where u.document_id = d.id and u.removed_at is null and o.goal_id = u.goal_id and o.removed_at is null
		union select id from pips)
	select ${improvementParts
		.map(
			({ name, kind, where }) =>
				`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]') from ${sourceOf(kind)} f where f.removed_at is null and ${where}) as "${name}"`,
		)
		.join(",\n")}`;

async function readImprovement(transaction: Kysely<DB>, documentId: string): Promise<ImprovementFacts> {
	const [before, after] = improvementQuery.split("$id") as [string, string];
	const { rows } = await sql<
		Record<string, Record<string, unknown>[]>
	>`${sql.raw(before)}${documentId}${sql.raw(after)}`.execute(transaction);
	const entries = improvementParts.map(({ name, kind }) => [
		name,
		(rows[0]?.[name] ?? []).map((each) => toFact(kind, each)),
	]);
	return Object.fromEntries(entries) as unknown as ImprovementFacts;
}

/** What is read with some components. `below`: only with what stands below the goals. */
const componentParts: readonly {
	readonly name: string;
	readonly kind: FactKind;
	readonly where: string;
	readonly below?: true;
}[] = [
	{ name: "focusAreas", kind: "focus-area", where: "f.id in (select id from own_areas) and f.document_id = d.id" },
	{
		name: "goalUses",
		kind: "goal-use",
		where: "f.focus_area_id in (select id from own_areas) and f.document_id = d.id",
	},
	{ name: "goals", kind: "goal", where: "f.id in (select goal_id from uses u where u.document_id = d.id)" },
	{
		name: "takenOut",
		kind: "renegotiated-part",
		where: `f.document_id = d.id and exists (select from app.renegotiation r where r.id = f.renegotiation_id
			and r.removed_at is null and r.part_id = f.part_id and r.field = 'takenOut' and r.answer = 'agreed')`,
	},
	{
		name: "voices",
		kind: "partner-input",
		where: "f.focus_area_id in (select id from own_areas) and f.document_id = d.id",
	},
	...(
		[
			["objectives", "objective", "f.goal_id in (select goal_id from uses u where u.document_id = d.id)"],
			["strategies", "strategy", "f.goal_id in (select goal_id from uses u where u.document_id = d.id)"],
			[
				"milestones",
				"milestone",
				"f.strategy_id in (select s.id from app.strategy s where s.removed_at is null and s.goal_id in (select goal_id from uses u where u.document_id = d.id))",
			],
			[
				"targets",
				"target",
				"f.objective_id in (select o.id from app.objective o where o.removed_at is null and o.goal_id in (select goal_id from uses u where u.document_id = d.id))",
			],
			[
				"measures",
				"measure",
				"f.id in (select o.measure_id from app.objective o where o.removed_at is null and o.goal_id in (select goal_id from uses u where u.document_id = d.id))",
			],
		] as const
	).map(([name, kind, where]) => ({ name, kind, where, below: true as const })),
];

const componentQuery = (lists: typeof componentParts) => `
	with own_areas as materialized (select a.* from app.focus_area a
		where a.removed_at is null and a.id = any($ids::uuid[])),
	uses as materialized (select u.goal_id, u.document_id from app.goal_use u
		where u.removed_at is null and u.focus_area_id in (select id from own_areas))
	select row_to_json(d) as document, row_to_json(c) as cycle,
		${lists
			.map(
				({ name, kind, where }) =>
					`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]') from ${sourceOf(kind)} f where f.removed_at is null and ${where}) as "${name}"`,
			)
			.join(",\n")}
	from app.document d join app.cycle c on c.id = d.cycle_id
	where d.removed_at is null and d.update_of is null and d.id in (select document_id from own_areas)
	order by d.id`;

/** As `timeframeEnd` in the domain: a timeframe of months ends the day before. A milestone in two papers counts once. */
const lateQuery = `
	with due as (
		select distinct m.id, m.jurisdiction_id, coalesce(m.due_on, case m.timeframe_months
			when 0 then c.starts_on else (c.starts_on + make_interval(months => m.timeframe_months))::date - 1 end) as due_on
		from app.milestone m
		join app.strategy s on s.id = m.strategy_id and s.removed_at is null
		join app.goal_use u on u.goal_id = s.goal_id and u.removed_at is null
		join app.document d on d.id = u.document_id and d.removed_at is null and d.state = 'accepted'
		join app.cycle c on c.id = d.cycle_id
		where m.removed_at is null and m.status not in ('completed', 'dropped'))
	select jurisdiction_id, count(*)::integer as late, min(due_on) as since from due where due_on < `;

/** A plan with everything in it, read by one statement: the page that people open most waits for one answer. */
export function createPlanStore(transaction: Kysely<DB>): PlanStore {
	return {
		async find(documentId) {
			const [before, after] = planQuery.split("$id") as [string, string];
			const { rows } = await sql<Record<string, unknown>>`${sql.raw(before)}${documentId}${sql.raw(after)}`.execute(
				transaction,
			);
			const row = rows[0];
			if (!row?.document) return undefined;
			const one = (kind: FactKind, name: string) => toFact(kind, row[name] as Record<string, unknown>);
			return {
				document: one("document", "document"),
				cycle: one("cycle", "cycle"),
				jurisdiction: one("jurisdiction", "jurisdiction"),
				origin: row.origin ? one("document", "origin") : null,
				previous: row.previous ? one("document", "previous") : null,
				...nested(
					parts.map(({ name, kind }) => [
						name,
						(row[name] as Record<string, unknown>[]).map((each) => toFact(kind, each)),
					]),
				),
				observations: (row.observations as Record<string, unknown>[]).map((each) =>
					Observation.parse(withFieldNames(each)),
				),
				...(row.hasImprovement === true && {
					improvement: await readImprovement(transaction, documentId),
				}),
			} as unknown as PlanFacts;
		},
		async findComponents(focusAreaIds, depth) {
			if (focusAreaIds.length === 0) return [];
			const lists = componentParts.filter(({ below }) => depth === "milestones" || !below);
			const [before, after] = componentQuery(lists).split("$ids") as [string, string];
			const { rows } = await sql<
				Record<string, unknown>
			>`${sql.raw(before)}${`{${focusAreaIds.join(",")}}`}${sql.raw(after)}`.execute(transaction);
			return rows.map((row) => {
				const of = (name: string, kind: FactKind) =>
					((row[name] ?? []) as Record<string, unknown>[]).map((each) => toFact(kind, each));
				return {
					...Object.fromEntries(componentParts.map(({ name, kind }) => [name, of(name, kind)])),
					...{ answers: [], sharedAnswers: [], baselines: [], observations: [] },
					document: toFact("document", row.document as Record<string, unknown>),
					cycle: toFact("cycle", row.cycle as Record<string, unknown>),
					voices: (of("voices", "partner-input") as Fact<"partner-input">[]).map(asAgreed),
				} as unknown as ComponentsOfPlan;
			});
		},
		async countLateMilestones(today) {
			const { rows } = await sql<{ jurisdiction_id: string; late: number; since: PlainDate }>`
				${sql.raw(lateQuery)}${today} group by jurisdiction_id`.execute(transaction);
			return rows.map((row) => ({ jurisdictionId: row.jurisdiction_id, late: row.late, since: row.since }));
		},
	};
}

/** `entries.meeting` stands within `entries`. */
function nested(lists: readonly (readonly [name: string, facts: readonly unknown[]])[]): Record<string, unknown> {
	const all: Record<string, unknown> = {};
	for (const [name, facts] of lists) {
		const [whole, part] = name.split(".") as [string, string | undefined];
		all[whole] = part === undefined ? facts : { ...(all[whole] as object | undefined), [part]: facts };
	}
	return all;
}
