-- A link to a list of problems gives the list as an Excel workbook too: which file was taken is written down as ever.

alter table app.extract_share_opening drop constraint extract_share_opening_what_check;
alter table app.extract_share_opening add constraint extract_share_opening_what_check check (what in ('page', 'csv', 'xlsx'));
