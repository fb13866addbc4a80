import { DataTable } from "../parts/data-table.tsx";
import type { ProblemGroupProps, ProblemTier, TierWords } from "./extract-props.ts";

const tiers = ["reject", "mend", "look"] as const satisfies readonly ProblemTier[];

/** Problems by message, the worst first: how many, what is expected, how to mend it, and the first few with place and value. */
export function ProblemGroups(props: { readonly groups: readonly ProblemGroupProps[]; readonly tierWords: TierWords }) {
	const { groups, tierWords } = props;
	return tiers.map((tier) => {
		const found = groups.filter((each) => each.tier === tier);
		if (found.length === 0) return null;
		const total = found.reduce((sum, { count }) => sum + count, 0);
		return (
			<section key={tier} aria-labelledby={`tier-${tier}`}>
				<h2 id={`tier-${tier}`}>
					{tierWords[tier].title} ({total.toLocaleString("en-US")})
				</h2>
				<p className="measure-5">{tierWords[tier].words}</p>
				{found.map((group) => (
					<ProblemGroup key={group.id} group={group} />
				))}
			</section>
		);
	});
}

function ProblemGroup({ group }: { readonly group: ProblemGroupProps }) {
	const { count, title, expected, remedy, source, first } = group;
	const told = `${title} ${count.toLocaleString("en-US")} ${count === 1 ? "time" : "times"}`;
	return (
		<section aria-labelledby={`problem-${group.id}`}>
			<h3 id={`problem-${group.id}`} className="text-break">
				{title} <span className="text-normal">{count === 1 ? "Once" : `${count.toLocaleString("en-US")} times`}</span>
			</h3>
			<p className="measure-5">
				{expected} <strong>How to mend it:</strong> {remedy} <span className="text-base-dark">({source})</span>
			</p>
			<DataTable
				label={told}
				caption={first.length < count ? `The first ${first.length}` : "Where"}
				columns={[{ label: "Where" }, { label: "County" }, { label: "Found" }]}
				rows={first.map(({ place, county, found }, index) => ({
					key: String(index),
					cells: [
						place,
						county,
						<span key="found" className="text-break">
							{found}
						</span>,
					],
				}))}
			/>
		</section>
	);
}
