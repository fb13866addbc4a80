import { verdictWords } from "../parts/verdict-tag.tsx";

/** How figures are worked out and judged, and where they come from. */
export function HelpNumbers() {
	return (
		<>
			<h2 id="numbers">How numbers are worked out</h2>
			<ul className="usa-list">
				<li>
					A percentage is the numerator divided by the denominator, times 100. A rate per 1,000 or 100,000 is the same
					with 1,000 or 100,000. Both counts stand beside the value.
				</li>
				<li>Comparisons are made on the exact number, and shown with enough decimals to see the difference.</li>
				<li>
					“{verdictWords.meets}” and “{verdictWords.below}” hold the newest figure against the standard that was in
					force at the end of its period. For some indicators more is better, for others less.
				</li>
				<li>“{verdictWords["no-standard"]}”: no authority has set a standard for the indicator.</li>
				<li>
					“{verdictWords["not-comparable"]}”: the figure is not held against anything. National performance of federal
					rounds 3 and 4 is shown only, because observed figures carry the mix of a county's children. Only the
					risk-standardized figure may be judged by it.
				</li>
				<li>
					Figures of two sets of indicators are never joined in one line: the same code may mean another thing in
					another set.
				</li>
				<li>
					In files that leave Throughline, counts of 1 to 10 and what could be worked out from them are replaced by *,
					so that no child can be recognized.
				</li>
				<li>A dash (–) means that something is not known.</li>
			</ul>
			<h2 id="sources">Where data comes from</h2>
			<p>
				From files that your agency loads, such as those of the California Child Welfare Indicators Project. Each figure
				keeps its source, the day of the data and the file that it came in, with who loaded it and when. Names,
				directions and standards of indicators come from published sources; where a fact is not confirmed in one, the
				page says so.
			</p>
		</>
	);
}
