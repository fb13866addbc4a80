-- p1_record: the records behind P1: every entry of the window, with what it adds or why it is left out.
select
	'stay' as subject, child, file, record, county, age_group, race_ethnicity, sex, removal, exit, care_end, reason,
	cast(null as date) as next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	case when left_out is null and is_achieved then 1 else 0 end as numerator,
	case when left_out is null then 1 else 0 end as denominator,
	left_out
from p1_stay
union all
-- A child counts once, by the first entry of the window (section 1.4; settled 17).
select
	'stay' as subject, child, file, record, county, age_group(completed_months(dob, removal)) as age_group, race_ethnicity, sex,
	removal, exit, least(exit, birthday_18) as care_end, reason,
	cast(null as date) as next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	0 as numerator, 0 as denominator, 'later-entry' as left_out
from episode
cross join run
where files_read = 5 and removal between run.window_start and run.window_end and previous_removal >= run.window_start
