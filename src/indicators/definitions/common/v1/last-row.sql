-- last_row: one row a stay, as the last of the files tells it in which it stands (rules 1 and 6). Indicators that read fewer files
-- see an earlier row as the last one, so that each number of files read has its own.
select stay_row.*, reading.files_read, reading.file_number, reading.reason_lost_on_reentry, reading.keeps
from stay_row
join reading on reading.period_number = stay_row.period_number
where stay_row.next_period is null or stay_row.next_period > reading.last_period
