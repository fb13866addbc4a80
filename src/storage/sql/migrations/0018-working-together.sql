-- Writing in a crowd: who writes which section, comments and suggested wordings on blocks of a draft, who is here now.

-- Whoever may read a draft may comment on it.
insert into app.role_permission (role, permission, reach) values
	('county-planner', 'plan.comment', 'below'), ('probation-planner', 'plan.comment', 'below'),
	('child-welfare-director', 'plan.comment', 'below'), ('chief-probation-officer', 'plan.comment', 'below'),
	('data-analyst', 'plan.comment', 'below'), ('partner', 'plan.comment', 'below'),
	('state-planner', 'plan.comment', 'own'), ('state-director', 'plan.comment', 'own'),
	('installation', 'plan.comment', 'below');

create table app.section_assignment (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	section text not null,
	focus_area_id uuid references app.focus_area,
	owner_id uuid references app.person,
	owner_name text not null,
	due_on date,
	standing text not null check (standing in ('not-started', 'in-work', 'to-look-at', 'done'))
);
create unique index section_assignment_of on app.section_assignment (document_id, section, focus_area_id)
	nulls not distinct where removed_at is null;
create index section_assignment_owner on app.section_assignment (owner_id) where removed_at is null;

create table app.draft_comment (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	about_kind text not null,
	about_id text not null,
	field text not null,
	reply_to uuid references app.draft_comment,
	text text not null,
	mention_ids uuid[] not null,
	author_id uuid not null references app.person,
	author_name text not null,
	written_at text not null,
	settled_on date,
	settled_by_name text not null,
	check ((settled_on is null) = (settled_by_name = '')),
	check (reply_to is null or settled_on is null)
);
create index draft_comment_document on app.draft_comment (document_id);

create table app.suggestion (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	about_kind text not null,
	about_id text not null,
	field text not null,
	before text not null,
	after text not null,
	from_version integer not null,
	note text not null,
	origin text not null check (origin in ('page', 'word')),
	author_id uuid not null references app.person,
	author_name text not null,
	made_at text not null,
	standing text not null check (standing in ('open', 'taken', 'left')),
	settled_on date,
	settled_by_name text not null,
	settled_reason text not null,
	check ((standing = 'open') = (settled_on is null))
);
create index suggestion_document on app.suggestion (document_id);

do $$
declare
	fact text;
begin
	foreach fact in array array['section_assignment', 'draft_comment', 'suggestion'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('alter table app.%I enable row level security', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
		-- What is said while a plan is written is for those who read its draft in their own right. The State, to whom a draft may be
		-- shown, has its remarks and questions.
		execute format('create policy read on app.%I for select using (jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')))', fact);
	end loop;
end $$;

create policy add on app.section_assignment for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.section_assignment for update using (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	or (owner_id = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('plan.comment'))));
create policy add on app.draft_comment for insert with check (
	author_id = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('plan.comment')));
create policy change on app.draft_comment for update using (jurisdiction_id in (select app.jurisdictions_for('plan.comment')));
create policy add on app.suggestion for insert with check (
	author_id = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('plan.comment')));
create policy change on app.suggestion for update using (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	or (author_id = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('plan.comment'))));

-- The owner of a section who does not write the plan says how far it is and changes nothing else.
create function app.section_owner_only_reports() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	reported constant text[] := array['version', 'standing'];
begin
	if app.person_id() is not null and to_jsonb(old) - reported <> to_jsonb(new) - reported
		and new.jurisdiction_id not in (select app.jurisdictions_for('plan.write')) then
		raise exception 'The owner of a section says how far it is and changes nothing else of it.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger section_owner_only_reports before update on app.section_assignment
	for each row execute function app.section_owner_only_reports();

-- What somebody wrote stays as it was written; only its author takes it back, and an author who does not write the plan settles no
-- suggestion.
create function app.draft_comment_keeps_words() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	settled constant text[] := array['version', 'settled_on', 'settled_by_name', 'removed_at'];
begin
	if to_jsonb(old) - settled <> to_jsonb(new) - settled then
		raise exception 'The words of a comment are never changed.' using errcode = '42501';
	end if;
	if old.removed_at is distinct from new.removed_at and old.author_id is distinct from app.person_id() then
		raise exception 'A comment is taken back by its author.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger draft_comment_keeps_words before update on app.draft_comment
	for each row execute function app.draft_comment_keeps_words();

create function app.suggestion_keeps_words() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	settled constant text[] := array['version', 'standing', 'settled_on', 'settled_by_name', 'settled_reason', 'removed_at'];
begin
	if to_jsonb(old) - settled <> to_jsonb(new) - settled then
		raise exception 'The words of a suggestion are never changed.' using errcode = '42501';
	end if;
	if old.removed_at is distinct from new.removed_at and old.author_id is distinct from app.person_id() then
		raise exception 'A suggestion is taken back by its author.' using errcode = '42501';
	end if;
	if old.standing is distinct from new.standing and app.person_id() is not null
		and new.jurisdiction_id not in (select app.jurisdictions_for('plan.write')) then
		raise exception 'A suggestion is taken or left by those who write the plan.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger suggestion_keeps_words before update on app.suggestion
	for each row execute function app.suggestion_keeps_words();

-- The history is as hidden as the facts: restrictive, so that no other policy lets it through.
create policy hidden_drafting on app.action as restrictive for select using (
	kind not in ('section-assignment', 'draft-comment', 'suggestion')
	or jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));

-- Who looks at which plan now: no fact, in no log, and lost with a crash without harm. One row a person; the servers bring theirs
-- together here a few times a minute.
create unlogged table app.presence (
	person_id uuid primary key references app.person on delete cascade,
	document_id uuid not null references app.document on delete cascade,
	name text not null,
	place text not null,
	seen_at timestamptz not null
) with (fillfactor = 50);
alter table app.presence enable row level security;
create policy read on app.presence for select using (
	document_id in (select d.id from app.document d where d.jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))));
create policy add on app.presence for insert with check ((select app.is_installation()));
create policy change on app.presence for update using ((select app.is_installation()));
grant select, insert, update on app.presence to throughline_app;

-- A job that is done twice sends its mail once: whoever writes the row first sends it.
create table app.sent_mail (
	key text primary key,
	sent_at timestamptz not null
);
alter table app.sent_mail enable row level security;
create policy read on app.sent_mail for select using ((select app.is_installation()));
create policy add on app.sent_mail for insert with check ((select app.is_installation()));
create policy take_back on app.sent_mail for delete using ((select app.is_installation()));
grant select, insert, delete on app.sent_mail to throughline_app;

-- Those who are named or given a section hear of it by mail.
create or replace function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log', 'count-indicators', 'take-extract', 'mail-invitation', 'mail-assignment',
		'tell-mentioned') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;
