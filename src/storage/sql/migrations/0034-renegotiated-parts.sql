-- Whole parts of a Program Improvement Plan in force are negotiated anew: a goal, a strategy or a key activity is added or taken out.

alter table app.renegotiation drop constraint renegotiation_field_check;
alter table app.renegotiation add constraint renegotiation_field_check
	check (field in ('statement', 'dueOn', 'value', 'by', 'codes', 'endsOn', 'added', 'takenOut'));

-- What was asked to be added, or stood in the plan on the day on which it was taken out: kept whole with its agreement.
create table app.renegotiated_part (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	renegotiation_id uuid not null references app.renegotiation,
	position integer not null check (position >= 1),
	part_kind text not null check (part_kind in ('goal', 'strategy', 'milestone', 'measure')),
	part_id uuid not null,
	parent_id uuid,
	place integer not null check (place >= 0),
	number text not null,
	statement text not null,
	rationale text not null,
	codes text[] not null,
	due_on date,
	assigned_title text not null,
	status text check (status in ('not-started', 'in-progress', 'completed', 'delayed', 'dropped')),
	completed_on date,
	proof text not null,
	explanation text not null
);
create index renegotiated_part_document on app.renegotiated_part (document_id);
create index renegotiated_part_renegotiation on app.renegotiated_part (renegotiation_id);
alter table app.renegotiated_part add constraint renegotiated_part_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger renegotiated_part_takes_next_version before insert or update on app.renegotiated_part for each row execute function app.fact_before_write();
create trigger renegotiated_part_never_deleted before delete on app.renegotiated_part for each row execute function app.refuse_change();
alter table app.renegotiated_part enable row level security;
grant select, insert, update on app.renegotiated_part to throughline_app;
create policy read on app.renegotiated_part for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or document_id in (select app.readable_documents()));
create policy add on app.renegotiated_part for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.renegotiated_part for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

-- What shows that a key activity was done: a file, a link, or that nothing is kept and why.
create table app.completion_evidence (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	milestone_id uuid not null references app.milestone,
	manner text not null check (manner in ('file', 'link', 'none')),
	title text not null,
	address text not null,
	attachment_id uuid references app.attachment,
	shown_on date not null,
	check ((manner = 'file') = (attachment_id is not null)),
	check ((manner = 'link') = (address <> ''))
);
create index completion_evidence_document on app.completion_evidence (document_id);
create index completion_evidence_milestone on app.completion_evidence (milestone_id);
create index completion_evidence_attachment on app.completion_evidence (attachment_id);
alter table app.completion_evidence add constraint completion_evidence_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger completion_evidence_takes_next_version before insert or update on app.completion_evidence for each row execute function app.fact_before_write();
create trigger completion_evidence_never_deleted before delete on app.completion_evidence for each row execute function app.refuse_change();
alter table app.completion_evidence enable row level security;
grant select, insert, update on app.completion_evidence to throughline_app;
create policy read on app.completion_evidence for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or document_id in (select app.readable_documents()));
create policy add on app.completion_evidence for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.completion_evidence for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
