import type { IndicatorNameProps, IndicatorWindowProps } from "./indicator-props.ts";
import { countWords, fileWords, listWords, observedValue, windowWords } from "./indicator-words.ts";
import { exceededCheckWords } from "./quality-words.ts";

/** The number of the window in one sentence, or why there is none. */
export function IndicatorSummary(props: {
	readonly indicator: IndicatorNameProps;
	readonly shown: IndicatorWindowProps;
}) {
	const { indicator, shown } = props;
	const { result, run } = shown;
	if (result.status === "needs-files") {
		return (
			<p className="usa-intro">
				{windowWords(run)}: not counted. It needs {listWords(result.missing.map(fileWords))}.
			</p>
		);
	}
	if (result.status === "not-applicable") {
		return (
			<p className="usa-intro">
				{windowWords(run)}: {indicator.shortTitle} exists only for windows from October to September,{" "}
				{notApplicableWords(indicator.id)}.
			</p>
		);
	}
	return (
		<>
			<p className="usa-intro">
				{windowWords(run)}: <strong>{observedValue(result, indicator.unit)}</strong> observed (
				{countWords(result.numerator, result.isMasked)} of {countWords(result.denominator, result.isMasked)}
				{indicator.id === "ENTRY" ? " children" : ""}).
			</p>
			{result.exceededChecks.length > 0 ? (
				<p className="measure-5">
					<strong>Data quality in doubt:</strong> over the limit are{" "}
					{result.exceededChecks.map(exceededCheckWords).join("; ")}.
				</p>
			) : null}
		</>
	);
}

function notApplicableWords(id: string): string {
	return id === "VISITS" || id === "RESIDENCE"
		? "and from 23A23B on: visits are counted by federal fiscal year, from AFCARS 2020 files"
		: "because NCANDS files are by federal fiscal year";
}
