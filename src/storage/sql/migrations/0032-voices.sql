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
	kind not in ('partner-input', 'compensation') or jurisdiction_id in (select app.jurisdictions_for('plan.write')));

-- More steps of change and implementation, worked out on the same theory of change.
alter table app.theory_of_change
	add column root_cause_data text not null default '',
	add column options text[] not null default '{}',
	add column monitoring text not null default '',
	add column adjustment text not null default '';
