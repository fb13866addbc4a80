import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { ProblemTier, TierWords } from "../extracts/extract-props.ts";
import { DataTable } from "../parts/data-table.tsx";

/** One message that reading a file can give. */
type ProblemKindProps = {
	readonly id: string;
	readonly tier: ProblemTier;
	readonly found: string;
	readonly expected: string;
	readonly remedy: string;
	readonly source: string;
};

/** Every message that reading an AFCARS or NCANDS file can give, the worst first. Can be read without signing in. */
export function ExtractProblemsPage(props: {
	readonly frame: PageFrame;
	readonly kinds: readonly ProblemKindProps[];
	readonly tierWords: TierWords;
}) {
	const { frame, kinds, tierWords } = props;
	const title = "What can be wrong with an AFCARS or NCANDS file";
	return (
		<Page frame={frame} title={title} breadcrumbs={[{ label: "Help", href: "/help" }]}>
			<h1>{title}</h1>
			<p className="measure-5">
				Each list of problems names record, line and element. Three dots stand for what was found there.
			</p>
			{(["reject", "mend", "look"] as const).map((tier) => (
				<section key={tier} aria-labelledby={tier}>
					<h2 id={tier}>{tierWords[tier].title}</h2>
					<p className="measure-5">{tierWords[tier].words}</p>
					<DataTable
						label={tierWords[tier].title}
						caption={tierWords[tier].title}
						quietCaption
						columns={[
							{ label: "What was found" },
							{ label: "What is expected" },
							{ label: "How to mend it" },
							{ label: "Source" },
						]}
						rows={kinds
							.filter((each) => each.tier === tier)
							.map(({ id, found, expected, remedy, source }) => ({
								key: id,
								cells: [found, expected, remedy, source],
							}))}
					/>
				</section>
			))}
		</Page>
	);
}
