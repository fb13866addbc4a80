-- file_source: which AFCARS files are legacy files, which lose the reason of a stay when the child re-enters in the same period.
select
	cast(substr(period, 1, 2) as integer) * 2 + case when substr(period, 3, 1) = 'B' then 1 else 0 end as period_number,
	max(case when source = 'LEGACY' then 1 else 0 end) as is_legacy
from afcars_row
group by period
