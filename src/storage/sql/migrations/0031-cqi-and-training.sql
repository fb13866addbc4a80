-- Courses of a training plan as rows, and what proves that something due was met.

create table app.training_course (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	title text not null,
	description text not null,
	audience text not null,
	setting text not null,
	provider text not null,
	duration text not null,
	hours double precision check (hours >= 0),
	purpose text not null,
	match_rate text not null check (match_rate in ('not-said', '75', '50', 'none')),
	cost_allocation text not null,
	estimated_dollars bigint check (estimated_dollars >= 0)
);

create index training_course_document on app.training_course (document_id);
alter table app.training_course add constraint training_course_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger training_course_takes_next_version before insert or update on app.training_course
	for each row execute function app.fact_before_write();
create trigger training_course_never_deleted before delete on app.training_course
	for each row execute function app.refuse_change();
alter table app.training_course enable row level security;
create policy read on app.training_course for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or document_id in (select app.readable_documents()));
create policy add on app.training_course for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.training_course for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
grant select, insert, update on app.training_course to throughline_app;

-- The document, or the form CFS-101, whose submission met what was due.
alter table app.due_completion
	add column document_id uuid references app.document,
	add column budget_form_id uuid references app.budget_form;

-- Services are printed in what a place submits: before its first submission they are for those who read drafts.
drop policy read on app.service;
create policy read on app.service for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select d.jurisdiction_id from app.document d where d.id in (select app.readable_documents())));
drop policy read on app.service_year;
create policy read on app.service_year for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select d.jurisdiction_id from app.document d where d.id in (select app.readable_documents())));
