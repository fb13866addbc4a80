-- quality_record: one row a child and AFCARS file, its latest removal (settled 20), and whether the next file has the child.
with ranked as (
	select
		period, period_number, child, removal, exit, reason, dob, total_removals, has_placements,
		row_number() over (
			partition by child, period_number
			order by removal desc nulls last, exit desc nulls first, reason desc nulls first
		) as latest
	from file_row
)
select
	ranked.*,
	coalesce(lead(period_number) over (partition by child order by period_number) = period_number + 1, false) as is_in_next_file
from ranked
where latest = 1
