import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";

/** One message that reading a file can give. */
type ProblemKindProps = {
	readonly id: string;
	readonly found: string;
	readonly expected: string;
	readonly remedy: string;
	/** The rule behind it; null in kinds of files whose messages name none. */
	readonly source: string | null;
};

/** A kind of file with all of its messages by tier, the worst first. */
export type FileProblemsProps = {
	readonly id: string;
	readonly title: string;
	readonly words: string;
	readonly tiers: readonly {
		readonly id: string;
		readonly title: string;
		readonly words: string;
		readonly kinds: readonly ProblemKindProps[];
	}[];
};

/** Every message that reading a data file can give, by kind of file. Can be read without signing in. */
export function ExtractProblemsPage(props: {
	readonly frame: PageFrame;
	readonly files: readonly FileProblemsProps[];
}) {
	const { frame, files } = props;
	const title = "What can be wrong with a data file";
	return (
		<Page frame={frame} title={title} breadcrumbs={[{ label: "Help", href: "/help" }]}>
			<h1>{title}</h1>
			<p className="measure-5">
				Each list of problems names the place: record, line and element, or row and column. Three dots stand for what
				was found there.
			</p>
			<nav aria-label="Kinds of files">
				<ul className="usa-list">
					{files.map((file) => (
						<li key={file.id}>
							<a className="usa-link" href={`#${file.id}`}>
								{file.title}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{files.map((file) => (
				<section key={file.id} aria-labelledby={file.id}>
					<h2 id={file.id}>{file.title}</h2>
					<p className="measure-5">{file.words}</p>
					{file.tiers.map((tier) => (
						<Tier key={tier.id} tier={tier} of={file} />
					))}
				</section>
			))}
		</Page>
	);
}

function Tier({ tier, of }: { readonly tier: FileProblemsProps["tiers"][number]; readonly of: FileProblemsProps }) {
	const id = `${of.id}-${tier.id}`;
	const label = `${of.title}: ${tier.title}`;
	const sourced = tier.kinds.some(({ source }) => source !== null);
	return (
		<>
			<h3 id={id}>{tier.title}</h3>
			<p className="measure-5">{tier.words}</p>
			<DataTable
				label={label}
				caption={label}
				quietCaption
				columns={[
					{ label: "What was found" },
					{ label: "What is expected" },
					{ label: "How to mend it" },
					...(sourced ? [{ label: "Source" }] : []),
				]}
				rows={tier.kinds.map((kind) => ({
					key: kind.id,
					cells: [kind.found, kind.expected, kind.remedy, ...(sourced ? [kind.source ?? "–"] : [])],
				}))}
			/>
		</>
	);
}
