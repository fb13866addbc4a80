import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { Moment } from "../parts/moment.tsx";
import { extractKindWords, type ProblemGroupProps, type TierWords } from "./extract-props.ts";
import { ProblemGroups } from "./problem-groups.tsx";

/** The problems of a file, or of one county in it, for somebody who was sent a link and needs no account. */
export function SharedExtractPage(props: {
	readonly frame: PageFrame;
	readonly load: Fact<"extract-load">;
	readonly placeName: string;
	/** The county; "" for the whole file. */
	readonly county: string;
	readonly expiresAt: string;
	readonly groups: readonly ProblemGroupProps[];
	readonly tierWords: TierWords;
	/** Addresses of the list as a file. */
	readonly files: { readonly csv: string; readonly excel: string };
}) {
	const { load, county, groups } = props;
	return (
		<Page frame={props.frame} title={`Problems in ${load.fileName}`}>
			<h1 className="text-break">Problems in {load.fileName}</h1>
			<ul className="usa-list">
				<li>
					{extractKindWords(load.extractKind)}, period {load.period ?? "–"}, of {props.placeName}
				</li>
				{county === "" ? null : <li>County: {county}</li>}
				<li>
					This link ends <Moment at={props.expiresAt} />
				</li>
				<li>Each opening is written down.</li>
			</ul>
			<p className="measure-5">
				Find each record by its number or line in the file that was loaded. What the records hold is not shown here.
			</p>
			{groups.length === 0 ? (
				<p>No problems were found.</p>
			) : (
				<ul className="usa-list">
					<li>
						<a className="usa-link" href={props.files.csv}>
							List of problems (CSV)
						</a>
					</li>
					<li>
						<a className="usa-link" href={props.files.excel}>
							List of problems (Excel)
						</a>
					</li>
				</ul>
			)}
			<ProblemGroups groups={groups} tierWords={props.tierWords} />
		</Page>
	);
}
