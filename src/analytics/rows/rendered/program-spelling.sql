SELECT EXISTS (SELECT FROM programs p WHERE p.code = $1) AS known,
      (SELECT min(p.code::text COLLATE "C") FROM programs p WHERE lower(p.code) = $2) AS near,
      (SELECT COALESCE(jsonb_agg(f.code), '[]')::text FROM (SELECT p.code FROM programs p ORDER BY p.code LIMIT $3) AS f) AS some;
