-- What a plan needs before it goes to the authority: files that go with it, signatures, the Board's action; and how many pages it has.

-- A plan that its governing board has approved.
alter table app.document drop constraint document_state_check;
alter table app.document add constraint document_state_check
	check (state in ('drafting', 'ready', 'board-approved', 'submitted', 'returned', 'accepted'));

-- The bytes of attachments: in the database, so that they are kept or lost together with the fact that speaks of them, every server has
-- them, and one backup holds everything. A file is stored whole, in one statement, or not at all.
create table app.attachment_file (
	id uuid primary key,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	sha256 text not null check (sha256 = encode(sha256(bytes), 'hex')),
	size integer not null check (size = octet_length(bytes) and size > 0),
	media_type text not null,
	bytes bytea not null,
	stored_at timestamptz not null,
	stored_by uuid not null references app.person,
	unique (id, jurisdiction_id)
);
-- Pictures and office files are packed already: packing them again only costs time.
alter table app.attachment_file alter column bytes set storage external;
create index attachment_file_document on app.attachment_file (document_id);
create trigger attachment_file_never_changes before update on app.attachment_file
	for each row execute function app.refuse_change();
create trigger attachment_file_never_emptied before truncate on app.attachment_file
	for each statement execute function app.refuse_change();

create table app.attachment (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	attachment_kind text not null,
	focus_area_id uuid,
	title text not null,
	file_name text not null,
	media_type text not null,
	size integer not null,
	sha256 text not null,
	-- No foreign key: what was found to be harmful is thrown away, and the fact stays.
	file_id uuid not null,
	scan text not null check (scan in ('clean', 'not-scanned', 'waiting', 'infected')),
	scan_note text not null
);
create index attachment_document on app.attachment (document_id);
create index attachment_file_of on app.attachment (file_id);
create index attachment_waiting on app.attachment (id) where scan = 'waiting';

-- Bytes go only when a scanner has found something in a file that waited for it.
create function app.attachment_file_only_infected_goes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (select from app.attachment a where a.file_id = old.id and a.scan = 'infected') then
		raise exception 'The bytes of an attachment are kept for ever.' using errcode = '42501';
	end if;
	return old;
end $$;
create trigger attachment_file_only_infected_goes before delete on app.attachment_file
	for each row execute function app.attachment_file_only_infected_goes();

create table app.signature (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	signatory text not null check (signatory in ('child-welfare-director', 'chief-probation-officer')),
	manner text not null check (manner in ('in-program', 'on-paper')),
	person_id uuid references app.person,
	name text not null,
	signed_on date not null,
	plan_sha256 text not null,
	attachment_id uuid references app.attachment,
	check (manner = 'on-paper' or person_id is not null)
);
create unique index signature_of on app.signature (document_id, signatory) where removed_at is null;

create table app.board_action (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	action_kind text not null check (action_kind in ('agenda-item', 'resolution', 'minute-order')),
	number text not null,
	acted_on date not null,
	coordination_verified boolean not null,
	attachment_id uuid references app.attachment,
	plan_sha256 text not null
);
create unique index board_action_of on app.board_action (document_id) where removed_at is null;

do $$
declare
	fact text;
begin
	foreach fact in array array['attachment', 'signature', 'board_action'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
	end loop;
end $$;

-- The files that went with a submission: those who may read what was sent may open them, also while the agency drafts again.
alter table app.snapshot add constraint snapshot_place unique (id, jurisdiction_id);
create table app.snapshot_file (
	snapshot_id uuid not null,
	file_id uuid not null,
	jurisdiction_id uuid not null references app.jurisdiction,
	primary key (snapshot_id, file_id),
	foreign key (snapshot_id, jurisdiction_id) references app.snapshot (id, jurisdiction_id),
	foreign key (file_id, jurisdiction_id) references app.attachment_file (id, jurisdiction_id)
);
create index snapshot_file_file on app.snapshot_file (file_id);
create trigger snapshot_file_never_changes before update or delete on app.snapshot_file
	for each row execute function app.refuse_change();
create trigger snapshot_file_never_emptied before truncate on app.snapshot_file
	for each statement execute function app.refuse_change();

-- How many pages a plan has on paper, for advice; counted anew when the plan has changed.
create table app.page_count (
	document_id uuid primary key references app.document,
	jurisdiction_id uuid not null references app.jurisdiction,
	-- Of what was counted.
	content_sha256 text not null,
	narrative integer not null,
	components integer not null,
	whole integer not null,
	counted_at timestamptz not null
);

-- Does the person of this transaction hold this role in this place?
create function app.holds_role(wanted text, place uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from app.role_grant g
		join app.person n on n.id = g.person_id and n.active and n.removed_at is null
		join app.jurisdiction_path p on p.ancestor_id = g.jurisdiction_id and p.jurisdiction_id = place
		where g.person_id = app.person_id() and g.removed_at is null and g.role = wanted)
$$;
revoke execute on function app.holds_role(text, uuid) from public;
grant execute on function app.holds_role(text, uuid) to throughline_app;

alter table app.attachment_file enable row level security;
alter table app.attachment enable row level security;
alter table app.signature enable row level security;
alter table app.board_action enable row level security;
alter table app.snapshot_file enable row level security;
alter table app.page_count enable row level security;

do $$
declare
	t text;
begin
	foreach t in array array['attachment', 'signature', 'board_action', 'page_count'] loop
		execute format('create policy read on app.%I for select using (jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or document_id in (select app.readable_documents()))', t);
	end loop;
end $$;

create policy read on app.attachment_file for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or document_id in (select app.readable_documents())
	or exists (select from app.snapshot_file s where s.file_id = id
		and s.jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))));
create policy add on app.attachment_file for insert with check (
	stored_by = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy remove on app.attachment_file for delete using ((select app.is_installation()));

create policy add on app.attachment for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.attachment for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy add on app.board_action for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.ready')));
create policy change on app.board_action for update using (jurisdiction_id in (select app.jurisdictions_for('plan.ready')));

-- A name is put to a plan by the person who holds the post; a sheet signed on paper is recorded by whoever readies the plan.
create policy add on app.signature for insert with check (
	jurisdiction_id in (select app.jurisdictions_for('plan.ready'))
	and (manner = 'on-paper' or (person_id = (select app.person_id()) and app.holds_role(signatory, jurisdiction_id))));
create policy change on app.signature for update using (jurisdiction_id in (select app.jurisdictions_for('plan.ready')))
	with check (removed_at is not null or manner = 'on-paper'
		or (person_id = (select app.person_id()) and app.holds_role(signatory, jurisdiction_id)));

create policy read on app.snapshot_file for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.snapshot_file for insert with check (
	jurisdiction_id in (select app.jurisdictions_for('plan.submit')));

create policy add on app.page_count for insert with check ((select app.is_installation()));
create policy change on app.page_count for update using ((select app.is_installation()));

grant select on app.attachment_file, app.attachment, app.signature, app.board_action, app.snapshot_file, app.page_count to throughline_app;
grant insert, update on app.attachment, app.signature, app.board_action, app.page_count to throughline_app;
grant insert, delete on app.attachment_file to throughline_app;
grant insert on app.snapshot_file to throughline_app;
