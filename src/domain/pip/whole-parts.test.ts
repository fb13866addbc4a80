import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { clockAtRest } from "./pip-clock.ts";
import type { WholePartKind } from "./pip-facts.ts";
import { additionFault, type RenegotiationContext, renegotiationFault } from "./renegotiation.ts";
import { numberingWithout } from "./taken-out.ts";
import { belowWords, placesToAdd, wholeParts } from "./whole-parts.ts";

const areas = ["S1", "SA", "P1"];
const approvedOn = plainDate("2026-10-01");

/** A part of a plan in force as the model holds it: where it belongs, its place there, and the number that it was given. */
type Held = { id: string; kind: WholePartKind; parentId: string | null; place: number; codes: string[] };
type Gone = Held & { number: string; parts: string[] };

/** A plan in force, changed by agreements through the same rules as the operations. */
class Plan {
	held: Held[] = [];
	gone: Gone[] = [];
	ever = new Set<string>();
	#next = 0;

	add(kind: WholePartKind, parentId: string | null, codes: string[] = []): string {
		const beside = [...this.held, ...this.gone].filter((each) => each.kind === kind && each.parentId === parentId);
		const id = `${kind}-${this.#next++}`;
		const place = Math.max(0, ...beside.map((each) => each.place)) + 1;
		this.held.push({ id, kind, parentId, place, codes });
		this.ever.add(id);
		return id;
	}

	takeOut(id: string): void {
		const { graph, pip } = this.context();
		const parts = wholeParts(graph, pip, [], id);
		const part = this.held.find((each) => each.id === id) as Held;
		this.gone.push({ ...part, number: parts[0]?.number ?? "", parts: parts.map(({ partId }) => partId) });
		const with_ = new Set(parts.map(({ partId }) => partId));
		this.held = this.held.filter((each) => !with_.has(each.id));
	}

	context(): RenegotiationContext {
		const gone = this.gone.map(({ id, parentId, place }) => ({ partId: id, parentId, place }));
		const numbers = numberingWithout(gone as never);
		const of = (kind: WholePartKind, parentId: string | null) =>
			this.held
				.filter((each) => each.kind === kind && each.parentId === parentId)
				.toSorted((a, b) => a.place - b.place);
		const numbered = (kind: WholePartKind, parentId: string | null) => {
			const own = of(kind, parentId);
			const given = numbers(own, ({ id, place }) => ({ id, position: place }), parentId);
			return own.map((each, index) => ({ ...each, position: each.place, n: given[index] ?? 0 }));
		};
		const goals = numbered("goal", null).map((goal) => ({
			...{
				goal: { ...goal, statement: goal.id },
				use: { position: goal.place },
				number: `${goal.n}.0`,
				objectives: [],
			},
			strategies: numbered("strategy", goal.id).map((strategy) => ({
				strategy: { ...strategy, goalId: goal.id, statement: strategy.id, rationale: "" },
				number: `${goal.n}.${strategy.n}`,
				milestones: numbered("milestone", strategy.id).map((milestone) => ({
					milestone: { ...milestone, strategyId: strategy.id, statement: milestone.id, status: "not-started" },
					...{ number: `${goal.n}.${strategy.n}.${milestone.n}`, dueOn: undefined },
				})),
			})),
		}));
		return {
			graph: { cycle: { startsOn: approvedOn }, components: [{ goals }] },
			pip: {
				...{ determination: { areas }, renegotiations: [], renegotiatedParts: [] },
				addresses: this.held
					.filter(({ kind }) => kind === "goal")
					.map(({ id, codes }) => ({ id: `address-${id}`, goalId: id, codes })),
			},
			rules: { areas: areas.map((code) => ({ code, items: [], indicators: [] })) },
			view: {
				state: { ...clockAtRest, phase: "in-force", approvedOn },
				implementationEnd: plainDate("2028-09-30"),
			},
		} as unknown as RenegotiationContext;
	}

	/** Every part that is in the plan, by its number. */
	numbers(): Map<string, string> {
		const { graph } = this.context();
		return new Map(
			graph.components.flatMap(({ goals }) =>
				goals.flatMap(({ goal, number, strategies }) => [
					[goal.id, number] as const,
					...strategies.flatMap((each) => [
						[each.strategy.id, each.number] as const,
						...each.milestones.map((activity) => [activity.milestone.id, activity.number] as const),
					]),
				]),
			),
		);
	}
}

/** A plan of two goals that answer every area, each with a strategy and a key activity. */
function started(): Plan {
	const plan = new Plan();
	for (const codes of [["S1", "SA"], ["P1"]]) {
		const strategy = plan.add("strategy", plan.add("goal", null, codes));
		plan.add("milestone", strategy);
	}
	return plan;
}

const asks = fc.array(
	fc.record({
		takes: fc.boolean(),
		pick: fc.nat(1000),
		codes: fc.subarray(areas, { minLength: 1 }),
	}),
	{ maxLength: 40 },
);

/** Asks for one thing and has it agreed where the rules let it. */
function agree(plan: Plan, { takes, pick, codes }: { takes: boolean; pick: number; codes: string[] }): void {
	const context = plan.context();
	if (takes) {
		const part = plan.held[pick % plan.held.length] as Held;
		const asked = { partKind: part.kind, partId: part.id, field: "takenOut" as const, after: "" };
		if (renegotiationFault(asked, context) === undefined) plan.takeOut(part.id);
		return;
	}
	const places = placesToAdd(context.graph, context.pip);
	const place = places[pick % places.length];
	if (!place) return;
	const dueOn = place.kind === "milestone" ? plainDate("2027-06-30") : null;
	if (additionFault({ partKind: place.kind, underId: place.underId, codes, dueOn }, context) === undefined) {
		plan.add(place.kind, place.underId, place.kind === "goal" ? codes : []);
	}
}

describe("45 CFR 1355.35: whole parts are negotiated anew", () => {
	test("no sequence of asks and agreements loses a part: each is in the plan, or kept once with the agreement that took it out", () => {
		fc.assert(
			fc.property(asks, (sequence) => {
				const plan = started();
				for (const ask of sequence) agree(plan, ask);
				const found = [...plan.numbers().keys(), ...plan.gone.flatMap(({ parts }) => parts)];
				expect(found.toSorted()).toEqual([...plan.ever].toSorted());
			}),
		);
	});

	test("every area stays answered, every goal keeps a strategy, every strategy a key activity that it had", () => {
		fc.assert(
			fc.property(asks, (sequence) => {
				const plan = started();
				for (const ask of sequence) {
					agree(plan, ask);
					const { graph, pip } = plan.context();
					const named = pip.addresses.flatMap(({ codes }) => codes);
					expect(areas.every((code) => named.includes(code))).toBe(true);
					for (const { goal, strategies } of graph.components.flatMap(({ goals }) => goals)) {
						const had = plan.gone.some(({ parentId }) => parentId === goal.id);
						expect(strategies.length > 0 || !had).toBe(true);
					}
				}
			}),
		);
	});

	test("what stays keeps its number, and no number is given twice", () => {
		fc.assert(
			fc.property(asks, (sequence) => {
				const plan = started();
				const given = new Map<string, string>();
				for (const ask of sequence) {
					agree(plan, ask);
					for (const [id, number] of plan.numbers()) {
						expect(given.get(number) ?? id).toBe(id);
						given.set(number, id);
					}
				}
			}),
		);
	});

	test("a goal is not taken out while nothing else answers its area, and a key activity is added within implementation", () => {
		const plan = started();
		const [first] = plan.held.filter(({ kind }) => kind === "goal");
		const out = { partKind: "goal", partId: first?.id ?? "", field: "takenOut", after: "" } as const;
		expect(renegotiationFault(out, plan.context())).toMatch(/No goal would answer S1, SA any more/);
		const strategy = plan.held.find(({ kind }) => kind === "strategy")?.id ?? "";
		const add = (dueOn: string | null) =>
			additionFault(
				{ partKind: "milestone", underId: strategy, codes: [], dueOn: dueOn && plainDate(dueOn) } as never,
				plan.context(),
			);
		expect(add("2027-03-31")).toBeUndefined();
		expect(add(null)?.message).toMatch(/Give the day/);
		expect(add("2028-10-01")?.message).toMatch(/Implementation ends on September 30, 2028/);
		const goal = { partKind: "goal", underId: null, dueOn: null } as const;
		expect(additionFault({ ...goal, codes: [] }, plan.context())?.message).toMatch(/what the goal addresses/);
		expect(additionFault({ ...goal, codes: ["S9"] }, plan.context())?.message).toMatch(/"S9" is no outcome/);
		expect(additionFault({ ...goal, partKind: "strategy", underId: "x", codes: [] }, plan.context())?.field).toBe(
			"part",
		);
	});

	test("what goes with a part is counted in words", () => {
		const parts = (...kinds: string[]) => belowWords(kinds.map((partKind) => ({ partKind })) as never);
		expect(parts("goal")).toBe("");
		expect(parts("goal", "measure", "strategy", "milestone", "milestone")).toBe(
			"1 strategy, 2 key activities and 1 measure",
		);
	});
});
