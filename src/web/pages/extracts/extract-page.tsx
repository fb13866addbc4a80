import type { ReactNode } from "react";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { Moment } from "../parts/moment.tsx";
import {
	type CountyOption,
	type ExtractLoadProps,
	extractKindWords,
	type ProblemGroupProps,
	sizeWords,
	type TierWords,
} from "./extract-props.ts";
import { ProblemGroups } from "./problem-groups.tsx";
import { ReadingProgress } from "./reading-progress.tsx";

/** One load: what the file is, what became of it, and its problems. */
export function ExtractPage(props: {
	readonly frame: PageFrame;
	readonly load: ExtractLoadProps;
	readonly reason: string;
	readonly place: Fact<"jurisdiction"> | undefined;
	/** Bytes that have been read, while it is read. */
	readonly bytesRead: number;
	readonly groups: readonly ProblemGroupProps[];
	readonly tierWords: TierWords;
	readonly counties: readonly CountyOption[];
	/** The county that the problems are cut to; "" for all. */
	readonly county: string;
	/** Sharing the list, for those who may. */
	readonly sharing: ReactNode;
}) {
	const { frame, load, groups, county } = props;
	const isReading = load.state === "reading";
	return (
		<Page
			frame={frame}
			title={`File ${load.fileName}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Data files", href: "/extracts" },
			]}
			refreshSeconds={isReading ? 5 : undefined}
		>
			<h1 className="text-break">{load.fileName}</h1>
			{isReading ? (
				<ReadingProgress loadId={load.id} bytes={load.bytes} bytesRead={props.bytesRead} />
			) : (
				<Outcome load={load} reason={props.reason} />
			)}
			<ul className="usa-list">
				<li>Place: {props.place?.name ?? "–"}</li>
				<li>
					Handed in by {load.by || "–"}, <Moment at={load.at} />
				</li>
				{isReading ? null : (
					<li>
						{extractKindWords(load.extractKind)}, period {load.period ?? "–"}, {load.records.toLocaleString("en-US")}{" "}
						records
					</li>
				)}
				<li>Size: {sizeWords(load.bytes)}</li>
				<li className="text-break">
					Checksum of the file (SHA-256): <code>{load.sha256}</code>
				</li>
			</ul>
			{isReading ? null : (
				<>
					{props.counties.length > 1 || county !== "" ? (
						<CountyFilter loadId={load.id} counties={props.counties} county={county} />
					) : null}
					{groups.length === 0 ? (
						<p>No problems were found{county === "" ? "" : " for this county"}.</p>
					) : (
						<Downloads address={`/extracts/${load.id}`} county={county} />
					)}
					<ProblemGroups groups={groups} tierWords={props.tierWords} />
					{props.sharing}
				</>
			)}
		</Page>
	);
}

function Outcome({ load, reason }: { readonly load: ExtractLoadProps; readonly reason: string }) {
	switch (load.state) {
		case "taken":
			return (
				<Alert kind="success" slim>
					The file was taken. It is the current one of its period, and indicators are counted from it.
				</Alert>
			);
		case "replaced":
			return (
				<Alert kind="info" slim>
					The file was taken, and a later one of its period has taken its place.
				</Alert>
			);
		default:
			return (
				<Alert kind="error" slim>
					The file was refused, and nothing of it counts. {reason || "Mend what is told below and load it again."}
				</Alert>
			);
	}
}

function CountyFilter(props: {
	readonly loadId: string;
	readonly counties: readonly CountyOption[];
	readonly county: string;
}) {
	return (
		<form method="get" action={`/extracts/${props.loadId}`} className="usa-form">
			<SelectField
				name="county"
				label="Show the problems of"
				emptyLabel="All counties"
				options={props.counties.map(({ code, name }) => ({ value: code, label: name }))}
				value={props.county}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

/** The whole list as files. */
export function Downloads({ address, county }: { readonly address: string; readonly county: string }) {
	const query = county === "" ? "" : `?county=${county}`;
	return (
		<p>
			All of them, of any number:{" "}
			<a className="usa-link" href={`${address}/problems.csv${query}`}>
				list of problems (CSV)
			</a>
			{", "}
			<a className="usa-link" href={`${address}/problems.xlsx${query}`}>
				list of problems (Excel)
			</a>
		</p>
	);
}
