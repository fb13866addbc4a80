-- The few functions that the steps use besides those that DuckDB and PostgreSQL share. functions.duckdb.sql says the same.

-- Days from one date to another, as DuckDB spells it (rule 4: enter one day, leave the next is 1 day).
create function date_diff(unit text, a date, b date) returns bigint
	language sql immutable parallel safe as $$ select cast(b - a as bigint) $$;

-- Rule 9: difference of calendar months, one less when the day of month is not reached. 29 February is reached on 1 March (case 59).
create function completed_months(a date, b date) returns integer
	language sql immutable parallel safe as $$
		select cast((extract(year from b) - extract(year from a)) * 12 + extract(month from b) - extract(month from a)
			- case when extract(day from b) < extract(day from a) then 1 else 0 end as integer)
	$$;

-- Rule 2: the 18th birthday; of somebody born on 29 February it is 1 March (case 59).
create function birthday_18(dob date) returns date
	language sql immutable parallel safe as $$
		select make_date(cast(extract(year from dob) as integer) + 18, cast(extract(month from dob) as integer), 1)
			+ cast(extract(day from dob) - 1 as integer)
	$$;

-- The same day a year later; of 29 February it is 1 March.
create function one_year_after(a date) returns date
	language sql immutable parallel safe as $$
		select make_date(cast(extract(year from a) as integer) + 1, cast(extract(month from a) as integer), 1)
			+ cast(extract(day from a) - 1 as integer)
	$$;

-- A number for each six-month period of AFCARS: October to March and April to September (section 0.3).
create function six_month_period(a date) returns integer
	language sql immutable parallel safe as $$
		select cast(extract(year from a) * 2
			+ case when extract(month from a) >= 10 then 2 when extract(month from a) >= 4 then 1 else 0 end as integer)
	$$;

-- Age groups as the federal profiles show them (section 3.1), from completed months of age.
create function age_group(months integer) returns text
	language sql immutable parallel safe as $$
		select case
			when months < 4 then '0-3 mos'
			when months < 12 then '4-11 mos'
			when months < 72 then '1-5 yrs'
			when months < 132 then '6-10 yrs'
			when months < 204 then '11-16 yrs'
			else '17 yrs'
		end
	$$;

-- Age categories of risk adjustment (section 2.1): 0 to 3 months is -2, 4 to 11 months is -1, then the year of age.
create function risk_age(months integer) returns integer
	language sql immutable parallel safe as $$
		select cast(case when months < 4 then -2 when months < 12 then -1 else floor(months / 12.0) end as integer)
	$$;
