import { formatDate } from "../domain/calendar/plain-date.ts";
import { describePeriod } from "../domain/measure/describe-period.ts";
import type { Role } from "../domain/people/roles.ts";
import type { OperationContext } from "./operation.ts";
import { type OutcomeSeries, seriesOf } from "./outcomes.ts";

/**
 * Proposes a finding for each indicator whose latest figure is below the standard, with that figure as evidence. One that
 * is proposed or confirmed already is left alone; after a dismissed one, or a strength, only a later period counts. A person
 * settles it. Answers how many were proposed.
 */
export async function proposeFindings(context: OperationContext, jurisdictionId: string, role: Role): Promise<number> {
	const { ids, stores } = context;
	const series = seriesOf(await stores.figures.list({ jurisdictionIds: [jurisdictionId] }));
	const known = await stores.facts.list("finding", { jurisdictionId, subjectKind: "indicator" });
	let proposed = 0;
	for (const each of series) {
		const { indicator, judgement, latest, populationGroup } = each;
		if (populationGroup !== "all" || judgement.verdict !== "below") continue;
		const settled = known.some((finding) => {
			if (finding.code !== indicator.code || finding.vintage !== indicator.vintage) return false;
			const stands = finding.state !== "dismissed" && finding.judgement === "area-needing-improvement";
			return stands || (finding.periodEnd ?? "") >= latest.periodEnd;
		});
		if (settled) continue;
		const id = ids.next();
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: id, role, reason: "" } as const;
		await stores.facts.write({
			...common,
			kind: "finding",
			id,
			patch: {
				jurisdictionId,
				subjectKind: "indicator",
				code: indicator.code,
				vintage: indicator.vintage,
				label: indicator.label ?? indicator.code,
				domain: indicator.domain,
				judgement: "area-needing-improvement",
				state: "proposed",
				summary: summaryOf(each),
				periodEnd: latest.periodEnd,
			},
		});
		await stores.facts.write({
			...common,
			kind: "evidence",
			id: ids.next(),
			patch: {
				jurisdictionId,
				findingId: id,
				evidenceKind: "observation",
				observationId: latest.id,
				text: judgement.reason,
				source: `${latest.source}, data as of ${formatDate(latest.dataAsOf)}`,
			},
		});
		proposed += 1;
	}
	return proposed;
}

function summaryOf({ latest, judgement }: OutcomeSeries): string {
	return `In the ${describePeriod(latest.periodStart, latest.periodEnd)}: ${judgement.reason}`;
}
