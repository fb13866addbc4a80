-- The State's review of a plan: who reviews, checklist, remarks and responses, negotiation, contents assigned by the State, drafts
-- shared early, contacts, formal actions, focused help.

alter table app.document drop constraint document_state_check;
alter table app.document add constraint document_state_check
	check (state in ('drafting', 'ready', 'board-approved', 'submitted', 'under-review', 'recommendations-made', 'returned',
		'in-negotiation', 'assigned-by-state', 'accepted'));

insert into app.role_permission (role, permission) values
	('child-welfare-director', 'plan.negotiate'), ('chief-probation-officer', 'plan.negotiate'),
	('state-analyst', 'plan.negotiate'), ('installation', 'plan.negotiate');

create table app.state_review (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	submission integer not null,
	opened_on date not null,
	units text[] not null,
	reviewer_ids uuid[] not null,
	reviewer_names text[] not null,
	closed_on date
);
create index state_review_document on app.state_review (document_id);

create table app.review_item (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	review_id uuid not null references app.state_review,
	item text not null,
	verdict text not null check (verdict in ('met', 'partly-met', 'not-met', 'not-applicable')),
	note text not null
);
create unique index review_item_of on app.review_item (review_id, item) where removed_at is null;
create index review_item_document on app.review_item (document_id);

create table app.review_remark (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	review_id uuid references app.state_review,
	remark_kind text not null check (remark_kind in ('comment', 'question', 'recommendation')),
	round integer not null,
	unit text not null,
	about_kind text not null,
	about_id text not null,
	text text not null,
	released boolean not null,
	released_on date,
	check (released = (released_on is not null))
);
create index review_remark_document on app.review_remark (document_id);

create table app.review_response (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	remark_id uuid not null references app.review_remark,
	choice text not null check (choice in ('answer', 'accept', 'amend', 'decline', 'negotiate')),
	text text not null,
	changed text not null,
	responded_on date not null
);
create unique index review_response_of on app.review_response (remark_id) where removed_at is null;
create index review_response_document on app.review_response (document_id);

create table app.negotiation (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	subject text not null check (subject in ('content', 'degree-of-improvement')),
	matter text not null,
	opened_on date not null,
	state_participants text[] not null,
	county_participants text[] not null,
	association_participants text[] not null,
	outcome text not null check (outcome in ('open', 'agreed', 'not-agreed')),
	resolution text not null,
	resolved_on date,
	check ((outcome = 'open') = (resolved_on is null))
);
create index negotiation_document on app.negotiation (document_id);

create table app.negotiation_position (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	negotiation_id uuid not null references app.negotiation,
	round integer not null,
	side text not null check (side in ('state', 'county')),
	text text not null,
	stated_on date not null
);
create unique index negotiation_position_of on app.negotiation_position (negotiation_id, round, side) where removed_at is null;
create index negotiation_position_document on app.negotiation_position (document_id);

create table app.state_assignment (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	about_kind text not null,
	about_id uuid not null,
	field text not null,
	prior text not null,
	assigned text not null,
	reason text not null,
	assigned_on date not null
);
create index state_assignment_document on app.state_assignment (document_id);

create table app.draft_share (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	shared_on date not null,
	note text not null,
	ended_on date
);
create index draft_share_document on app.draft_share (document_id);

create table app.state_contact (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	"on" date not null,
	channel text not null,
	note text not null
);
create index state_contact_document on app.state_contact (document_id);

create table app.formal_action (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	step text not null,
	taken_on date not null,
	deadline date,
	note text not null
);
create index formal_action_document on app.formal_action (document_id);

create table app.focused_help (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	reason text not null,
	since date not null,
	ended_on date
);
create index focused_help_document on app.focused_help (document_id);

do $$
declare
	fact text;
begin
	foreach fact in array array['state_review', 'review_item', 'review_remark', 'review_response', 'negotiation',
		'negotiation_position', 'state_assignment', 'draft_share', 'state_contact', 'formal_action', 'focused_help'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('alter table app.%I enable row level security', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
	end loop;
end $$;

-- Drafts that a county shares with the State now. Asked by policies of the document itself, so it looks past them.
create function app.shared_documents() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
	select s.document_id from app.draft_share s where s.removed_at is null and s.ended_on is null
		and s.jurisdiction_id in (select app.jurisdictions_for('plan.review'))
$$;

create or replace function app.readable_documents() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select d.id from app.document d where d.jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	union
	select d.id from app.document d where d.state in ('submitted', 'under-review', 'recommendations-made', 'returned',
			'in-negotiation', 'assigned-by-state', 'accepted')
		and d.jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))
	union
	select app.shared_documents()
$$;

-- Plans whose contents the State sets now, and the goals in them (SIP-110).
create function app.assigned_documents() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
	select d.id from app.document d where d.state = 'assigned-by-state' and d.removed_at is null
		and d.jurisdiction_id in (select app.jurisdictions_for('plan.review'))
$$;
create function app.assigned_goals() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
	select u.goal_id from app.goal_use u where u.removed_at is null and u.document_id in (select app.assigned_documents())
$$;
revoke execute on function app.shared_documents(), app.assigned_documents(), app.assigned_goals() from public;
grant execute on function app.shared_documents(), app.assigned_documents(), app.assigned_goals() to throughline_app;

drop policy read on app.document;
create policy read on app.document for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or (state in ('submitted', 'under-review', 'recommendations-made', 'returned', 'in-negotiation', 'assigned-by-state', 'accepted')
		and jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')))
	or id in (select app.shared_documents()));
drop policy change on app.document;
create policy change on app.document for update using (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.submit'))
	or (state in ('submitted', 'under-review', 'recommendations-made', 'returned', 'in-negotiation', 'assigned-by-state', 'accepted')
		and jurisdiction_id in (select app.jurisdictions_for('plan.review'))))
	with check (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.submit'))
	or (state in ('submitted', 'under-review', 'recommendations-made', 'returned', 'in-negotiation', 'assigned-by-state', 'accepted')
		and jurisdiction_id in (select app.jurisdictions_for('plan.review'))));

-- The State sets contents only while it has the last word.
create policy assign_new on app.answer for insert with check (document_id in (select app.assigned_documents()));
create policy assign on app.answer for update using (document_id in (select app.assigned_documents()));
create policy assign on app.goal for update using (id in (select app.assigned_goals()));
create policy assign on app.objective for update using (goal_id in (select app.assigned_goals()));
create policy assign on app.strategy for update using (goal_id in (select app.assigned_goals()));
create policy assign on app.milestone for update using (
	exists (select from app.strategy s where s.id = strategy_id and s.goal_id in (select app.assigned_goals())));
create policy assign on app.target for update using (
	exists (select from app.objective o where o.id = objective_id and o.goal_id in (select app.assigned_goals())));

-- Who reads and writes the records of a review. What the State notes for itself is for the State alone; its remarks are for the
-- county from their release on.
do $$
declare
	reviewer constant text := 'jurisdiction_id in (select app.jurisdictions_for(''plan.review''))';
	county constant text := 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft''))';
	writer constant text := 'jurisdiction_id in (select app.jurisdictions_for(''plan.write''))';
	negotiator constant text := 'jurisdiction_id in (select app.jurisdictions_for(''plan.negotiate''))';
	rule record;
begin
	for rule in select * from (values
		('state_review', reviewer || ' or ' || county, reviewer),
		('review_item', reviewer, reviewer),
		('review_remark', reviewer || ' or (released and ' || county || ')', reviewer),
		('review_response', reviewer || ' or ' || county, writer),
		('negotiation', reviewer || ' or ' || county, negotiator),
		('negotiation_position', reviewer || ' or ' || county,
			'(side = ''state'' and ' || reviewer || ') or (side = ''county'' and ' || negotiator || ' and not ' || reviewer || ') or (select app.is_installation())'),
		('state_assignment', reviewer || ' or ' || county, reviewer),
		('draft_share', reviewer || ' or ' || county, writer),
		('state_contact', reviewer || ' or ' || county, reviewer || ' or ' || writer),
		('formal_action', reviewer || ' or ' || county, reviewer),
		('focused_help', reviewer, reviewer)
	) as rules (name, reads, writes) loop
		execute format('create policy read on app.%I for select using (%s)', rule.name, rule.reads);
		execute format('create policy add on app.%I for insert with check (%s)', rule.name, rule.writes);
		execute format('create policy change on app.%I for update using (%s)', rule.name, rule.writes);
	end loop;
end $$;

-- The history of what the State notes for itself is as hidden as the note: restrictive, so that no other policy lets it through. Of a
-- remark the county sees the action that released it, not the wordings before.
create policy hidden_notes on app.action as restrictive for select using (
	case
		when kind in ('review-item', 'focused-help') then jurisdiction_id in (select app.jurisdictions_for('plan.review'))
		when kind = 'review-remark' then jurisdiction_id in (select app.jurisdictions_for('plan.review'))
			or (body::jsonb -> 'after' -> 'released' = 'true' and verb = 'change')
		else true
	end);
create policy read_review on app.action for select using (
	kind in ('state-review', 'review-item', 'review-remark', 'review-response', 'negotiation', 'negotiation-position',
		'state-assignment', 'draft-share', 'state-contact', 'formal-action', 'focused-help')
	and jurisdiction_id in (select app.jurisdictions_for('plan.review')));
