-- s1_record: the records behind S1: every stay in care during the window with its days (denominator), and every report of a victim
-- who has such a stay (numerator), with what each adds or why it is left out.
with counted as (
	-- Group of a child with several stays: the first counted one (settled 15).
	select
		s1_stay.*,
		row_number() over (partition by child order by removal) as stay_number,
		sum(days) over (partition by child order by removal rows between unbounded preceding and current row) as days_so_far
	from s1_stay
	where left_out is null and days > 0
), capped as (
	-- No more days than the window has (option s1DayCap): what is over them goes from the last stay.
	select
		counted.*,
		case when run.s1_day_cap = '365' then 365 else date_diff('day', run.window_start, run.window_end) + 1 end as most
	from counted
	cross join run
), held as (
	select
		s1_stay.child, s1_report.file, s1_report.line, s1_stay.county, s1_stay.age_group, s1_stay.race_ethnicity, s1_stay.sex,
		s1_stay.removal, s1_stay.exit, s1_stay.care_end, s1_report.report_date, s1_report.incident_date, s1_report.year,
		case
			when s1_report.is_later_report then 'later-report' -- exclusion 5, case 76
			when s1_report.report_date not between run.window_start and run.window_end
				then 'report-outside-window' -- exclusion 4, case 74
			when s1_report.report_date not between s1_stay.removal and s1_stay.last_report_day
				then 'report-outside-care' -- case 71
			when s1_stay.left_out is not null or s1_stay.days <= 0 then 'stay-left-out' -- exclusion 1
			when s1_report.report_date < s1_stay.removal + 7 then 'report-in-first-7-days' -- exclusion 2, cases 69 and 70
			when s1_report.incident_date not between s1_stay.removal + 7 and s1_stay.last_report_day
				then 'incident-outside-care' -- exclusion 3, cases 72 and 73
		end as left_out
	from s1_stay
	join s1_report on s1_report.afcars_id = s1_stay.record_number
	cross join run
), nearest as (
	-- A report is held against each stay of the child: the one in which it counts or lies tells why.
	select
		held.*,
		row_number() over (
			partition by child, year, file, line
			order by case when left_out is null then 0 when left_out = 'report-outside-care' then 2 else 1 end, removal
		) as stay_rank
	from held
), once as (
	-- Of one day, one report.
	select
		nearest.*,
		row_number() over (
			partition by child, report_date, case when left_out is null then 1 else 0 end
			order by year, file, line
		) as of_day
	from nearest
	where stay_rank = 1
)
select
	'stay' as subject, s1_stay.child, s1_stay.file, s1_stay.record,
	coalesce(first_stay.county, s1_stay.county) as county, coalesce(first_stay.age_group, s1_stay.age_group) as age_group,
	coalesce(first_stay.race_ethnicity, s1_stay.race_ethnicity) as race_ethnicity, coalesce(first_stay.sex, s1_stay.sex) as sex,
	s1_stay.removal, s1_stay.exit, s1_stay.care_end, cast(null as text) as reason,
	cast(null as date) as next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	0 as numerator,
	coalesce(least(capped.days_so_far, capped.most) - least(capped.days_so_far - capped.days, capped.most), 0) as denominator,
	case when s1_stay.left_out is not null then s1_stay.left_out when s1_stay.days <= 0 then 'no-days' end as left_out
from s1_stay
left join capped on capped.child = s1_stay.child and capped.removal = s1_stay.removal
left join counted as first_stay on first_stay.child = s1_stay.child and first_stay.stay_number = 1
	and capped.child is not null
union all
select
	'report' as subject, once.child, once.file, once.line as record,
	coalesce(first_stay.county, once.county) as county, coalesce(first_stay.age_group, once.age_group) as age_group,
	coalesce(first_stay.race_ethnicity, once.race_ethnicity) as race_ethnicity, coalesce(first_stay.sex, once.sex) as sex,
	once.removal, once.exit, once.care_end, cast(null as text) as reason,
	cast(null as date) as next_removal, once.report_date, once.incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	case when once.left_out is null and once.of_day = 1 then 1 else 0 end as numerator,
	0 as denominator,
	case when once.left_out is not null then once.left_out when once.of_day > 1 then 'later-report' end as left_out
from once
left join counted as first_stay on first_stay.child = once.child and first_stay.stay_number = 1
