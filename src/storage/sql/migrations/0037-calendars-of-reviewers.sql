-- Whoever reviews the plans of a place can have its calendar too, beside those who write them.

drop policy add on app.calendar_feed;
create policy add on app.calendar_feed for insert with check (
	person_id = (select app.person_id())
	and (scope = 'person'
		or jurisdiction_id in (select app.jurisdictions_for('plan.write'))
		or jurisdiction_id in (select app.jurisdictions_for('plan.review'))));
