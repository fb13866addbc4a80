-- People with lived experience by stage of the cycle: what they agreed to, and what they were paid for taking part.

-- What stands in older rows was never asked about: neither name nor words are shown until somebody has asked.
alter table app.partner_input
	add column stage text check (stage in ('assess', 'plan', 'implement', 'monitor', 'report')),
	add column experience text check (experience in ('youth', 'parent', 'kin', 'foster-or-adoptive-parent', 'tribe', 'none')),
	add column summary text not null default '',
	add column consent text not null default 'not-asked'
		check (consent in ('not-asked', 'group-only', 'words', 'name', 'name-and-words')),
	add column consent_on date,
	add column withdrawn_on date,
	add column compensation text not null default 'not-recorded'
		check (compensation in ('not-recorded', 'not-offered', 'offered', 'declined', 'paid')),
	add constraint consent_has_day check (consent = 'not-asked' or consent_on is not null),
	add constraint consent_before_withdrawal check (withdrawn_on is null or withdrawn_on >= consent_on);

-- The own words, and whose they are, lie in tables of their own: row-level security hides rows, never columns. All else of the fact is
-- the same for every reader. Each is written with its fact, at the same version (src/storage/sql/columns.ts).
create table app.partner_words (
	id uuid primary key references app.partner_input,
	version integer not null,
	said text not null
);
insert into app.partner_words select id, version, said from app.partner_input;
create table app.partner_name (
	id uuid primary key references app.partner_input,
	version integer not null,
	party_id uuid references app.party
);
insert into app.partner_name select id, version, party_id from app.partner_input;
alter table app.partner_input drop column said, drop column party_id;

-- The same rule as in src/domain/engagement/consent.ts.
create function app.consent_covers(input app.partner_input, levels text[]) returns boolean
language sql immutable as $$
	select input.consent = any (levels) and input.consent_on is not null and input.withdrawn_on is null
$$;

do $$
declare
	t text;
	levels text;
begin
	for t, levels in values ('partner_words', '{words,name-and-words}'), ('partner_name', '{name,name-and-words}') loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', t, t || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', t || '_takes_next_version', t);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', t || '_never_deleted', t);
		execute format('alter table app.%I enable row level security', t);
		-- Of facts that the person may read: the policies of app.partner_input hold in here too.
		execute format('create policy read on app.%I for select using (exists (select from app.partner_input i where i.id = %I.id
			and (i.jurisdiction_id in (select app.jurisdictions_for(''plan.write'')) or app.consent_covers(i, %L))))', t, t, levels);
		execute format('create policy add on app.%I for insert with check (exists (select from app.partner_input i where i.id = %I.id
			and i.jurisdiction_id in (select app.jurisdictions_for(''plan.write''))))', t, t);
		execute format('create policy change on app.%I for update using (exists (select from app.partner_input i where i.id = %I.id
			and i.jurisdiction_id in (select app.jurisdictions_for(''plan.write''))))', t, t);
		execute format('grant select, insert, update on app.%I to throughline_app', t);
	end loop;
end $$;

-- Who was heard and did not agree to their name is not named in the team of that plan either: for others than its writers there is such a
-- member, without a name. Those whom nobody has asked are named as before.
create function app.names_withheld() returns table (document_id uuid, party_id uuid)
language sql stable security definer set search_path = '' rows 10 as $$
	select i.document_id, n.party_id from app.partner_input i join app.partner_name n using (id)
		where i.removed_at is null and i.consent <> 'not-asked' and n.party_id is not null
			and i.jurisdiction_id not in (select app.jurisdictions_for('plan.write'))
		group by i.document_id, n.party_id
		having not bool_or(app.consent_covers(i, '{name,name-and-words}'))
$$;
create policy as_agreed on app.party as restrictive for select using (id not in (select w.party_id from app.names_withheld() w));

-- The people and groups in the team of a plan that the person may read, in this plan's words: `withheldName` in consent.ts.
create function app.team_parties(document uuid) returns setof app.party
language sql stable security definer set search_path = '' as $$
	select p.id, p.version, p.removed_at, p.jurisdiction_id, case when w.hidden then 'Name withheld' else p.name end, p.affiliation,
			case when w.hidden then null else p.person_id end
		from app.party p cross join lateral (select p.id in (
			select h.party_id from app.names_withheld() h where h.document_id = document) as hidden) w
		where p.removed_at is null and document in (select app.readable_documents())
			and p.id in (select m.party_id from app.team_member m where m.document_id = document and m.removed_at is null)
$$;
revoke execute on function app.consent_covers(app.partner_input, text[]), app.names_withheld(), app.team_parties(uuid) from public;
grant execute on function app.consent_covers(app.partner_input, text[]), app.names_withheld(), app.team_parties(uuid) to throughline_app;

create table app.compensation (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	input_id uuid references app.partner_input,
	form text not null check (form in ('stipend', 'hourly-pay', 'gift-card', 'travel', 'child-care', 'meal', 'other')),
	amount_cents integer check (amount_cents >= 0),
	paid_on date,
	note text not null
);
create index compensation_document on app.compensation (document_id);
alter table app.compensation add constraint compensation_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger compensation_takes_next_version before insert or update on app.compensation for each row execute function app.fact_before_write();
create trigger compensation_never_deleted before delete on app.compensation for each row execute function app.refuse_change();
alter table app.compensation enable row level security;
-- What somebody was paid is for those who write the plan of that place, and for nobody else.
create policy read on app.compensation for select using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy add on app.compensation for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.compensation for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
grant select, insert, update on app.compensation to throughline_app;

-- The history is as hidden as the facts: restrictive, so that no other policy lets it through.
create policy hidden_voices on app.action as restrictive for select using (
	case
		when kind in ('partner-input', 'compensation') then jurisdiction_id in (select app.jurisdictions_for('plan.write'))
		when kind = 'party' then subject not in (select w.party_id from app.names_withheld() w)
		else true
	end);

-- More steps of change and implementation, worked out on the same theory of change.
alter table app.theory_of_change
	add column root_cause_data text not null default '',
	add column options text[] not null default '{}',
	add column monitoring text not null default '',
	add column adjustment text not null default '';
