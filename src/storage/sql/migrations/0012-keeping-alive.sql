-- Keeping plans alive: reports by mailed links, yearly papers with what they carry over, amendments, calendar feeds.

alter table app.person add column supervisor_id uuid references app.person;

alter table app.milestone
	add column proof text not null default '',
	add column explanation text not null default '',
	add column reported_on date;

alter table app.document
	add column update_of uuid references app.document,
	add column update_number integer,
	add check ((update_of is null) = (update_number is null));
create index document_update_of on app.document (update_of);
-- One paper for each year of a plan.
create unique index document_update on app.document (update_of, update_number) where removed_at is null;

create table app.link_opening (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	milestone_id uuid not null references app.milestone,
	person_id uuid not null references app.person,
	opened_at text not null,
	what text not null check (what in ('page', 'report'))
);
create index link_opening_milestone on app.link_opening (milestone_id);

create table app.calendar_feed (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	person_id uuid not null references app.person,
	scope text not null check (scope in ('person', 'county'))
);
create index calendar_feed_person on app.calendar_feed (person_id);

create table app.carried_part (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	part_kind text not null check (part_kind in ('goal', 'objective', 'strategy', 'milestone')),
	part_id uuid not null,
	standing text not null check (standing in ('not-looked-at', 'continues', 'changed', 'done')),
	progress text not null,
	unique (document_id, part_id)
);

create table app.amendment (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	part_kind text not null,
	part_id uuid not null,
	field text not null,
	before text not null,
	after text not null,
	reason text not null,
	agreed_by text not null,
	agreed_on date not null
);
create index amendment_document on app.amendment (document_id);

do $$
declare
	fact text;
begin
	foreach fact in array array['link_opening', 'calendar_feed', 'carried_part', 'amendment'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('alter table app.%I enable row level security', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
	end loop;
	foreach fact in array array['carried_part', 'amendment'] loop
		execute format('create policy read on app.%I for select using (jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or document_id in (select app.readable_documents()))', fact);
		execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
	end loop;
end $$;

-- An opening is written by the installation: the holder of a link has no session.
create policy read on app.link_opening for select using (jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));
create policy add on app.link_opening for insert with check ((select app.is_installation()));

-- A feed is its maker's alone; the calendar of a county is opened to others only by those who write its plans.
create policy read on app.calendar_feed for select using (
	person_id = (select app.person_id()) or (select app.is_installation()));
create policy add on app.calendar_feed for insert with check (
	person_id = (select app.person_id())
	and (scope = 'person' or jurisdiction_id in (select app.jurisdictions_for('plan.write'))));
create policy change on app.calendar_feed for update using (person_id = (select app.person_id()));

-- The milestones of accepted plans that are assigned to the person of this transaction: they may say how these stand.
create function app.milestones_to_report() returns setof uuid
language sql stable security definer set search_path = '' rows 10 as $$
	select m.id from app.milestone m
		join app.person n on n.id = m.assigned_person_id and n.active and n.removed_at is null
		where m.assigned_person_id = app.person_id() and m.removed_at is null
			and exists (select from app.strategy s
				join app.goal_use u on u.goal_id = s.goal_id and u.removed_at is null
				join app.document d on d.id = u.document_id and d.removed_at is null and d.state = 'accepted'
				where s.id = m.strategy_id and s.removed_at is null)
$$;
revoke execute on function app.milestones_to_report() from public;
grant execute on function app.milestones_to_report() to throughline_app;
create policy read_own on app.milestone for select using (id in (select app.milestones_to_report()));
create policy report_own on app.milestone for update using (id in (select app.milestones_to_report()))
	with check (assigned_person_id = (select app.person_id()));

-- Whoever does not write the plan changes nothing of a milestone but how it stands.
create function app.milestone_owner_only_reports() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	reported constant text[] := array['version', 'status', 'completed_on', 'proof', 'explanation', 'reported_on'];
begin
	if app.person_id() is not null and to_jsonb(old) - reported <> to_jsonb(new) - reported
		and new.jurisdiction_id not in (select app.jurisdictions_for('plan.write'))
		-- The State assigns contents (SIP-110); which, and when, is held by the policies of the review.
		and new.jurisdiction_id not in (select app.jurisdictions_for('plan.review')) then
		raise exception 'The owner of a milestone reports how it stands and changes nothing else of it.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger milestone_owner_only_reports before update on app.milestone
	for each row execute function app.milestone_owner_only_reports();
