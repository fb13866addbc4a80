import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { getOutcome } from "../../../operations/get-outcome.ts";
import type { FindingWithEvidence } from "../../../operations/list-findings.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { FigureChoice } from "../../../web/pages/findings/evidence-form.tsx";
import { groupWords } from "../../../web/pages/outcomes/outcome-props.ts";
import type { AppServices } from "../../app-environment.ts";

/** The figures that can be evidence of a finding on an indicator, newest first; those that are evidence already left out. */
export async function figureChoices(
	{ perform }: AppServices,
	person: SignedInPerson,
	finding: FindingWithEvidence,
): Promise<readonly FigureChoice[]> {
	if (finding.subjectKind !== "indicator") return [];
	const { jurisdictionId, vintage, code } = finding;
	const { series, indicator } = await perform(getOutcome, person, { jurisdictionId, vintage, code });
	const used = new Set(finding.evidence.map((each) => each.observationId));
	return series.flatMap(({ populationGroup, observations }) =>
		observations
			.filter((figure) => !used.has(figure.id))
			.toReversed()
			.map((figure) => {
				const value = indicator.unit ? formatValue(figure.value, indicator.unit) : String(figure.value);
				const period = describePeriod(figure.periodStart, figure.periodEnd);
				return { id: figure.id, label: `${value}, ${period}, ${groupWords[populationGroup].toLowerCase()}` };
			}),
	);
}
