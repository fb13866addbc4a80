-- The State's federal plans: what an authority without a seat here has answered, services held once for all documents, texts that
-- stand in several, benchmarks by year, goals closed at the end, and searches for names.

alter table app.answer
	add column carried boolean not null default false,
	add column no_change boolean not null default false,
	add column same_as uuid references app.answer;
create index answer_same_as on app.answer (same_as) where same_as is not null;
alter table app.objective
	add column data_source text not null default '',
	add column cadence text not null default '';
alter table app.baseline add column due_on date;
alter table app.target add column benchmark_year integer check (benchmark_year between 1994 and 2060);
alter table app.carried_part
	add column closing text check (closing in ('achieved', 'partly-carried', 'not-carried', 'dropped')),
	add column closing_reason text not null default '';

create table app.service (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	category text not null,
	name text not null,
	description text not null,
	population text not null,
	area text not null,
	provider text not null,
	eligibility text not null
);
create index service_jurisdiction on app.service (jurisdiction_id);

create table app.service_year (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	service_id uuid not null references app.service,
	federal_fiscal_year integer not null check (federal_fiscal_year between 1994 and 2060),
	families integer check (families >= 0),
	children integer check (children >= 0),
	change text check (change in ('new', 'changed', 'no-change', 'ended')),
	note text not null
);
create unique index service_year_of_service on app.service_year (service_id, federal_fiscal_year) where removed_at is null;
create index service_year_jurisdiction on app.service_year (jurisdiction_id);

create table app.authority_answer (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	submission integer not null check (submission > 0),
	answer text not null check (answer in ('approved', 'returned')),
	answered_on date not null,
	letter text not null check (letter <> '')
);
create index authority_answer_document on app.authority_answer (document_id);

create table app.name_screening (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	screened_on date not null,
	text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
	names integer not null check (names > 0),
	places integer not null check (places >= 0),
	note text not null
);
create index name_screening_document on app.name_screening (document_id);

alter table app.service add constraint service_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger service_takes_next_version before insert or update on app.service
	for each row execute function app.fact_before_write();
create trigger service_never_deleted before delete on app.service
	for each row execute function app.refuse_change();
alter table app.service enable row level security;
grant select, insert, update on app.service to throughline_app;
alter table app.service_year add constraint service_year_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger service_year_takes_next_version before insert or update on app.service_year
	for each row execute function app.fact_before_write();
create trigger service_year_never_deleted before delete on app.service_year
	for each row execute function app.refuse_change();
alter table app.service_year enable row level security;
grant select, insert, update on app.service_year to throughline_app;
alter table app.authority_answer add constraint authority_answer_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger authority_answer_takes_next_version before insert or update on app.authority_answer
	for each row execute function app.fact_before_write();
create trigger authority_answer_never_deleted before delete on app.authority_answer
	for each row execute function app.refuse_change();
alter table app.authority_answer enable row level security;
grant select, insert, update on app.authority_answer to throughline_app;
alter table app.name_screening add constraint name_screening_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger name_screening_takes_next_version before insert or update on app.name_screening
	for each row execute function app.fact_before_write();
create trigger name_screening_never_deleted before delete on app.name_screening
	for each row execute function app.refuse_change();
alter table app.name_screening enable row level security;
grant select, insert, update on app.name_screening to throughline_app;

-- Whoever reads what a place has submitted reads the services that are printed in it.
create policy read on app.service for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.service for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.service for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy read on app.service_year for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.service_year for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.service_year for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
-- The director records what the authority said.
create policy read on app.authority_answer for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or document_id in (select app.readable_documents()));
create policy add on app.authority_answer for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.submit')));
create policy change on app.authority_answer for update using (jurisdiction_id in (select app.jurisdictions_for('plan.submit')));
create policy read on app.name_screening for select using (jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));
create policy add on app.name_screening for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.name_screening for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
