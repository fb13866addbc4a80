-- s2_judged_report: every victim report of s2_report, with whether it is a recurrence of the initial one.
with spaced as (
	-- Option rollup=chain: rows within 14 days of the row before them go, and only the next one is looked at (case 85).
	select
		s2_report.*,
		sum(case when report_number = 1 or date_diff('day', previous_date, report_date) > 14 then 1 else 0 end)
			over (partition by child order by report_number) as spaced_number,
		date_diff('day', previous_date, report_date) as days_since_previous,
		date_diff('day', initial_date, report_date) as days_since_initial
	from s2_report
), measured as (
	select
		spaced.*,
		case
			when run.rollup = 'chain' then days_since_previous > 14
			else days_since_initial > 14 -- within 14 days of the initial report (cases 83 and 84; settled 19)
		end as is_after_14_days,
		-- Within 12 months (cases 88 and 89; option s2Within12Months).
		case
			when run.s2_within_12_months = 'days' then days_since_initial <= 365
			else report_date <= one_year_after(initial_date)
		end as is_within_12_months,
		-- Not the same incident, when both dates are there (cases 86 and 87).
		incident_date is null or initial_incident is null or incident_date <> initial_incident as is_other_incident
	from spaced
	cross join run
)
select
	measured.*,
	report_number > 1 and is_after_14_days and is_within_12_months and is_other_incident
		and (run.rollup <> 'chain' or spaced_number = 2) as is_recurrence
from measured
cross join run
