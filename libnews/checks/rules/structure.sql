-- What a database of libnews is made of. Read before anything else: where a table is not what it should be,
-- the rules that read it cannot tell, and are listed as not run.

-- rule: schema.function-shadowed
-- title: A macro has the name of a built-in function
-- why: DuckDB calls the macro instead of its own function, so no other check could be believed; none is run.
-- example: create macro substr(text, first, length) as 'x'
select distinct 'schema' as table_name, function_name as key,
       'the macro ' || function_name || ' hides a built-in function' as detail
from system.main.duckdb_functions()
where not internal
  and function_name in (select function_name from system.main.duckdb_functions() where internal);
