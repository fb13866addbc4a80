-- Guided steps of change: choices weighed against criteria, and whether what a strategy leans on is there.

create table app.weighed_option (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal,
	place integer not null check (place between 1 and 8),
	option text not null,
	is_chosen boolean not null,
	evidence_fit text not null check (evidence_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	evidence_reason text not null,
	cause_fit text not null check (cause_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	cause_reason text not null,
	people_fit text not null check (people_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	people_reason text not null,
	capacity_fit text not null check (capacity_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	capacity_reason text not null,
	partners_fit text not null check (partners_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	partners_reason text not null,
	unique (goal_id, place)
);
alter table app.weighed_option add constraint weighed_option_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger weighed_option_takes_next_version before insert or update on app.weighed_option for each row execute function app.fact_before_write();
create trigger weighed_option_never_deleted before delete on app.weighed_option for each row execute function app.refuse_change();
alter table app.weighed_option enable row level security;
grant select, insert, update on app.weighed_option to throughline_app;
-- As visible as the goal.
create policy read on app.weighed_option for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or goal_id in (select app.readable_goals()));
create policy add on app.weighed_option for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.weighed_option for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

alter table app.theory_of_change add column choice text not null default '';

alter table app.intervention
	add column readiness text not null default '',
	add column resources_standing text not null default 'not-looked-at' check (resources_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column resources_note text not null default '',
	add column infrastructure_standing text not null default 'not-looked-at' check (infrastructure_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column infrastructure_note text not null default '',
	add column knowledge_standing text not null default 'not-looked-at' check (knowledge_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column knowledge_note text not null default '',
	add column culture_standing text not null default 'not-looked-at' check (culture_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column culture_note text not null default '',
	add column engagement_standing text not null default 'not-looked-at' check (engagement_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column engagement_note text not null default '';

-- Whether a name is withheld is looked up for the person or group that is read, where all voices were read before: the same rule as in
-- src/domain/engagement/consent.ts.
create index partner_name_party on app.partner_name (party_id) where party_id is not null;
create function app.name_withheld(party uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select from app.partner_name n join app.partner_input i using (id)
			where n.party_id = party and i.removed_at is null and i.consent <> 'not-asked'
				and i.jurisdiction_id not in (select app.jurisdictions_for('plan.write'))
			group by i.document_id
			having not bool_or(app.consent_covers(i, '{name,name-and-words}')))
$$;
revoke execute on function app.name_withheld(uuid) from public;
grant execute on function app.name_withheld(uuid) to throughline_app;

drop policy as_agreed on app.party;
create policy as_agreed on app.party as restrictive for select using (not app.name_withheld(id));
drop policy hidden_voices on app.action;
create policy hidden_voices on app.action as restrictive for select using (
	case
		when kind in ('partner-input', 'compensation') then jurisdiction_id in (select app.jurisdictions_for('plan.write'))
		when kind = 'party' then not app.name_withheld(subject)
		else true
	end);

-- In the team of one plan: by what was agreed in that plan.
create or replace function app.team_parties(document uuid) returns setof app.party
language sql stable security definer set search_path = '' as $$
	select p.id, p.version, p.removed_at, p.jurisdiction_id, case when w.hidden then 'Name withheld' else p.name end, p.affiliation,
			case when w.hidden then null else p.person_id end
		from app.party p cross join lateral (select exists (
			select from app.partner_name n join app.partner_input i using (id)
				where n.party_id = p.id and i.document_id = document and i.removed_at is null and i.consent <> 'not-asked'
					and i.jurisdiction_id not in (select app.jurisdictions_for('plan.write'))
				having count(*) > 0 and not bool_or(app.consent_covers(i, '{name,name-and-words}'))) as hidden) w
		where p.removed_at is null and document in (select app.readable_documents())
			and p.id in (select m.party_id from app.team_member m where m.document_id = document and m.removed_at is null)
$$;
drop function app.names_withheld();
