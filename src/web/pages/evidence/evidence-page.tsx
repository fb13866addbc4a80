import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { AreaProps } from "./evidence-props.ts";

/** All outcomes and systemic factors of a place: what is known of each, and whether a goal answers what was found. */
export function EvidencePage(props: {
	readonly frame: PageFrame;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly areas: readonly AreaProps[];
}) {
	const { frame, jurisdiction, areas } = props;
	const title = `Evidence and goals of ${jurisdiction.name}`;
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Outcomes", href: "/outcomes" },
			]}
		>
			<h1>{title}</h1>
			<p className="usa-intro">
				The seven outcomes and seven systemic factors of the federal review: what figures, case reviews and voices say,
				what was found, and which goals answer it.
			</p>
			<p>
				<a className="usa-link" href={`/equity/${jurisdiction.id}`}>
					Every measure by groups
				</a>
			</p>
			{(["outcome", "systemic-factor"] as const).map((kind) => (
				<section key={kind} aria-labelledby={kind}>
					<h2 id={kind}>{kind === "outcome" ? "Outcomes" : "Systemic factors"}</h2>
					<DataTable
						caption={kind === "outcome" ? "Outcomes" : "Systemic factors"}
						quietCaption
						label={kind === "outcome" ? "Outcomes" : "Systemic factors"}
						columns={[
							{ label: kind === "outcome" ? "Outcome" : "Factor" },
							{ label: "Figures", numeric: true },
							{ label: "Findings", numeric: true },
							{ label: "Voices", numeric: true },
							{ label: "Goals", numeric: true },
							{ label: "How it stands" },
						]}
						rows={areas
							.filter(({ area }) => area.kind === kind)
							.map((each) => ({
								key: each.area.id,
								cells: [
									<a key="link" className="usa-link" href={`/evidence/${jurisdiction.id}/${each.area.id}`}>
										{each.area.title}
									</a>,
									each.series.length,
									each.findings.length,
									each.voices.length,
									each.goals.length,
									<Standing key="standing" {...each} />,
								],
							}))}
					/>
				</section>
			))}
		</Page>
	);
}

function Standing({ open, findings, goals }: AreaProps) {
	if (open > 0) {
		const what = open === 1 ? "1 finding waits for a goal or a reason" : `${open} findings wait for a goal or a reason`;
		return <StatusTag tone="bad">{what}</StatusTag>;
	}
	if (findings.some(({ state }) => state === "proposed")) return <StatusTag tone="waiting">To confirm</StatusTag>;
	if (findings.length === 0) return <StatusTag tone="quiet">Nothing found yet</StatusTag>;
	return <StatusTag tone="good">{goals.length > 0 ? "Answered" : "Nothing to answer"}</StatusTag>;
}
