import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "../people/may.ts";
import {
	ApprovalPath,
	actionLabels,
	DocumentAction,
	DocumentState,
	decideStep,
	documentWorkflow,
	labelOfAction,
	noReview,
	ReviewPath,
	type ReviewStanding,
	rowsUnder,
	stateLabels,
	stepsOpenTo,
	type WorkflowPaths,
} from "./document-workflow.ts";

const path = ["county", "state"];
const actor = (role: Actor["grants"][number]["role"], jurisdictionId: string): Actor => ({
	personId: role,
	name: role,
	grants: [{ role, jurisdictionId }],
});
const people = {
	planner: actor("county-planner", "county"),
	director: actor("child-welfare-director", "county"),
	analyst: actor("state-analyst", "state"),
	partner: actor("partner", "county"),
};
type Who = keyof typeof people;

/** The workflow as it stands in the specification, section 6, to hold the table of rows against. */
const beforeTheState: Readonly<Record<ApprovalPath, Readonly<Record<string, string>>>> = {
	agency: { drafting: "ready", ready: "drafting submitted" },
	board: { drafting: "ready", ready: "drafting board-approved", "board-approved": "drafting submitted" },
};
const atTheState: Readonly<Record<ReviewPath, Readonly<Record<string, string>>>> = {
	short: { submitted: "drafting returned accepted", returned: "drafting", accepted: "" },
	recorded: { submitted: "drafting returned accepted", returned: "drafting submitted", accepted: "submitted" },
	full: {
		submitted: "drafting under-review returned accepted",
		"under-review": "drafting submitted recommendations-made returned in-negotiation accepted",
		"recommendations-made": "drafting under-review returned in-negotiation accepted",
		returned: "drafting submitted under-review recommendations-made",
		"in-negotiation": "drafting under-review recommendations-made assigned-by-state accepted",
		"assigned-by-state": "in-negotiation accepted",
		accepted: "submitted under-review recommendations-made in-negotiation assigned-by-state",
	},
};
const allPaths = ApprovalPath.options.flatMap((approval) => ReviewPath.options.map((review) => ({ approval, review })));
const allowedUnder = ({ approval, review }: WorkflowPaths) => ({ ...beforeTheState[approval], ...atTheState[review] });

const standing = (review: ReviewPath) =>
	fc.record<ReviewStanding>({
		path: fc.constant(review),
		drafted: fc.nat(2),
		unanswered: fc.nat(2),
		agreed: fc.boolean(),
		assigned: fc.nat(2),
		last: fc.option(
			fc.record({ from: fc.constantFrom(...DocumentState.options), own: fc.boolean(), answered: fc.boolean() }),
			{ nil: undefined },
		),
	});
const move = (review: ReviewPath) =>
	fc.record({
		who: fc.constantFrom<Who>("planner", "director", "analyst", "partner"),
		action: fc.constantFrom(...DocumentAction.options),
		/** Mostly one of the steps that are open, sometimes any. */
		open: fc.nat(40),
		openApprovals: fc.constantFrom(0, 0, 1),
		boardActed: fc.boolean(),
		reason: fc.constantFrom("", "Because."),
		openErrors: fc.constantFrom(0, 0, 0, 2),
		letterNamed: fc.boolean(),
		standing: standing(review),
	});

type Walk = { readonly state: DocumentState; readonly from: DocumentState | undefined };
type Move = ReturnType<typeof move> extends fc.Arbitrary<infer T> ? T : never;

function takeMove(paths: WorkflowPaths, walk: Walk, each: Move): Walk {
	const open = stepsOpenTo(people[each.who], path, walk.state, paths);
	const action = each.open > 8 ? (open[each.open % open.length] ?? each.action) : each.action;
	const last = each.standing.last && walk.from ? { ...each.standing.last, from: walk.from } : undefined;
	const result = decideStep({
		state: walk.state,
		action,
		actor: people[each.who],
		path,
		openErrors: each.openErrors,
		...{ approval: paths.approval, openApprovals: each.openApprovals, boardActed: each.boardActed },
		review: { ...each.standing, last },
		reason: each.reason,
		letterNamed: each.letterNamed,
	});
	if (!result.allowed) {
		expect(result.refusal).toContain(`"${labelOfAction(action, paths.review)}"`);
		expect(result.refusal).toMatch(/What you can do now: |There is no step for you to take now\./);
		return walk;
	}
	expect((allowedUnder(paths)[walk.state as "drafting"] ?? "").split(" ")).toContain(result.to);
	if (action === "undo") expect(result.to).toBe(walk.from);
	const answers = action === "accept" || (action === "return" && walk.state === "submitted");
	if (paths.review === "recorded" && (answers || action === "undo")) {
		expect([each.who, answers ? each.letterNamed : true]).toEqual(["director", true]);
	} else if (action === "accept" || result.to === "assigned-by-state") expect(each.who).toBe("analyst");
	expect(each.who).not.toBe("partner");
	if (result.to === "board-approved") expect(each.boardActed).toBe(true);
	if (action === "submit" && paths.approval === "board") expect(each.openApprovals).toBe(0);
	return { state: result.to, from: walk.state };
}

describe.each(allPaths)("the workflow with approval by $approval and the $review review", (paths) => {
	it("goes by generated sequences only where the specification allows, and a refusal says what is allowed (SIP-3, SIP-99, SIP-104, SIP-107 to SIP-111)", () => {
		const seen = new Set<string>(["drafting"]);
		fc.assert(
			fc.property(fc.array(move(paths.review), { minLength: 40, maxLength: 120 }), (moves) => {
				let walk: Walk = { state: "drafting", from: undefined };
				for (const each of moves) {
					walk = takeMove(paths, walk, each);
					seen.add(walk.state);
				}
			}),
			{ seed: 20_261_128, numRuns: 400 },
		);
		expect([...seen].sort()).toEqual(Object.keys(allowedUnder(paths)).sort());
	});

	it("has one row for a state and a step, except where a step is taken back", () => {
		const keys = rowsUnder(paths)
			.filter(({ action }) => action !== "undo")
			.map(({ from, action }) => `${from} ${action}`);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

it("leaves no state and no step without words, and every state can be left or is an end", () => {
	for (const { from, to, action } of documentWorkflow) {
		expect(stateLabels[from]).not.toBe("");
		expect(stateLabels[to]).not.toBe("");
		expect(actionLabels[action]).not.toBe("");
	}
	expect(stepsOpenTo(people.analyst, path, "in-negotiation", { approval: "board", review: "full" })).toEqual([
		"assign",
		"accept",
		"undo",
	]);
	expect(stepsOpenTo(people.analyst, path, "submitted", { approval: "agency", review: "short" })).toEqual([
		"return",
		"accept",
	]);
});

describe("conditions of the State's review", () => {
	const decide = (state: DocumentState, action: DocumentAction, who: Who, review: Partial<ReviewStanding>) =>
		decideStep({
			state,
			action,
			actor: people[who],
			path,
			openErrors: 0,
			...{ approval: "board", openApprovals: 0, boardActed: true },
			review: { ...noReview("full"), ...review },
			reason: "Because.",
		});

	it("accepts only when each recommendation has a response (SIP-107)", () => {
		expect(decide("recommendations-made", "accept", "analyst", { unanswered: 2 })).toMatchObject({
			allowed: false,
			refusal: expect.stringContaining("2 recommendations have no response of the county yet (SIP-107)"),
		});
		expect(decide("recommendations-made", "accept", "analyst", {})).toMatchObject({ allowed: true, to: "accepted" });
	});

	it("ends a negotiation with an agreement or with the State's last word (SIP-108, SIP-110)", () => {
		expect(decide("in-negotiation", "accept", "analyst", {})).toMatchObject({ allowed: false });
		expect(decide("in-negotiation", "revise", "planner", { agreed: true })).toMatchObject({ to: "drafting" });
		expect(decide("in-negotiation", "assign", "director", {})).toMatchObject({ allowed: false });
		expect(decide("assigned-by-state", "accept", "analyst", { assigned: 0 })).toMatchObject({ allowed: false });
		expect(decide("assigned-by-state", "accept", "analyst", { assigned: 1 })).toMatchObject({ to: "accepted" });
	});

	it("takes a step back only on the side that took it, before anybody acted on it", () => {
		const last = { from: "under-review", own: true, answered: false } as const;
		expect(decide("accepted", "undo", "analyst", { last })).toMatchObject({ allowed: true, to: "under-review" });
		expect(decide("accepted", "undo", "analyst", { last: { ...last, answered: true } })).toMatchObject({
			allowed: false,
			refusal: expect.stringContaining("acted on since"),
		});
		expect(decide("in-negotiation", "undo", "director", { last: { ...last, own: false } })).toMatchObject({
			allowed: false,
			refusal: expect.stringContaining("the side that took the last step"),
		});
	});
});
