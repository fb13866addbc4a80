-- quality_afcars: the checks of the files of this run; checks against the next file only when it is given (settled 20).
select
	quality_file.*,
	run_file.is_next_given
from quality_file
join run_file on run_file.period = quality_file.period
