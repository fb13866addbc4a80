import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { AboutIndicator } from "./about-indicator.tsx";
import { OutcomeAnswers } from "./outcome-answers.tsx";
import { OutcomeFigures } from "./outcome-figures.tsx";
import { OutcomeFindings } from "./outcome-findings.tsx";
import { type FindingProps, type OutcomeAnswerProps, outcomeAddress, type SeriesProps } from "./outcome-props.ts";
import { OutcomeSummary } from "./outcome-summary.tsx";
import { TrendFigure } from "./trend-figure.tsx";

export type OutcomePageProps = {
	readonly frame: PageFrame;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly indicator: Indicator;
	/** One for each group of children, all children first. */
	readonly series: readonly SeriesProps[];
	/** The trend of the first series, drawn by the server: safe SVG. */
	readonly figure: { readonly svg: string; readonly altText: string } | undefined;
	readonly findings: readonly FindingProps[];
	readonly answers: readonly OutcomeAnswerProps[];
	readonly loads: readonly Fact<"figure-load">[];
	readonly mayConfirm: boolean;
	readonly mayLoad: boolean;
	readonly today: PlainDate;
};

/** The whole thread of one indicator in one place: figures, findings with their evidence, and the goals that answer them. */
export function OutcomePage(props: OutcomePageProps) {
	const { frame, jurisdiction, indicator, series, loads } = props;
	const [main] = series;
	const address = outcomeAddress(jurisdiction.id, indicator);
	return (
		<Page
			frame={frame}
			title={`${indicator.code} ${indicator.label ?? ""}, ${jurisdiction.name}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Outcomes", href: "/outcomes" },
				{ label: jurisdiction.name, href: `/outcomes/${jurisdiction.id}` },
			]}
		>
			<h1>
				{indicator.code} {indicator.label}
				<span className="display-block font-sans-lg text-normal">{jurisdiction.name}</span>
			</h1>
			{main ? (
				<>
					<OutcomeSummary series={main} />
					<TrendFigure series={main} figure={props.figure} />
					<OutcomeFigures series={series} loads={loads} address={address} />
				</>
			) : (
				<p>
					There are no figures of this indicator for {jurisdiction.name} yet.{" "}
					{props.mayLoad ? (
						<a className="usa-link" href="/figures">
							Load figures
						</a>
					) : (
						"A data analyst or planner of the county loads them."
					)}
				</p>
			)}
			<p>
				<a className="usa-link" href={`/equity/${jurisdiction.id}?measure=${encodeURIComponent(indicator.code)}`}>
					This measure by groups
				</a>
			</p>
			<OutcomeFindings
				findings={props.findings}
				mayConfirm={props.mayConfirm}
				newFinding={`/findings/new?place=${jurisdiction.id}&vintage=${encodeURIComponent(indicator.vintage)}&code=${encodeURIComponent(indicator.code)}`}
			/>
			<OutcomeAnswers answers={props.answers} today={props.today} />
			<AboutIndicator indicator={indicator} />
		</Page>
	);
}
