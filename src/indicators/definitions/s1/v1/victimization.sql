-- s1_victimization: how many reports count for each child: reports, not children (case 82).
-- Exclusion 2: not in the first 7 days of removal (cases 69 and 70). Exclusion 4: the report date lies in the window (case 74).
-- Exclusion 3: an incident date, where given, lies in the stay too; it only removes (cases 72 and 73).
select s1_stay.child, count(distinct s1_report.report_date) as reports
from s1_stay
join s1_report on s1_report.afcars_id = s1_stay.record_number
cross join run
where s1_stay.left_out is null and s1_stay.days > 0
	and (s1_report.is_later_report is null or not s1_report.is_later_report)
	and s1_report.report_date >= run.window_start
	and s1_report.report_date between s1_stay.removal + 7 and s1_stay.last_report_day
	and (s1_report.incident_date is null or s1_report.incident_date between s1_stay.removal + 7 and s1_stay.last_report_day)
group by s1_stay.child
