import { DataTable } from "../parts/data-table.tsx";
import { type FigureProblem, placeInWords, tierWords } from "./figure-props.ts";

/** How many problems of a tier a page shows; the file with all of them holds the rest. */
const most = 200;

/** The problems of a file by tier, the worst first: place, value, what was expected, how to mend it. */
export function ProblemTables({ problems }: { readonly problems: readonly FigureProblem[] }) {
	return (
		<>
			{(["reject", "mend", "look-at"] as const).map((tier) => {
				const found = problems.filter((each) => each.tier === tier);
				if (found.length === 0) return null;
				const title = `${tierWords[tier]} (${found.length.toLocaleString("en-US")})`;
				return (
					<section key={tier} aria-labelledby={`tier-${tier}`}>
						<h2 id={`tier-${tier}`}>{title}</h2>
						{found.length > most ? <p>The first {most} are shown here. The list to download has all of them.</p> : null}
						<DataTable
							label={title}
							caption={title}
							quietCaption
							columns={[
								{ label: "Where" },
								{ label: "Found" },
								{ label: "What was expected" },
								{ label: "How to mend it" },
							]}
							rows={found.slice(0, most).map((problem, index) => ({
								key: String(index),
								cells: [
									placeInWords(problem.place),
									<span key="value" className="text-break">
										{problem.value ?? "nothing"}
									</span>,
									problem.rule.text,
									problem.remedy,
								],
							}))}
						/>
					</section>
				);
			})}
		</>
	);
}
