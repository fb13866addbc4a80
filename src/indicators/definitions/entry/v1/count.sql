-- entry_count: the foster care entry rate (section 1.8): one row a child that enters care in the window, by its first entry.
-- Not only the entries of P1: short stays count too. Records with a fault of their own are left out (rule 5), and whoever is 18 or
-- older at entry, as the population is of children.
with entry as (
	select episode.*, row_number() over (partition by child order by removal) as entry_number
	from episode
	cross join run
	where files_read = 2 and removal between run.window_start and run.window_end
)
select
	child, county, age_group(completed_months(dob, removal)) as age_group, race_ethnicity, sex,
	1 as numerator
from entry
where entry_number = 1 and fault is null and removal < birthday_18
