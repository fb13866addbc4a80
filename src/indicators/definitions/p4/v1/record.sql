-- p4_record: the records behind P4: every exit of the window, with what it adds or why it is left out.
select
	'stay' as subject, child, file, record, county, age_group, race_ethnicity, sex, removal, exit, exit as care_end, reason,
	next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	case when left_out is null and is_reentry then 1 else 0 end as numerator,
	case when left_out is null then 1 else 0 end as denominator,
	left_out
from p4_stay
union all
-- Exits that are not of the cohort: to adoption or no permanency (rule 10, case 93), at 18 (rule 2), or after the first one (settled
-- 17; option p4MultipleExits).
select
	'stay' as subject, episode.child, episode.file, episode.record, episode.county,
	age_group(completed_months(episode.dob, episode.exit)) as age_group, episode.race_ethnicity, episode.sex,
	episode.removal, episode.exit, episode.exit as care_end, episode.reason,
	episode.next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	0 as numerator, 0 as denominator,
	case
		when episode.birthday_18 <= episode.exit then 'age-18-at-exit'
		when episode.reason in ('REUNIFICATION', 'RELATIVE', 'GUARDIANSHIP') or episode.reason is null then 'later-exit'
		else 'exit-not-in-cohort'
	end as left_out
from episode
cross join run
left join p4_stay on p4_stay.child = episode.child and p4_stay.removal = episode.removal
where episode.files_read = 4 and episode.exit between run.window_start and run.window_end and p4_stay.child is null
