-- The search of an archive in PostgreSQL: the same words, stems and ranking as in SQLite.
-- Words are runs of letters and digits, without accents, with Porter's stems and no stop words.

-- Bodies are bound to what they name when they are made, so no search path is needed later.
CREATE FUNCTION unaccented(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN octet_length(words) = length(words) THEN words
                ELSE regexp_replace(normalize(words, NFD), '[\u0300-\u036f]+', '', 'g') END;

CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(unaccented(words), '[^[:alnum:]]+', ' ', 'g');

CREATE TEXT SEARCH DICTIONARY minutes_stem (TEMPLATE = snowball, Language = porter);
CREATE TEXT SEARCH CONFIGURATION minutes (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION minutes
    ADD MAPPING FOR asciiword, word WITH minutes_stem;
ALTER TEXT SEARCH CONFIGURATION minutes
    ADD MAPPING FOR numword, int, uint, float, sfloat WITH simple;

-- with the tables

CREATE TABLE search_totals (passages bigint NOT NULL, tokens bigint NOT NULL);

-- What a person types: words, all of which are wanted; "a phrase", -unwanted, one OR another.
CREATE FUNCTION asked(query text) RETURNS tsquery LANGUAGE sql STABLE
    RETURN websearch_to_tsquery('minutes', regexp_replace(
        regexp_replace(unaccented(query), '([[:alnum:]])[^[:alnum:]" ]+(?=[[:alnum:]])', '\1 ', 'g'),
        '[^[:alnum:]" -]+', ' ', 'g'));

-- The best passages for a query by BM25, as SQLite computes it: a word in the text counts 8, in
-- what belongs to it and in the title of the item 2.
CREATE FUNCTION search(query text, most integer DEFAULT 10)
RETURNS TABLE (id text, kind text, exchange text, score double precision)
LANGUAGE sql STABLE SET enable_seqscan = off SET jit = off
BEGIN ATOMIC
    WITH total AS MATERIALIZED (
        SELECT passages::double precision AS passages,
               tokens::double precision / greatest(passages, 1) AS average
        FROM search_totals
    ), terms AS MATERIALIZED (
        SELECT lexeme, greatest(ln((passages - found + 0.5) / (found + 0.5)), 1e-6) AS weight
        FROM (
            SELECT DISTINCT term[1] AS lexeme
            FROM regexp_matches(asked(query)::text, '''([^'']+)''', 'g') AS term
        ) AS terms
        CROSS JOIN total
        CROSS JOIN LATERAL (
            SELECT count(*) AS found FROM passages WHERE words @@ quote_literal(lexeme)::tsquery
        ) AS passages_with_it
    ), ranked AS (
        SELECT passages.id, passages.kind, passages.exchange,
               (SELECT sum(weight * times * 2.2
                       / (times + 1.2 * (0.25 + 0.75 * passages.tokens / average)))
                FROM (
                    SELECT terms.weight, (
                        SELECT sum(CASE place WHEN 'A' THEN 8 ELSE 2 END)
                        FROM unnest(word.weights) AS place
                    )::double precision AS times
                    FROM unnest(passages.words) AS word JOIN terms USING (lexeme)
                ) AS words_found) AS score
        FROM passages CROSS JOIN total
        WHERE passages.words @@ asked(query)
    )
    SELECT id, kind, exchange, score FROM ranked ORDER BY score DESC, id LIMIT most;
END;
