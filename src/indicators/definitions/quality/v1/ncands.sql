-- quality_ncands: the checks of the years of this run; checks against the next year, and against AFCARS, only when it is given
-- (settled 20).
select
	quality_row_year.*,
	quality_match_year.victim_ids_match_failed, quality_match_year.victim_ids_match_of,
	quality_match_year.ids_match_demog_differ_failed, quality_match_year.ids_match_demog_differ_of,
	run_year.is_next_given, run_year.is_afcars_given
from quality_row_year
join quality_match_year on quality_match_year.year = quality_row_year.year
join run_year on run_year.year = quality_row_year.year
