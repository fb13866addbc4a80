-- Program Improvement Plans in force: what State and federal agency negotiate anew, and files that show a key activity done.

create table app.renegotiation (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	part_kind text not null check (part_kind in ('goal', 'strategy', 'milestone', 'target', 'goal-address', 'cycle')),
	part_id uuid not null,
	field text not null check (field in ('statement', 'dueOn', 'value', 'by', 'codes', 'endsOn')),
	before text not null,
	after text not null,
	reason text not null,
	asked_on date not null,
	answer text check (answer in ('agreed', 'declined', 'withdrawn')),
	answered_on date,
	answered_by text not null,
	letter text not null,
	work_step_id uuid references app.work_step,
	check ((answer is null) = (answered_on is null))
);
create index renegotiation_document on app.renegotiation (document_id);
alter table app.renegotiation add constraint renegotiation_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger renegotiation_takes_next_version before insert or update on app.renegotiation for each row execute function app.fact_before_write();
create trigger renegotiation_never_deleted before delete on app.renegotiation for each row execute function app.refuse_change();
alter table app.renegotiation enable row level security;
grant select, insert, update on app.renegotiation to throughline_app;
create policy read on app.renegotiation for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or document_id in (select app.readable_documents()));
create policy add on app.renegotiation for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.renegotiation for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
