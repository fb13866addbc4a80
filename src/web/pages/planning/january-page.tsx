import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { RecordKind } from "../../../domain/planning/planning-rules.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { PaperFormats } from "./paper-formats.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import { type PlanningProps, planningPages } from "./planning-props.ts";

/** The yearly meeting of senior management: who was asked, each output, and the packet made of all of it. */
export function JanuaryPage(props: {
	readonly planning: PlanningProps;
	/** The year's meeting; undefined while none is planned. */
	readonly meeting: Fact<"planning-event"> | undefined;
	readonly outputs: readonly { readonly kind: RecordKind; readonly records: readonly Fact<"planning-record">[] }[];
	readonly guests: readonly Fact<"event-guest">[];
	readonly audiences: readonly { readonly id: string; readonly name: string }[];
}) {
	const { planning, meeting, outputs, guests, audiences } = props;
	const { year, mayWrite } = planning.year;
	const parties = new Map(planning.year.rules?.partyKinds.map(({ id, name }) => [id, name]));
	return (
		<PlanningLayout planning={planning} title="January meeting">
			<p className="usa-intro">
				Once a year senior management looks at outcomes, strategies, services and workload. The packet below is made of
				what stands here on the day that it is opened.
			</p>
			<form method="get" action={planningPages.january} className="usa-form">
				<SelectField
					name="year"
					label="Planning year"
					options={[year - 1, year, year + 1].map((each) => ({ value: String(each), label: String(each) }))}
					value={String(year)}
				/>
				<button type="submit" className="usa-button usa-button--outline">
					Show
				</button>
			</form>
			{meeting ? (
				<>
					<h2>
						{meeting.title}, {meeting.heldOn ? formatDate(meeting.heldOn) : "no day yet"}
					</h2>
					<p className="long-text">{meeting.agenda || "No agenda is written yet."}</p>
					<p>
						<a className="usa-link" href={`/planning-year/meetings/${meeting.id}`}>
							{mayWrite ? "Change the meeting" : "Open the meeting"}
						</a>
					</p>
					<h2>Who was asked</h2>
					{guests.length === 0 ? <p>Nobody has been asked yet.</p> : null}
					<ul className="usa-list">
						{guests.map(({ id, name, partyKind, reply, attendance }) => (
							<li key={id}>
								{name}
								{parties.get(partyKind) === name ? "" : `, ${(parties.get(partyKind) ?? partyKind).toLowerCase()}`}:{" "}
								{attendance === "unknown" ? replyWords[reply] : attendance === "present" ? "came" : "did not come"}
							</li>
						))}
					</ul>
				</>
			) : (
				<p>
					No January meeting of {year} is on the list of meetings yet.{" "}
					<a className="usa-link" href="/planning-year/meetings?event=annual-meeting">
						Add it
					</a>
				</p>
			)}
			<h2>Outputs</h2>
			<DataTable
				caption={`Outputs of the meeting of ${year}`}
				quietCaption
				label="Outputs"
				columns={[{ label: "Output" }, { label: "What stands" }, { label: "Where" }]}
				rows={outputs.map(({ kind, records }) => ({
					key: kind.id,
					cells: [
						kind.name,
						records.length > 0 ? (
							records.map(({ subject }) => subject).join("; ")
						) : (
							<StatusTag key="none" tone="waiting">
								Nothing yet
							</StatusTag>
						),
						<a key="link" className="usa-link" href={recordsPath(kind.id, meeting?.id)}>
							{mayWrite ? "Add or change" : "Open"}
							<span className="usa-sr-only">: {kind.name}</span>
						</a>,
					],
				}))}
			/>
			<h2>The packet</h2>
			<p className="measure-5">
				Made of the newest figures and of everything above. Small counts are not shown. Each audience gets what is meant
				for it.
			</p>
			{planning.year.rules ? null : (
				<p>
					It can be made once the State has chosen its planning rules, on the page{" "}
					<a className="usa-link" href={planningPages.board}>
						Planning year
					</a>
					.
				</p>
			)}
			<ul className="usa-list">
				{(planning.year.rules ? audiences : []).map(({ id, name }) => (
					<li key={id}>
						{name}:{" "}
						<PaperFormats path={`/planning-year/packet.{format}?audience=${id}&year=${year}`} of={`for ${name}`} />
					</li>
				))}
			</ul>
			{mayWrite && meeting ? (
				<form method="post" action="/planning-year/january/keep">
					<input type="hidden" name="year" value={year} />
					<button type="submit" className="usa-button">
						Keep today’s packet as the status report
					</button>
					<p className="text-base-dark">
						Its checksum is noted with the meeting, so that it can be told later what was shown.
					</p>
				</form>
			) : null}
		</PlanningLayout>
	);
}

const replyWords = { none: "no answer yet", accepted: "will come", declined: "cannot come" } as const;

function recordsPath(kind: string, eventId: string | undefined): string {
	return `/planning-year/records?record=${kind}${eventId ? `&event=${eventId}` : ""}`;
}
