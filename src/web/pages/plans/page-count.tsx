import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import type { PlanContext } from "./plan-context.ts";
import { planPath } from "./plan-paths.ts";

/** How many pages the plan has on paper beside the authority's advice. Advice only (SIP-7 to SIP-12). */
export function PageCount({ plan }: { readonly plan: PlanContext }) {
	const { pages, edition } = plan;
	const advice = edition.pageAdvice;
	if (!advice) return null;
	const mayCount = plan.mayWrite || plan.mayApprove;
	return (
		<section aria-labelledby="pages">
			<h2 id="pages" tabIndex={-1}>
				Number of pages
			</h2>
			{pages ? (
				<>
					<DataTable
						caption="Pages on paper beside the advice of the guide"
						quietCaption
						label="Pages on paper beside the advice of the guide"
						columns={[{ label: "Part" }, { label: "Pages" }, { label: "Advice" }, { label: "Rule" }]}
						rows={advice.parts.map(({ of, label, from, to, rule }) => ({
							key: of,
							cells: [
								label,
								pages[of] > to ? `${pages[of]}, more than advised` : String(pages[of]),
								from === undefined ? `at most ${to}` : `${from} to ${to}`,
								rule,
							],
						}))}
					/>
					<p>
						Counted on the paper itself, <Moment at={pages.countedAt} />.{" "}
						{pages.current ? "" : "The plan has changed since. "}
						{advice.assumption}
					</p>
				</>
			) : (
				<p>
					{mayCount
						? "The pages are being counted on the paper itself. Open this page again in a moment to see them."
						: "The pages have not been counted yet."}
				</p>
			)}
			{pages?.current || !mayCount ? null : (
				<form method="post" action={planPath(plan.graph.document.id, "/count-pages")}>
					<button type="submit" className="usa-button usa-button--outline">
						Count the pages now
					</button>
				</form>
			)}
		</section>
	);
}
