-- Sums of numerators over sums of denominators, by measure, part and period, of the trusts that returned both.
-- Rates are never averaged. A denominator of nought adds nothing and has no rate. Where a trust's number of people is left
-- out of the tables, the sum is that of protected_sums, empty where it may not be told; tables as sent have none of those.
WITH summed AS (
  SELECT v.period, v.measure, v.part,
    SUM(v.numerator) AS numerator,
    CASE WHEN s.has_denominator THEN SUM(v.denominator) END AS denominator,
    -- Above nought alone, in which no trust is set against another.
    CASE WHEN s.unit = 'wte' THEN SUM(CASE WHEN v.numerator > 0 THEN v.numerator ELSE 0 END) END AS gross,
    COUNT(*) AS trusts_in_sum,
    SUM(CASE WHEN s.has_denominator AND v.denominator = 0 THEN 1 ELSE 0 END) AS trusts_without_rate
  FROM standing_values v
  JOIN system_measures s ON s.measure = v.measure
  JOIN standing_returns r ON r.trust = v.trust AND r.period = v.period
  LEFT JOIN measures own ON own.return_id = r.return_id AND own.measure = v.measure
  LEFT JOIN protected_sums p
    ON p.period = v.period AND p.measure = v.measure AND p.part IS NOT DISTINCT FROM v.part
  WHERE p.measure IS NULL
    AND v.numerator IS NOT NULL
    AND (v.denominator IS NOT NULL OR NOT s.has_denominator)
    AND (own.measure IS NULL
      -- A measure that no pack has is the same where its whole definition is.
      OR (COALESCE(own.definition, '') = COALESCE(s.definition, '') AND own.unit = s.unit AND own.denominator_per = s.denominator_per AND own.has_denominator = s.has_denominator))
  GROUP BY v.period, v.measure, v.part, s.unit, s.has_denominator
  UNION ALL
  SELECT period, measure, part, numerator, denominator, NULL, trusts_in_sum, trusts_without_rate
  FROM protected_sums
)
SELECT t.period, t.measure, t.part, s.unit, t.numerator, t.denominator,
  CASE WHEN s.has_denominator THEN 1.0 * t.numerator * s.denominator_per / NULLIF(t.denominator, 0) END AS rate,
  t.gross, t.trusts_in_sum, t.trusts_without_rate
FROM summed t
JOIN system_measures s ON s.measure = t.measure
ORDER BY t.period, t.measure, t.part;
