-- s2_count: S2, a child with a victim report in the window is 1 in the denominator, and 1 in the numerator when another follows.
select
	child,
	min(case when report_number = 1 then county end) as county,
	min(case when report_number = 1 then age_group end) as age_group,
	min(case when report_number = 1 then risk_age end) as risk_age,
	min(case when report_number = 1 then race_ethnicity end) as race_ethnicity,
	min(case when report_number = 1 then sex end) as sex,
	max(case when is_recurrence then 1 else 0 end) as numerator,
	1 as denominator
from s2_judged_report
cross join run
-- The initial report lies in the window. A first report that is a death: option firstReportFatality (case 91).
where initial_date <= run.window_end
group by child
having max(case when report_number = 1 and death and run.first_report_fatality = 'drop' then 1 else 0 end) = 0
