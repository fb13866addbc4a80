import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { attendanceWords } from "../../../../domain/document/entry-words.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { planPath } from "../plan-paths.ts";

/** Who is asked to a meeting and who came, below the meeting's own form. */
export function MeetingPart({ plan, meeting }: { readonly plan: PlanContext; readonly meeting: Fact<"meeting"> }) {
	const asked = plan.graph.entries.invitation.filter((each) => each.meetingId === meeting.id);
	const parties = plan.graph.team.flatMap(({ party }) => (party ? [party] : []));
	const open = parties.filter(({ id }) => !asked.some((each) => each.partyId === id));
	const nameOf = (id: string) => parties.find((each) => each.id === id)?.name ?? "Somebody who left the team";
	return (
		<section aria-labelledby="asked">
			<h2 id="asked">Who is asked, and who came</h2>
			{asked.length === 0 ? (
				<p>Nobody is asked yet.</p>
			) : (
				<DataTable
					caption="Who is asked, and who came"
					quietCaption
					label="Who is asked, and who came"
					columns={[{ label: "Name" }, { label: "Asked" }, { label: "Attendance" }]}
					rows={asked.map((each) => ({
						key: each.id,
						cells: [
							nameOf(each.partyId),
							each.sentOn ? `By mail on ${formatDate(each.sentOn)}` : "Not by mail from here",
							plan.mayWrite ? (
								<AttendanceForm key="attendance" plan={plan} invitation={each} name={nameOf(each.partyId)} />
							) : (
								attendanceWords[each.attendance]
							),
						],
					}))}
				/>
			)}
			{plan.mayWrite && open.length > 0 ? <AskForm plan={plan} meeting={meeting} open={open} /> : null}
			{parties.length === 0 ? <p>Add people to the team first: those are the ones to ask.</p> : null}
		</section>
	);
}

function AskForm(props: {
	readonly plan: PlanContext;
	readonly meeting: Fact<"meeting">;
	readonly open: readonly Fact<"party">[];
}) {
	const { plan, meeting, open } = props;
	const values = formValues(plan.typed, "ask");
	return (
		<form
			method="post"
			action={planPath(plan.graph.document.id, `/meetings/${meeting.id}/invitations`)}
			aria-labelledby="ask"
			data-guard="true"
		>
			<h3 id="ask">Ask somebody</h3>
			<SelectField
				name="partyId"
				label="Who"
				options={open.map(({ id, name, affiliation }) => ({
					value: id,
					label: [name, affiliation].filter(Boolean).join(", "),
				}))}
				value={values.text("partyId", "")}
				error={values.problem("partyId")}
			/>
			<TextField
				name="email"
				label="E-mail address"
				type="email"
				hint="The invitation goes there now, with the meeting for their calendar. Leave it empty when you ask them yourself."
				width="xl"
				autoComplete="off"
				optional
				value={values.text("email", "")}
				error={values.problem("email")}
			/>
			<p>
				<button type="submit" className="usa-button usa-button--outline">
					Ask them
				</button>
			</p>
		</form>
	);
}

function AttendanceForm(props: {
	readonly plan: PlanContext;
	readonly invitation: Fact<"invitation">;
	readonly name: string;
}) {
	const { plan, invitation, name } = props;
	return (
		<form
			method="post"
			action={planPath(plan.graph.document.id, `/meetings/${invitation.meetingId}/invitations/${invitation.id}`)}
		>
			<input type="hidden" name="version" value={invitation.version} />
			<SelectField
				id={`attendance-${invitation.id}`}
				name="attendance"
				label={<span className="usa-sr-only">Attendance of {name}</span>}
				options={Object.entries(attendanceWords).map(([value, label]) => ({ value, label }))}
				value={invitation.attendance}
			/>
			<button type="submit" className="usa-button usa-button--unstyled margin-top-1">
				Save<span className="usa-sr-only"> the attendance of {name}</span>
			</button>
		</form>
	);
}
