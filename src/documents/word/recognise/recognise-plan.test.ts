import { describe, expect, it } from "vitest";
import { line, plainWordFile, rows } from "../../../../test/support/messy-word-file.ts";
import { samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { assemblePlan } from "../../../domain/plan/assemble-plan.ts";
import type { RecognisedLine } from "../../../domain/word/old-plan.ts";
import { getEdition } from "../../../frameworks/editions.ts";
import { buildPlanDocument } from "../../plan-document.ts";
import { readWordContent } from "../read/read-word-content.ts";
import { renderWordDocument } from "../render-word-document.ts";
import { recognisePlan } from "./recognise-plan.ts";

const edition = getEdition("ca-ccfsr-2004");
const recognise = async (bytes: Uint8Array) => recognisePlan(await readWordContent(bytes), edition);
const of = <K extends RecognisedLine["kind"]>(lines: readonly RecognisedLine[], kind: K) =>
	lines.filter((each): each is Extract<RecognisedLine, { kind: K }> => each.kind === kind);
const firstWords = (lines: readonly RecognisedLine[]) => lines.map(({ text }) => text.split("\n\n")[0]);

describe("an old plan from Word", () => {
	it("is recognised whole where it is the program's own paper", async () => {
		const facts = samplePlanFacts();
		const paper = buildPlanDocument(assemblePlan(facts), edition, { today: plainDate("2025-05-20") });
		const { lines, ...plan } = await recognise(await renderWordDocument(paper));
		expect(plan).toEqual({ title: facts.document.title, startsOn: "2025-07-01", endsOn: "2028-06-30" });
		expect(of(lines, "component")).toMatchObject([{ subjectKind: "indicator", codes: ["3F"], confidence: "sure" }]);
		expect(firstWords(of(lines, "goal"))).toEqual(facts.goals.map(({ statement }) => statement));
		expect(firstWords(of(lines, "strategy"))).toEqual(facts.strategies.map(({ statement }) => statement));
		expect(of(lines, "strategy").map(({ rationale }) => rationale)).toEqual(
			facts.strategies.map(({ rationale }) => rationale),
		);
		expect(firstWords(of(lines, "milestone"))).toEqual(facts.milestones.map(({ statement }) => statement));
		expect(lines.filter(({ kind }) => kind !== "answer").every(({ confidence }) => confidence === "sure")).toBe(true);
		const written = facts.answers.filter(
			({ value, field }) => value !== "" && !/Name$|\.contact|Quarter|team\.|academy/u.test(field),
		);
		const answers = new Map(of(lines, "answer").map((each) => [each.field, each.text]));
		expect(written.map(({ field }) => [field, answers.get(field)])).toEqual(
			written.map(({ field, value }) => [field, value]),
		);
		expect(answers.get("cover.contactName")).toBe("Dwayne Okafor");
	});

	it("is recognised from one long table with its labels turned into cells of their own", async () => {
		const { lines } = await recognise(
			await plainWordFile(
				rows(
					["Outcome/Systemic Factor: 3F Re-entry to foster care"],
					["County’s Current Performance:\nEleven in a hundred children come back."],
					["Improvement Goal 1.0\nReduce re-entry from 11.3% to 8.6%."],
					[
						"Strategy 1. 1 Plan after-care with every family.",
						"Strategy Rationale 1\nMost re-entry is in the first months.",
					],
					["Milestone", "1.1.1 Form adopted.", "Timeframe", "3 months", "Assigned to", "Program manager"],
					["Milestone", "1.1.2 Staff trained.", "Timeframe", "June 2027", "Assigned to", "Training unit"],
					["Improvement Goal 2.0 Every family has a partner."],
					["Strategy 2. 1 Hire parent partners.", "Strategy Rationale 1 They are trusted."],
					["Milestone", "2.1.1 Two partners hired.", "Timeframe", "Ongoing", "Assigned to", "HR"],
					["Identify roles of the other partners in achieving the improvement goals.\nBehavioral Health opens slots."],
				),
			),
		);
		expect(of(lines, "component")).toMatchObject([{ codes: ["3F"] }]);
		expect(of(lines, "goal")).toMatchObject([
			{ text: "Reduce re-entry from 11.3% to 8.6%.", confidence: "sure" },
			{ text: "Every family has a partner." },
		]);
		expect(of(lines, "strategy")).toMatchObject([
			{ text: "Plan after-care with every family.", rationale: "Most re-entry is in the first months." },
			{ text: "Hire parent partners.", rationale: "They are trusted." },
		]);
		expect(
			of(lines, "milestone").map(({ text, timeframe, assigned, confidence }) => [
				text,
				timeframe,
				assigned,
				confidence,
			]),
		).toEqual([
			["Form adopted.", "3 months", "Program manager", "sure"],
			["Staff trained.", "June 2027", "Training unit", "sure"],
			["Two partners hired. (Timeframe: Ongoing)", "", "HR", "unsure"],
		]);
		expect(of(lines, "answer").map(({ field, text }) => [field, text])).toEqual([
			["component.currentPerformance", "Eleven in a hundred children come back."],
			["component.partnerRoles", "Behavioral Health opens slots."],
		]);
	});

	it("is recognised from lines without a table, and says of the rest that it found no place", async () => {
		const { lines, startsOn } = await recognise(
			await plainWordFile(
				[
					line("Period of Plan:\tJuly 1, 2024 - June 30, 2027"),
					line("Local Planning Bodies", true),
					line("The council met six times."),
					line("Systemic Factor: Quality assurance system"),
					line("Goal 1: Every case is looked at twice a year."),
					line("1.1 Set up a review unit with two peers of each office."),
					line("Rationale: What is looked at gets better."),
					line("1.1.1 Unit staffed."),
					line("1.1.2 First report given to the council."),
					line("Appendix", true),
				].join(""),
			),
		);
		expect(startsOn).toBe("2024-07-01");
		expect(lines.map(({ kind, text, confidence }) => [kind, text, confidence])).toEqual([
			["answer", "The council met six times.", "sure"],
			["component", "Quality assurance system", "sure"],
			["goal", "Every case is looked at twice a year.", "sure"],
			["strategy", "Set up a review unit with two peers of each office.", "likely"],
			["milestone", "Unit staffed.", "likely"],
			["milestone", "First report given to the council.\n\nAppendix", "likely"],
		]);
		expect(of(lines, "strategy")[0]?.rationale).toBe("What is looked at gets better.");
	});

	it("takes tracked changes as accepted, and stands any text", async () => {
		const tracked =
			'<w:p><w:r><w:t xml:space="preserve">Goal 1: More </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>visits</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>homes</w:t></w:r></w:ins></w:p>';
		const { lines } = await recognise(await plainWordFile(line("Component 1: Safety first") + tracked));
		expect(of(lines, "goal").map(({ text }) => text)).toEqual(["More homes"]);
		expect(of(lines, "component")).toMatchObject([{ subjectKind: "other", confidence: "likely" }]);
		expect((await recognise(await plainWordFile(""))).lines).toEqual([]);
	});
});
