-- Macros that the rules and views of this database use; anyone may use them too. The macro fold(text) is made
-- from libnews/arabic/lexicon/fold.tsv (see folding.py) and stands beside these.

CREATE MACRO edtf_first(edtf) AS
    CASE length(split_part(edtf, '/', 1))
        WHEN 4 THEN try_cast(split_part(edtf, '/', 1) || '-01-01' AS DATE)
        WHEN 7 THEN try_cast(split_part(edtf, '/', 1) || '-01' AS DATE)
        WHEN 10 THEN try_cast(split_part(edtf, '/', 1) AS DATE)
    END;
COMMENT ON MACRO edtf_first IS 'First day that an EDTF text covers; null for an open beginning and for text that is no EDTF.';

-- edtf || '/' || edtf: the second part is the end of an interval, and a single date itself.
CREATE MACRO edtf_last(edtf) AS
    CASE length(split_part(edtf || '/' || edtf, '/', 2))
        WHEN 4 THEN try_cast(split_part(edtf || '/' || edtf, '/', 2) || '-12-31' AS DATE)
        WHEN 7 THEN last_day(try_cast(split_part(edtf || '/' || edtf, '/', 2) || '-01' AS DATE))
        WHEN 10 THEN try_cast(split_part(edtf || '/' || edtf, '/', 2) AS DATE)
    END;
COMMENT ON MACRO edtf_last IS 'Last day that an EDTF text covers; null for an open end and for text that is no EDTF.';

CREATE MACRO edtf_precision(edtf) AS
    CASE
        WHEN contains(edtf, '/') THEN 'interval'
        WHEN length(edtf) = 10 THEN 'day'
        WHEN length(edtf) = 7 THEN 'month'
        WHEN length(edtf) = 4 THEN 'year'
    END;
COMMENT ON MACRO edtf_precision IS 'day, month, year or interval.';

CREATE MACRO edtf_period_kind(edtf) AS
    CASE
        WHEN edtf_precision(edtf) IN ('year', 'month') THEN edtf_precision(edtf)
        WHEN edtf_precision(edtf) = 'day' OR contains(edtf, '..') THEN 'as_of'
        WHEN regexp_full_match(edtf, '[0-9]{4}/[0-9]{4}')
            AND year(edtf_last(edtf)) = year(edtf_first(edtf)) + 1 THEN 'fiscal_year'
        WHEN NOT regexp_full_match(edtf, '[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}') THEN 'range'
        WHEN date_diff('month', edtf_first(edtf), edtf_last(edtf)) = 2 AND month(edtf_first(edtf)) % 3 = 1 THEN 'quarter'
        WHEN date_diff('month', edtf_first(edtf), edtf_last(edtf)) = 5 AND month(edtf_first(edtf)) % 6 = 1 THEN 'half'
        WHEN edtf IS NOT NULL THEN 'range'
    END;
COMMENT ON MACRO edtf_period_kind IS 'year, fiscal_year, half, quarter, month, range or as_of.';

CREATE MACRO exact_decimal(digits) AS
    CASE WHEN regexp_full_match(digits, '-?[0-9]{1,34}([.][0-9]{1,4}0*)?') THEN try_cast(digits AS DECIMAL(38, 4)) END;
COMMENT ON MACRO exact_decimal IS 'Decimal digits as a number; null where DECIMAL(38,4) would round them.';

CREATE MACRO plain_digits(number) AS rtrim(rtrim(CAST(CAST(number AS DECIMAL(38, 4)) AS VARCHAR), '0'), '.');
COMMENT ON MACRO plain_digits IS 'A number as people write it, without the zeros that its column adds.';
