-- s1_report: victim reports of children with an AFCARS ID, each with whether it is a later report of one just before.
-- S1, exclusion 5: a later report within 1 day of the initial one (case 76; settled 13; option rollup). Both NCANDS years are
-- read, as a report stands in the file of the year of its disposition (case 75). Records without age are dropped first; element 34
-- or levels 1 and 2 make a victim (case 78). No AFCARS ID, no link (case 79).
with victim as (
	select
		ncands_row.afcars_id, ncands_row.report_date, ncands_row.incident_date, ncands_row.report,
		ncands_row.year, ncands_row.file, ncands_row.line
	from ncands_row
	join run_year on run_year.year = ncands_row.year
	where ncands_row.victim and ncands_row.afcars_id is not null and ncands_row.report_date is not null
		and ncands_row.age is not null
), ordered as (
	-- Ties of report date: by report ID, year and line (settled 18).
	select victim.*, lag(report_date) over (partition by afcars_id order by report_date, report, year, file, line) as previous_date
	from victim
), bursts as (
	-- A burst is a run of days, each at most one after the day before it.
	select
		ordered.*,
		sum(case when previous_date is null or date_diff('day', previous_date, report_date) > 1 then 1 else 0 end)
			over (partition by afcars_id order by report_date, report, year, file, line) as burst
	from ordered
), measured as (
	select
		bursts.*,
		date_diff('day', min(report_date) over (partition by afcars_id, burst), report_date) as days_into_burst
	from bursts
)
select
	measured.afcars_id, measured.report_date, measured.incident_date, measured.report, measured.year, measured.file, measured.line,
	case
		when run.rollup = 'chain' then previous_date is not null and date_diff('day', previous_date, report_date) <= 1
		-- Against the last report kept: within a burst these are the first, third, fifth ... day, and of a day its first report.
		else previous_date = report_date or days_into_burst % 2 = 1
	end as is_later_report
from measured
cross join run
