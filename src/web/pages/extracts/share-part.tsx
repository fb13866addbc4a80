import { Alert } from "../../forms/alert.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { CountyOption } from "./extract-props.ts";

/** A link with what became of it. */
export type ShareProps = {
	readonly shareId: string;
	/** Whose problems it shows, in words. */
	readonly of: string;
	readonly madeByName: string;
	readonly madeAt: string;
	readonly expiresAt: string;
	readonly state: "open" | "expired" | "revoked";
	readonly revokedAt: string | null;
	readonly revokedByName: string | null;
	readonly timesOpened: number;
	readonly openings: readonly { readonly openedAt: string; readonly what: "page" | "csv" | "xlsx" }[];
};

/** Makes links to the list of problems and shows those that there are, with their openings. */
export function SharePart(props: {
	readonly loadId: string;
	readonly counties: readonly CountyOption[];
	readonly shares: readonly ShareProps[];
	/** The address of a link that was just made: it is shown this once. */
	readonly made: string | undefined;
}) {
	const { loadId, counties, shares, made } = props;
	return (
		<section aria-labelledby="share">
			<h2 id="share">Share the list by a link</h2>
			{made ? (
				<Alert kind="success" title="The link is made" level={3}>
					Copy it now: it is shown this once.
					<br />
					<a className="usa-link text-break" href={made}>
						{made}
					</a>
				</Alert>
			) : null}
			<p className="measure-5">
				Whoever has the link sees the list without an account until it ends: where each problem is and how to mend it,
				not what the records hold. You can end it at any time.
			</p>
			<form method="post" action={`/extracts/${loadId}/shares`} className="usa-form">
				<SelectField
					name="county"
					id="share-county"
					label="Whose problems"
					emptyLabel="The whole list"
					options={counties.map(({ code, name }) => ({ value: code, label: name }))}
				/>
				<SelectField
					name="days"
					label="How long"
					options={[7, 30, 90].map((days) => ({ value: String(days), label: `${days} days` }))}
					value="30"
				/>
				<button type="submit" className="usa-button usa-button--outline">
					Make a link
				</button>
			</form>
			{shares.length === 0 ? null : <ShareTable loadId={loadId} shares={shares} />}
		</section>
	);
}

const states = {
	open: { words: "Open", tone: "good" },
	expired: { words: "Ended", tone: "quiet" },
	revoked: { words: "Revoked", tone: "bad" },
} as const;

function ShareTable({ loadId, shares }: { readonly loadId: string; readonly shares: readonly ShareProps[] }) {
	return (
		<DataTable
			label="Links to this list"
			caption="Links to this list, newest first"
			columns={[
				{ label: "Whose problems" },
				{ label: "State" },
				{ label: "Made" },
				{ label: "Ends" },
				{ label: "Opened" },
			]}
			rows={shares.map((share) => ({
				key: share.shareId,
				cells: [
					share.of,
					<State key="state" loadId={loadId} share={share} />,
					<span key="made">
						<Moment at={share.madeAt} /> by {share.madeByName}
					</span>,
					<Moment key="ends" at={share.expiresAt} />,
					<Openings key="opened" share={share} />,
				],
			}))}
		/>
	);
}

function State({ loadId, share }: { readonly loadId: string; readonly share: ShareProps }) {
	const { words, tone } = states[share.state];
	return (
		<>
			<StatusTag tone={tone}>{words}</StatusTag>{" "}
			{share.revokedAt === null ? null : (
				<>
					<Moment at={share.revokedAt} /> by {share.revokedByName}
				</>
			)}
			{share.state === "open" ? (
				<form method="post" action={`/extracts/${loadId}/shares/${share.shareId}/revoke`}>
					<button type="submit" className="usa-button usa-button--unstyled">
						Revoke<span className="usa-sr-only"> the link to {share.of}</span>
					</button>
				</form>
			) : null}
		</>
	);
}

const openedWords = { page: "(page)", csv: "(CSV file)", xlsx: "(Excel file)" } as const;

function Openings({ share }: { readonly share: ShareProps }) {
	const { timesOpened, openings } = share;
	if (timesOpened === 0) return "Never";
	return (
		<details>
			<summary>{timesOpened === 1 ? "Once" : `${timesOpened.toLocaleString("en-US")} times`}</summary>
			<ul className="usa-list">
				{openings.map(({ openedAt, what }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two openings may be of one moment, and the list never changes
					<li key={index}>
						<Moment at={openedAt} /> {openedWords[what]}
					</li>
				))}
			</ul>
		</details>
	);
}
