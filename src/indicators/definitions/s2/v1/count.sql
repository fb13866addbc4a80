-- s2_count: S2, a child with a victim report in the window is 1 in the denominator, and 1 in the numerator when another follows.
with spaced as (
	-- Option rollup=chain: rows within 14 days of the row before them go, and only the next one is looked at (case 85).
	select
		s2_report.*,
		sum(case when report_number = 1 or date_diff('day', previous_date, report_date) > 14 then 1 else 0 end)
			over (partition by child order by report_number) as spaced_number,
		date_diff('day', previous_date, report_date) as days_since_previous,
		date_diff('day', initial_date, report_date) as days_since_initial
	from s2_report
), judged as (
	select
		spaced.*,
		report_number > 1
			and case
				when run.rollup = 'chain' then spaced_number = 2 and days_since_previous > 14
				else days_since_initial > 14 -- within 14 days of the initial report (cases 83 and 84; settled 19)
			end
			-- Within 12 months (cases 88 and 89; option s2Within12Months).
			and case
				when run.s2_within_12_months = 'days' then days_since_initial <= 365
				else report_date <= one_year_after(initial_date)
			end
			-- Not the same incident, when both dates are there (cases 86 and 87).
			and (incident_date is null or initial_incident is null or incident_date <> initial_incident) as is_recurrence
	from spaced
	cross join run
)
select
	child,
	min(case when report_number = 1 then county end) as county,
	min(case when report_number = 1 then age_group end) as age_group,
	min(case when report_number = 1 then risk_age end) as risk_age,
	min(case when report_number = 1 then race_ethnicity end) as race_ethnicity,
	min(case when report_number = 1 then sex end) as sex,
	max(case when is_recurrence then 1 else 0 end) as numerator,
	1 as denominator
from judged
cross join run
-- The initial report lies in the window. A first report that is a death: option firstReportFatality (case 91).
where initial_date <= run.window_end
group by child
having max(case when report_number = 1 and death and run.first_report_fatality = 'drop' then 1 else 0 end) = 0
