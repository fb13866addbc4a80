-- reading: the files that each group of indicators reads (section 1: P1 five, P4 four, P2, P3, P5 and S1 two; settled 9: no more than
-- these), and whether one of them is a legacy file (settled 12; option samePeriodReentry).
select
	run_reading.files_read, run_reading.file_number, run_reading.period_number, run_reading.last_period,
	-- Which stays are looked at: all, those that begin in the window, or those that end in it.
	run_reading.keeps,
	max(case when file_source.is_legacy = 1 and run.same_period_reentry = 'legacy' then 1 else 0 end)
		over (partition by run_reading.files_read) = 1 as reason_lost_on_reentry
from run_reading
join file_source on file_source.period_number = run_reading.period_number
cross join run
