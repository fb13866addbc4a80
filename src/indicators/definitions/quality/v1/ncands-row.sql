-- quality_row_year: the checks of victim rows, each report and child one (section 2.4, Data Dictionary Aug 2022; settled 20).
with afcars_child as (
	select distinct record_number, 2000 + cast(substr(period, 1, 2) as integer) as fiscal_year
	from file_row
)
select
	ncands_row.year,
	sum(case when ncands_row.age is null then 1 else 0 end) as missing_age_failed,
	count(*) as missing_age_of,
	sum(case when ncands_row.afcars_id is not null then 1 else 0 end) as has_afcars_id_failed,
	count(*) as has_afcars_id_of,
	sum(case when afcars_child.record_number is not null then 1 else 0 end) as afcars_id_matches_failed,
	sum(case when ncands_row.afcars_id is not null then 1 else 0 end) as afcars_id_matches_of
from ncands_row
left join afcars_child on afcars_child.record_number = ncands_row.afcars_id and afcars_child.fiscal_year = ncands_row.year
where ncands_row.victim
group by ncands_row.year
