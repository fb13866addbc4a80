-- s2_record: the records behind S2: every report of a child in the two NCANDS years, with what it adds or why it is left out. The
-- initial report is 1 in the denominator, the first recurrence 1 in the numerator.
with judged as (
	select
		s2_judged_report.*,
		first_value(county) over (partition by child order by report_number) as county_of_child,
		first_value(age_group) over (partition by child order by report_number) as age_group_of_child,
		first_value(race_ethnicity) over (partition by child order by report_number) as race_ethnicity_of_child,
		first_value(sex) over (partition by child order by report_number) as sex_of_child,
		max(case when report_number = 1 and death then 1 else 0 end) over (partition by child) = 1 as is_first_a_death,
		sum(case when is_recurrence then 1 else 0 end)
			over (partition by child order by report_number rows between unbounded preceding and current row) as recurrences
	from s2_judged_report
), told as (
	select
		judged.*,
		case
			when initial_date > run.window_end then 'initial-after-window'
			when is_first_a_death and run.first_report_fatality = 'drop' then 'first-report-death' -- case 91
			when report_number = 1 or (is_recurrence and recurrences = 1) then null
			when is_recurrence then 'counted-already' -- at most one a child (case 82)
			when not is_after_14_days then 'within-14-days' -- cases 83 to 85
			when not is_within_12_months then 'after-12-months' -- case 88
			when not is_other_incident then 'same-incident' -- case 86
			else 'counted-already'
		end as left_out
	from judged
	cross join run
)
select
	'report' as subject, child, file, line as record, county_of_child as county, age_group_of_child as age_group,
	race_ethnicity_of_child as race_ethnicity, sex_of_child as sex,
	cast(null as date) as removal, cast(null as date) as exit, cast(null as date) as care_end, cast(null as text) as reason,
	cast(null as date) as next_removal, report_date, incident_date, initial_date, cast(null as integer) as months_in_care,
	case when left_out is null and report_number > 1 then 1 else 0 end as numerator,
	case when left_out is null and report_number = 1 then 1 else 0 end as denominator,
	left_out
from told
union all
-- Rows that s2_report does not take.
select
	'report' as subject, ncands_row.child, ncands_row.file, ncands_row.line as record, ncands_row.county,
	age_group(ncands_row.age * 12) as age_group, ncands_row.race_ethnicity, ncands_row.sex,
	cast(null as date) as removal, cast(null as date) as exit, cast(null as date) as care_end, cast(null as text) as reason,
	cast(null as date) as next_removal, ncands_row.report_date, ncands_row.incident_date, cast(null as date) as initial_date,
	cast(null as integer) as months_in_care,
	0 as numerator, 0 as denominator,
	case
		when not ncands_row.victim then 'not-substantiated' -- cases 78 and 92
		when ncands_row.report_date is null then 'missing-report-date'
		when ncands_row.report_date < run.window_start then 'report-before-window'
		when ncands_row.age is null then 'missing-age' -- section 2.4
		when ncands_row.age = 77 then 'unborn' -- case 90
		when ncands_row.age > 17 then 'over-17' -- settled 24
		else 'under-1-without-birth-date' -- section 2.4
	end as left_out
from ncands_row
join run_year on run_year.year = ncands_row.year
cross join run
where not ncands_row.victim or ncands_row.report_date is null or ncands_row.report_date < run.window_start
	or ncands_row.age is null or ncands_row.age not between 0 and 17 or (ncands_row.age = 0 and ncands_row.dob is null)
