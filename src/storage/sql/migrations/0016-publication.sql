-- Plans that are posted online, and what the public says of them. What is posted was made to be read by everybody; comments are
-- read by those who write the plan, and by the installation, which shows the public those that were let through.

create table app.publication (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	submission integer not null check (submission > 0),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	title text not null,
	posted_on date not null,
	opens_on date,
	closes_on date,
	check (closes_on is null or (opens_on is not null and closes_on >= opens_on))
);
create index publication_document on app.publication (document_id);

create table app.public_comment (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	publication_id uuid not null references app.publication,
	anchor text not null,
	quote text not null,
	name text not null,
	show_name boolean not null,
	text text not null,
	language text not null check (language in ('en', 'es')),
	channel text not null check (channel in ('web', 'paper', 'meeting', 'phone', 'mail')),
	received_on date not null,
	state text not null check (state in ('waiting', 'shown', 'hidden')),
	hidden_reason text not null,
	theme text not null,
	answer text not null,
	outcome text check (outcome in ('changed', 'not-changed', 'other-plan')),
	answered_on date,
	check ((state = 'hidden') = (hidden_reason <> ''))
);
create index public_comment_publication on app.public_comment (publication_id);

-- What somebody said stays as it was said.
create function app.public_comment_keeps_words() returns trigger
language plpgsql as $$
begin
	if (old.text, old.name, old.show_name, old.anchor, old.quote, old.channel, old.received_on, old.publication_id)
		is distinct from (new.text, new.name, new.show_name, new.anchor, new.quote, new.channel, new.received_on, new.publication_id) then
		raise exception 'The words of a comment are never changed.' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger public_comment_keeps_words before update on app.public_comment
	for each row execute function app.public_comment_keeps_words();

alter table app.publication add constraint publication_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger publication_takes_next_version before insert or update on app.publication
	for each row execute function app.fact_before_write();
create trigger publication_never_deleted before delete on app.publication
	for each row execute function app.refuse_change();
alter table app.publication enable row level security;
grant select, insert, update on app.publication to throughline_app;
alter table app.public_comment add constraint public_comment_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger public_comment_takes_next_version before insert or update on app.public_comment
	for each row execute function app.fact_before_write();
create trigger public_comment_never_deleted before delete on app.public_comment
	for each row execute function app.refuse_change();
alter table app.public_comment enable row level security;
grant select, insert, update on app.public_comment to throughline_app;
create policy read on app.publication for select using ((select app.person_id()) is not null);
create policy add on app.publication for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.publication for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
-- The State reads what was let through.
create policy read on app.public_comment for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or (state = 'shown' and jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))));
create policy add on app.public_comment for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.public_comment for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind in ('jurisdiction', 'federal-result', 'calendar-setting', 'calendar-occasion', 'planning-step', 'publication')
			then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		when kind = 'public-comment' then jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);
