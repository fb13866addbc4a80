-- Files of AFCARS and NCANDS that were loaded for a State or county. Their rows are kept as Parquet beside the database.

create table app.extract_load (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	extract_kind text check (extract_kind in ('afcars-legacy', 'afcars-2020', 'ncands')),
	period text,
	file_name text not null,
	sha256 text not null,
	bytes double precision not null,
	records integer not null,
	reject_problems integer not null,
	mend_problems integer not null,
	look_problems integer not null,
	state text not null check (state in ('reading', 'taken', 'refused', 'replaced')),
	-- Text as it stands in the log: an ISO time.
	taken_at text,
	-- A file counts only when it is known what it is.
	check (state not in ('taken', 'replaced') or (extract_kind is not null and period is not null and taken_at is not null))
);
create index extract_load_jurisdiction on app.extract_load (jurisdiction_id);
-- One current load of each place, period and system: AFCARS periods end in A or B, NCANDS ones are years.
create unique index extract_load_current on app.extract_load (jurisdiction_id, period) where state = 'taken' and removed_at is null;

alter table app.extract_load add constraint extract_load_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger extract_load_takes_next_version before insert or update on app.extract_load
	for each row execute function app.fact_before_write();
create trigger extract_load_never_deleted before delete on app.extract_load
	for each row execute function app.refuse_change();

alter table app.extract_load enable row level security;
create policy read on app.extract_load for select using (jurisdiction_id in (select app.jurisdictions_for('extracts.read')));
create policy add on app.extract_load for insert with check (jurisdiction_id in (select app.jurisdictions_for('extracts.load')));
create policy change on app.extract_load for update using (jurisdiction_id in (select app.jurisdictions_for('extracts.load')));
grant select, insert, update on app.extract_load to throughline_app;

drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind = 'jurisdiction' then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);

insert into app.role_permission (role, permission) values
	('data-analyst', 'extracts.load'), ('data-analyst', 'extracts.read'),
	('state-analyst', 'extracts.load'), ('state-analyst', 'extracts.read'),
	('case-data-reader', 'extracts.read'),
	('installation', 'extracts.load'), ('installation', 'extracts.read');

create or replace function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log', 'count-indicators', 'take-extract') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;
