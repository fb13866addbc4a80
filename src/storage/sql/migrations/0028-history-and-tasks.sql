-- Who reads which history, and which work may be asked for in the background: both whole, after all kinds of facts that are there now.

drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind in ('jurisdiction', 'federal-result', 'calendar-setting', 'calendar-occasion', 'planning-step', 'publication',
			'child-population', 'shared-goal', 'agency-resource')
			then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		when kind in ('public-comment', 'word-file', 'word-proposal')
			then jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
		when kind = 'goal-adoption' then jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
			or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);

create or replace function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log', 'count-indicators', 'take-extract', 'mail-invitation', 'mail-assignment',
		'tell-mentioned', 'mail-distribution') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;
