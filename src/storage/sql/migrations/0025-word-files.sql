-- Word files that were read against a plan, and each change in them, offered to those who write it. What was read is never
-- changed; what is kept beside it is who took it or left it, and why.

create table app.word_file (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	file_name text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	source text not null check (source in ('edited', 'old-plan')),
	notes text[] not null
);
create index word_file_document on app.word_file (document_id);

create table app.word_proposal (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	import_id uuid not null references app.word_file,
	position integer not null check (position > 0),
	change text not null check (change in ('text', 'add-milestone', 'add-strategy', 'remove')),
	field text,
	fact_id uuid not null,
	base_version integer not null check (base_version >= 0),
	place text not null,
	before text not null,
	after text not null,
	timeframe text not null,
	assigned text not null,
	rationale text not null,
	milestones text[] not null,
	author text not null,
	changed_at text not null,
	comment text not null,
	state text not null check (state in ('open', 'taken', 'left')),
	reason text not null
);
create index word_proposal_import on app.word_proposal (import_id);
create index word_proposal_open on app.word_proposal (document_id) where state = 'open';

create function app.word_proposal_keeps_words() returns trigger
language plpgsql as $$
begin
	if to_jsonb(old) - array['version', 'state', 'reason'] is distinct from to_jsonb(new) - array['version', 'state', 'reason'] then
		raise exception 'What was read in a Word file is never changed.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger word_proposal_keeps_words before update on app.word_proposal
	for each row execute function app.word_proposal_keeps_words();

alter table app.word_file add constraint word_file_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger word_file_takes_next_version before insert or update on app.word_file
	for each row execute function app.fact_before_write();
create trigger word_file_never_deleted before delete on app.word_file
	for each row execute function app.refuse_change();
alter table app.word_file enable row level security;
grant select, insert, update on app.word_file to throughline_app;
alter table app.word_proposal add constraint word_proposal_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger word_proposal_takes_next_version before insert or update on app.word_proposal
	for each row execute function app.fact_before_write();
create trigger word_proposal_never_deleted before delete on app.word_proposal
	for each row execute function app.refuse_change();
alter table app.word_proposal enable row level security;
grant select, insert, update on app.word_proposal to throughline_app;
create policy read on app.word_file for select using (jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));
create policy add on app.word_file for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.word_file for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy read on app.word_proposal for select using (jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));
create policy add on app.word_proposal for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.word_proposal for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

-- A proposal holds words of a draft: its history is read by those who read drafts, also where the plan was submitted.
drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind in ('jurisdiction', 'federal-result', 'calendar-setting', 'calendar-occasion', 'planning-step', 'publication')
			then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		when kind in ('public-comment', 'word-file', 'word-proposal')
			then jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);
