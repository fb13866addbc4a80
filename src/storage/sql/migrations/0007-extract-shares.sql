-- Links that show the list of problems of a file, or of one county in it, to somebody without an account, and the log of their openings.

create table app.extract_share (
	id uuid primary key,
	load_id uuid not null references app.extract_load,
	jurisdiction_id uuid not null references app.jurisdiction,
	-- Null for the whole list; "unknown" for problems of no known county.
	county text check (county ~ '^([0-9]{5}|unknown)$'),
	-- SHA-256 of what stands in the link: whoever reads the database cannot open it.
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	made_by uuid not null references app.person,
	made_by_name text not null,
	made_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	revoked_by uuid references app.person,
	revoked_by_name text,
	check (expires_at > made_at and expires_at <= made_at + interval '90 days'),
	check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_by_name is null))
);
create index extract_share_load on app.extract_share (load_id);

-- Every opening of a link. It only grows.
create table app.extract_share_opening (
	id uuid primary key,
	share_id uuid not null references app.extract_share,
	jurisdiction_id uuid not null references app.jurisdiction,
	opened_at timestamptz not null,
	what text not null check (what in ('page', 'csv'))
);
create index extract_share_opening_share on app.extract_share_opening (share_id, opened_at);

-- A link ends earlier and in no other way changes: once revoked it stays so.
create function app.extract_share_only_revoked() returns trigger
language plpgsql as $$
begin
	if old.revoked_at is not null or new.revoked_at is null
		or to_jsonb(old) - array['revoked_at', 'revoked_by', 'revoked_by_name']
			<> to_jsonb(new) - array['revoked_at', 'revoked_by', 'revoked_by_name'] then
		raise exception 'A link can only be revoked, and only once.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger extract_share_only_revoked before update on app.extract_share
	for each row execute function app.extract_share_only_revoked();
create trigger extract_share_never_deleted before delete on app.extract_share
	for each row execute function app.refuse_change();
create trigger extract_share_never_emptied before truncate on app.extract_share
	for each statement execute function app.refuse_change();
create trigger extract_share_opening_never_changes before update or delete on app.extract_share_opening
	for each row execute function app.refuse_change();
create trigger extract_share_opening_never_emptied before truncate on app.extract_share_opening
	for each statement execute function app.refuse_change();

alter table app.extract_share enable row level security;
alter table app.extract_share_opening enable row level security;

create policy read on app.extract_share for select using (jurisdiction_id in (select app.jurisdictions_for('extracts.load')));
create policy add on app.extract_share for insert with check (
	made_by = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('extracts.load'))
	and exists (select from app.extract_load l where l.id = load_id and l.jurisdiction_id = extract_share.jurisdiction_id));
create policy change on app.extract_share for update using (jurisdiction_id in (select app.jurisdictions_for('extracts.load')))
	with check (revoked_by = (select app.person_id()));
create policy read on app.extract_share_opening for select using (
	jurisdiction_id in (select app.jurisdictions_for('extracts.load')));
create policy add on app.extract_share_opening for insert with check ((select app.is_installation()));

grant select, insert on app.extract_share, app.extract_share_opening to throughline_app;
grant update (revoked_at, revoked_by, revoked_by_name) on app.extract_share to throughline_app;
