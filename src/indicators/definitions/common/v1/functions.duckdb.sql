-- The few functions that the steps use besides those that DuckDB and PostgreSQL share. functions.postgres.sql says the same.

-- Rule 9: difference of calendar months, one less when the day of month is not reached. 29 February is reached on 1 March (case 59).
create or replace macro completed_months(a, b) as
	cast((year(b) - year(a)) * 12 + month(b) - month(a) - case when day(b) < day(a) then 1 else 0 end as integer);

-- Rule 2: the 18th birthday; of somebody born on 29 February it is 1 March (case 59).
create or replace macro birthday_18(dob) as
	make_date(year(dob) + 18, month(dob), 1) + cast(day(dob) - 1 as integer);

-- The same day a year later; of 29 February it is 1 March.
create or replace macro one_year_after(a) as
	make_date(year(a) + 1, month(a), 1) + cast(day(a) - 1 as integer);

-- A number for each six-month period of AFCARS: October to March and April to September (section 0.3).
create or replace macro six_month_period(a) as
	cast(year(a) * 2 + case when month(a) >= 10 then 2 when month(a) >= 4 then 1 else 0 end as integer);

-- Age groups as the federal profiles show them (section 3.1), from completed months of age.
create or replace macro age_group(months) as
	case
		when months < 4 then '0-3 mos'
		when months < 12 then '4-11 mos'
		when months < 72 then '1-5 yrs'
		when months < 132 then '6-10 yrs'
		when months < 204 then '11-16 yrs'
		else '17 yrs'
	end;

-- Age categories of risk adjustment (section 2.1): 0 to 3 months is -2, 4 to 11 months is -1, then the year of age.
create or replace macro risk_age(months) as
	cast(case when months < 4 then -2 when months < 12 then -1 else floor(months / 12.0) end as integer);
