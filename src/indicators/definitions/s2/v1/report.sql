-- s2_report: victim reports in order for each child, the first of them being the initial one.
-- S2, Data Dictionary Aug 2022: recurrence of maltreatment. Reads two NCANDS years; the report date decides, not the disposition.
-- Victims only (cases 78 and 92), not before the window, age 0 to 17 known and born (cases 90; settled 24), under 1 with a birth
-- date (section 2.4). Ties of report date: by report ID, year and line (settled 18).
select
	ncands_row.child, ncands_row.county, ncands_row.sex, ncands_row.race_ethnicity, ncands_row.report_date,
	ncands_row.incident_date, ncands_row.death, ncands_row.file, ncands_row.line,
	case
		when ncands_row.age = 0
		then age_group(least(greatest(completed_months(ncands_row.dob, ncands_row.report_date), 0), 11))
		else age_group(ncands_row.age * 12)
	end as age_group,
	case
		when ncands_row.age = 0
		then risk_age(least(greatest(completed_months(ncands_row.dob, ncands_row.report_date), 0), 11))
		else risk_age(ncands_row.age * 12)
	end as risk_age,
	row_number() over by_date as report_number,
	first_value(ncands_row.report_date) over by_date as initial_date,
	first_value(ncands_row.incident_date) over by_date as initial_incident,
	lag(ncands_row.report_date) over by_date as previous_date
from ncands_row
join run_year on run_year.year = ncands_row.year
cross join run
where ncands_row.victim and ncands_row.report_date >= run.window_start
	and ncands_row.age between 0 and 17 and (ncands_row.age > 0 or ncands_row.dob is not null)
window by_date as (
	partition by ncands_row.child
	order by ncands_row.report_date, ncands_row.report, ncands_row.year, ncands_row.file, ncands_row.line
)
