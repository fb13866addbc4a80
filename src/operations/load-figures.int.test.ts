import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import type { Actor } from "../domain/people/may.ts";
import { addEvidence } from "./add-evidence.ts";
import { addFinding } from "./add-finding.ts";
import { NotAllowed, Refused } from "./errors.ts";
import { getFindingWithEvidence } from "./get-finding.ts";
import { getLoad } from "./get-load.ts";
import { getOutcome } from "./get-outcome.ts";
import { listFindings } from "./list-findings.ts";
import { listLoads } from "./list-loads.ts";
import { listOutcomes } from "./list-outcomes.ts";
import { loadFigures } from "./load-figures.ts";
import { perform } from "./operation.ts";
import { settleFinding } from "./settle-finding.ts";

let storage: TestStorage;
let alder: string;
let birch: string;
let data: Actor;
let planner: Actor;
let stateData: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	alder = await addPlace(storage, { kind: "county", code: "99001", name: "Alder", parentId: state });
	birch = await addPlace(storage, { kind: "county", code: "99002", name: "Birch", parentId: state });
	data = await addActor(storage, alder, "data-analyst");
	planner = await addActor(storage, alder, "county-planner");
	stateData = await addActor(storage, state, "data-analyst", "State data analyst");
});
afterAll(() => storage.end());

const headings = "County,Indicator,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of";
const csv = (...rows: string[]) => new TextEncoder().encode(`${[headings, ...rows].join("\r\n")}\r\n`);
const row = (county: string, numerator: number, end = "2026-03-31", start = "2025-04-01") =>
	`${county},3F,${start},${end},${numerator},250,all,CCWIP,2026-06-30`;

const load = (
	actor: Actor,
	bytes: Uint8Array<ArrayBuffer>,
	jurisdictionId: string | null = alder,
	fileName = "figures.csv",
) => perform(storage.performer, loadFigures, actor, { jurisdictionId, vintage: "ccfsr-2004", fileName, bytes });

describe("loading figures", () => {
	it("takes a file whole, lists the load, and proposes a finding where the county falls short", async () => {
		const result = await load(
			data,
			csv(row("99001", 31), row("99001", 28, "2025-12-31", "2025-01-01")),
			alder,
			"../../etc/passwd\u0007.csv",
		);
		expect(result).toMatchObject({ result: "taken", added: 2, replaced: 0, unchanged: 0, proposedFindings: 1 });
		const [listed] = await perform(storage.performer, listLoads, data, { jurisdictionId: alder });
		expect(listed).toMatchObject({
			fileName: "passwd.csv",
			rows: 2,
			added: 2,
			by: "Data analyst",
			at: "2026-07-01T16:00:00.000Z",
		});
		const { observations } = await perform(storage.performer, getLoad, data, { loadId: listed?.id ?? "" });
		expect(observations.map((each) => each.value)).toEqual([11.2, 12.4]);
		const { rows } = await perform(storage.performer, listOutcomes, planner, { jurisdictionId: alder });
		expect(rows[0]?.series.judgement.verdict).toBe("below");
		const [finding] = await perform(storage.performer, listFindings, planner, { jurisdictionId: alder });
		expect(finding).toMatchObject({ code: "3F", state: "proposed", judgement: "area-needing-improvement" });
		expect(finding?.evidence[0]).toMatchObject({ evidenceKind: "observation" });
	});

	it("changes nothing when the same file comes again, whatever its name", async () => {
		const again = await load(
			data,
			csv(row("99001", 31), row("99001", 28, "2025-12-31", "2025-01-01")),
			alder,
			"other.csv",
		);
		expect(again).toMatchObject({ result: "same-file" });
		expect(await perform(storage.performer, listLoads, data, {})).toHaveLength(1);
	});

	it("replaces a figure by a newer one and keeps the older in its load", async () => {
		const result = await load(data, csv(row("99001", 33), row("99001", 28, "2025-12-31", "2025-01-01")));
		expect(result).toMatchObject({ result: "taken", added: 0, replaced: 1, unchanged: 1, proposedFindings: 0 });
		const outcome = await perform(storage.performer, getOutcome, planner, {
			jurisdictionId: alder,
			vintage: "ccfsr-2004",
			code: "3F",
		});
		expect(outcome.series[0]?.observations.map((each) => each.numerator)).toEqual([28, 33]);
		expect(outcome.figure?.svg).toContain("<svg");
		const loads = await perform(storage.performer, listLoads, data, { jurisdictionId: alder });
		const first = loads.find((each) => each.rows === 2 && each.added === 2);
		const { observations } = await perform(storage.performer, getLoad, data, { loadId: first?.id ?? "" });
		expect(observations.map((each) => each.numerator)).toEqual([28, 31]);
	});

	it("takes nothing of a file with one bad row", async () => {
		const before = await perform(storage.performer, listLoads, data, {});
		const result = await load(
			data,
			csv(row("99001", 30, "2025-09-30", "2024-10-01"), row("99001", 300, "2025-06-30", "2024-07-01")),
		);
		expect(result.result).toBe("refused");
		expect(result.result === "refused" && result.problems[0]?.message).toMatch(/row 3/i);
		expect(await perform(storage.performer, listLoads, data, {})).toEqual(before);
	});

	it("takes several counties from one file for those who may, and none for those who may not", async () => {
		const both = csv(row("99001", 20, "2025-09-30", "2024-10-01"), row("99002", 21, "2025-09-30", "2024-10-01"));
		const own = await load(data, both, null);
		expect(own.result).toBe("refused");
		const result = await load(stateData, both, null);
		expect(result).toMatchObject({ result: "taken", added: 2 });
		await expect(load(data, csv(row("99002", 21)), birch)).rejects.toBeInstanceOf(NotAllowed);
	});

	it("refuses what is no table in a sentence, a broken workbook too", async () => {
		for (const bytes of [
			new Uint8Array(),
			new TextEncoder().encode("%PDF-1.7 ..."),
			new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]),
		]) {
			const result = await load(data, bytes, alder, "figures.xlsx");
			expect(result.result).toBe("refused");
			if (result.result === "refused") expect(result.problems[0]?.message).toMatch(/\.$/);
		}
	});
});

describe("settling a finding", () => {
	it("is done by a person, on evidence, with words; a dismissal has its reason", async () => {
		const [finding] = await perform(storage.performer, listFindings, planner, { jurisdictionId: alder });
		const findingId = finding?.id ?? "";
		const confirm = {
			findingId,
			version: 1,
			state: "confirmed",
			judgement: "area-needing-improvement",
			summary: "Re-entry is too frequent.",
		} as const;
		await expect(perform(storage.performer, settleFinding, data, confirm)).rejects.toBeInstanceOf(NotAllowed);
		await expect(perform(storage.performer, settleFinding, planner, { ...confirm, summary: " " })).rejects.toThrow(
			/what was found/,
		);
		await perform(storage.performer, addEvidence, planner, {
			findingId,
			evidenceKind: "voices",
			text: "Parents ask for aftercare.",
			source: "Focus group, 9 parents",
		});
		await perform(storage.performer, settleFinding, planner, confirm);
		const settled = await perform(storage.performer, getFindingWithEvidence, planner, { findingId });
		expect(settled).toMatchObject({ state: "confirmed", version: 2 });
		expect(settled.evidence).toHaveLength(2);
		await expect(
			perform(storage.performer, settleFinding, planner, { ...confirm, version: 2, state: "dismissed" }),
		).rejects.toThrow(/why the finding is dismissed/);
	});

	it("refuses to confirm without evidence", async () => {
		const { id } = await perform(storage.performer, addFinding, planner, {
			jurisdictionId: alder,
			subjectKind: "systemic-factor",
			code: "training",
			label: "Training",
			domain: "systemic",
			judgement: "area-needing-improvement",
			summary: "Thin.",
		});
		await expect(
			perform(storage.performer, settleFinding, planner, {
				findingId: id,
				version: 1,
				state: "confirmed",
				judgement: "area-needing-improvement",
				summary: "Thin.",
			}),
		).rejects.toBeInstanceOf(Refused);
	});
});
