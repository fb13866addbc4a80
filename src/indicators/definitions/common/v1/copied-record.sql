-- copied_record: record numbers that one AFCARS file holds more than once (case 45). An AFCARS 2020 record has a row for each
-- removal: these stand in one place.
select
	period, child,
	min(cast(file as bigint) * 1000000000 + record) as first_place,
	max(cast(file as bigint) * 1000000000 + record) as last_place
from afcars_row
group by period, child
having min(cast(file as bigint) * 1000000000 + record) < max(cast(file as bigint) * 1000000000 + record)
