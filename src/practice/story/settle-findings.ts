import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { SystemicFactor } from "../../domain/document/edition.ts";
import { caIndicators } from "../../frameworks/ca-indicators/catalogue.ts";
import { getEdition } from "../../frameworks/editions.ts";
import { addEvidence } from "../../operations/add-evidence.ts";
import { addFinding } from "../../operations/add-finding.ts";
import { type FindingWithEvidence, listFindings } from "../../operations/list-findings.ts";
import { settleFinding } from "../../operations/settle-finding.ts";
import type { FindingText } from "../data/findings.ts";
import { practiceVintage } from "../figures/make-series.ts";
import { practiceEdition } from "./practice-edition.ts";
import type { Desk, Session } from "./session.ts";

/** People settle what the figures proposed, with what they heard and read; or write down a finding of their own. */
export function settleFindings(texts: readonly FindingText[], today: PlainDate): readonly Session[] {
	return texts.map((text) => ({
		day: addDays(today, -text.daysAgo),
		name: `finding ${text.county} ${text.code}`,
		run: (desk) => settle(desk, text),
	}));
}

async function settle(desk: Desk, text: FindingText): Promise<void> {
	const jurisdictionId = desk.placeId(text.county);
	const found = await desk.perform(text.who, listFindings, { jurisdictionId });
	const known = found.filter((finding) => finding.code === text.code);
	const finding = known.find(({ state }) => state === "proposed") ?? known.find(({ state }) => state === "confirmed");
	const findingId = finding?.id ?? (await addOwn(desk, text, jurisdictionId));
	for (const [evidenceKind, words, source] of text.evidence ?? []) {
		await desk.perform(text.who, addEvidence, { findingId, evidenceKind, text: words, source });
	}
	await desk.perform(text.who, settleFinding, {
		findingId,
		version: finding?.version ?? 1,
		state: text.state,
		judgement: text.judgement,
		summary: text.summary,
		reason: text.reason ?? "",
	});
}

function addOwn(desk: Desk, text: FindingText, jurisdictionId: string): Promise<string> {
	return desk
		.perform(text.who, addFinding, {
			jurisdictionId,
			code: text.code,
			judgement: text.judgement,
			summary: text.summary,
			...subjectOf(text.code),
		})
		.then(({ id }) => id);
}

function subjectOf(code: string): Pick<FindingWithEvidence, "subjectKind" | "vintage" | "label" | "domain"> {
	const indicator = caIndicators.findIndicator(practiceVintage, code);
	if (indicator?.label) {
		return { subjectKind: "indicator", vintage: practiceVintage, label: indicator.label, domain: indicator.domain };
	}
	const factor = getFactor(code);
	return { subjectKind: "systemic-factor", vintage: "", label: factor.label, domain: "systemic" };
}

/** A systemic factor of the edition in which the practice plans are written. */
export function getFactor(id: string): SystemicFactor {
	const factor = getEdition(practiceEdition).systemicFactors.find((each) => each.id === id);
	if (!factor) throw new RangeError(`The edition ${practiceEdition} has no systemic factor "${id}".`);
	return factor;
}
