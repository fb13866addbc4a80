-- file_row: the AFCARS rows, each child once a file. Of a record number that a file holds more than once every copy goes, or the
-- first or last stays (case 45; settled 7; option duplicateIds). Files are numbered in order of time: 23A is 46, 23B is 47.
select
	afcars_row.*,
	cast(substr(afcars_row.period, 1, 2) as integer) * 2 + case when substr(afcars_row.period, 3, 1) = 'B' then 1 else 0 end
		as period_number,
	cast(afcars_row.file as bigint) * 1000000000 + afcars_row.record as place
from afcars_row
left join copied_record on copied_record.period = afcars_row.period and copied_record.child = afcars_row.child
cross join store
where copied_record.child is null
	or (
		cast(afcars_row.file as bigint) * 1000000000 + afcars_row.record
		= case store.duplicate_ids when 'first' then copied_record.first_place when 'last' then copied_record.last_place end
	)
