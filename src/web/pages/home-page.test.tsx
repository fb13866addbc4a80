import { JSDOM } from "jsdom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import type { PageFrame } from "../shell/page-frame.ts";
import type { HomeProps, PlanProps } from "./home/home-props.ts";
import { HomePage } from "./home-page.tsx";

const frame: PageFrame = {
	assets: "/assets/1",
	path: "/",
	practice: false,
	person: {
		id: "00000000-0000-4000-8000-000000000009",
		name: "Ana Ruiz",
		title: "",
		place: "Alder County",
		roles: ["County planner"],
		maySeePeople: false,
		maySeeFigures: true,
		maySeeExtracts: true,
		maySeePlans: true,
		mayReviewPlans: false,
		plansForState: false,
	},
	session: undefined,
	notice: undefined,
};

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const place = (n: number, name: string): Fact<"jurisdiction"> => ({
	id: id(n),
	version: 1,
	kind: "county",
	code: String(n),
	name,
	parentId: null,
	providesAdoptions: false,
	youthConnectionAvailable: false,
	tribesApplicable: false,
});

function plan(n: number, state: PlanProps["document"]["state"]): PlanProps {
	const common = { version: 1, jurisdictionId: id(1) };
	return {
		jurisdiction: place(1, "Alder County"),
		document: {
			...common,
			id: id(100 + n),
			cycleId: id(200 + n),
			editionId: "ca-ccfsr-2004",
			title: `Plan ${n}`,
			state,
			submittedOn: null,
			acceptedOn: null,
			updateOf: null,
			updateNumber: null,
		},
		cycle: {
			...common,
			id: id(200 + n),
			title: "",
			startsOn: plainDate("2026-07-01"),
			endsOn: plainDate("2029-06-30"),
		},
	};
}

const empty: HomeProps = {
	waiting: [],
	turns: [],
	proposals: [],
	plans: [],
	milestones: [],
	sections: [],
	mentions: [],
	staleMilestones: [],
	duePapers: [],
	draftForms: [],
	proposedFindings: [],
	jurisdictions: [place(1, "Alder County")],
	outcomes: [],
	mayReview: false,
	mayWritePlans: true,
	mayLoadFigures: true,
	mayManagePeople: false,
};

function read(home: Partial<HomeProps>) {
	const page = HomePage({ pips: [], frame, home: { ...empty, ...home }, today: plainDate("2026-10-01") });
	const { document } = new JSDOM(renderToStaticMarkup(page)).window;
	return { document, main: (document.querySelector("main")?.textContent ?? "").replace(/\s+/gu, " ") };
}

test("with nothing there, each part says what to do next", () => {
	const { main, document } = read({});
	expect(main).toContain("No plan waits for a step of yours.");
	expect(main).toContain("There is no plan yet.");
	expect(main).toContain("No figures have been loaded yet.");
	const links = [...document.querySelectorAll("main a")].map((each) => each.getAttribute("href"));
	expect(links).toEqual(["/plans", "/figures"]);
});

test("what waits is grouped by what is asked, with who sent it and why it came back", () => {
	const since = { actorName: "Renata Osei", at: "2026-09-30T14:05:00.000Z", reason: "Goal 2 <b>has</b> no target." };
	const { main, document } = read({
		waiting: [
			{ ...plan(1, "ready"), waitingFor: "signature", since: undefined },
			{ ...plan(2, "returned"), waitingFor: "revision", since },
			{ ...plan(3, "submitted"), waitingFor: "review", since },
		],
	});
	const headings = [...document.querySelectorAll("main h2")].slice(0, 3).map((each) => each.textContent);
	expect(headings).toEqual(["For your review (1)", "Returned to you (1)", "Waiting for a signature (1)"]);
	expect(main).toContain("Returned by Renata Osei, September 30, 2026, 2:05 PM UTC");
	expect(main).toContain("Goal 2 <b>has</b> no target.");
});

test("what is mine to say in a review stands first, each with the way to say it", () => {
	const { main, document } = read({
		turns: [
			{ ...plan(1, "recommendations-made"), questions: 1, recommendations: 2, negotiation: null },
			{ ...plan(2, "in-negotiation"), questions: 0, recommendations: 0, negotiation: { turn: "answer", round: 2 } },
		],
	});
	expect(document.querySelector("main h2")?.textContent).toBe("Yours to answer (2)");
	expect(main).toContain("1 question and 2 recommendations without a response");
	expect(main).toContain("The other side has stated its position in round 2.");
	expect(main).not.toContain("No plan waits");
	const links = [...document.querySelectorAll("main section a")].map((each) => each.getAttribute("href"));
	expect(links.slice(0, 2)).toEqual([`/plans/${id(101)}/review/questions`, `/plans/${id(102)}/review/negotiation`]);
});

test("proposed changes are counted, each with the page where they are taken or left", () => {
	const wordFiles = [{ id: id(700), fileName: "plan edited.docx", open: 3 }];
	const { main, document } = read({
		proposals: [
			{ ...plan(1, "drafting"), suggestions: 1, stateComments: 1, wordFiles },
			{ ...plan(2, "drafting"), suggestions: 2, stateComments: 0, wordFiles: [] },
		],
	});
	expect(document.querySelector("main h2")?.textContent).toBe("Said on your drafts (7)");
	expect(main).toContain("1 comment of the State without a reply");
	expect(main).toContain("3 changes to take or leave in plan edited.docx");
	expect(main).toContain("2 suggested wordings to take or leave");
	const links = [...document.querySelectorAll("main section a")].map((each) => each.getAttribute("href"));
	expect(links.slice(0, 4)).toEqual([
		`/plans/${id(101)}/comments#comments`,
		`/plans/${id(101)}/word/${id(700)}`,
		`/plans/${id(101)}/comments`,
		`/plans/${id(102)}/comments`,
	]);
});

test("milestones say how late they are, in words", () => {
	const milestone = (n: number): Fact<"milestone"> => ({
		id: id(300 + n),
		version: 1,
		jurisdictionId: id(1),
		strategyId: id(400),
		position: n,
		statement: `Milestone ${n}`,
		timeframeMonths: null,
		dueOn: null,
		assignedTitle: "",
		assignedPersonId: null,
		assignedAgency: "",
		population: [],
		status: "in-progress",
		completedOn: null,
		proof: "",
		explanation: "",
		reportedOn: null,
	});
	const due = ["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-31", "2027-01-31", undefined];
	const { document } = read({
		milestones: due.map((day, n) => ({
			milestone: milestone(n),
			...{ plan: plan(1, "accepted"), word: "milestone" },
			dueOn: day === undefined ? undefined : plainDate(day),
		})),
	});
	const cells = [...document.querySelectorAll("section[aria-labelledby=milestones] tbody tr")].map(
		(row) => row.children[1]?.textContent,
	);
	expect(cells).toEqual([
		"Overdue by 1 daySeptember 30, 2026",
		"Due todayOctober 1, 2026",
		"Due tomorrowOctober 2, 2026",
		"Due in 30 daysOctober 31, 2026",
		"Due January 31, 2027",
		"No date",
	]);
});

test("somebody with several places chooses one; somebody with none is told whom to ask", () => {
	const several = read({ jurisdictions: [place(2, "Birch County"), place(1, "Alder County")] });
	const places = [...several.document.querySelectorAll("tbody th")].map((each) => each.textContent);
	expect(places).toEqual(["Alder County", "Birch County"]);
	expect(read({ jurisdictions: [] }).main).toContain("Ask the administrator of your agency");
});
