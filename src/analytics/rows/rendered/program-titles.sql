SELECT p.code::text AS code, p.title::text AS title FROM programs p ORDER BY p.code;
