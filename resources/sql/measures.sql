-- Sums of numerators over sums of denominators, by measure, part and period, of the trusts that returned both.
-- Rates are never averaged. A denominator of nought adds nothing and has no rate. Small numbers are NOT left out here.
SELECT v.period, v.measure, v.part, s.unit,
  SUM(v.numerator) AS numerator,
  CASE WHEN s.has_denominator THEN SUM(v.denominator) END AS denominator,
  CASE WHEN s.has_denominator THEN 1.0 * SUM(v.numerator) * s.denominator_per / NULLIF(SUM(v.denominator), 0) END AS rate,
  -- Above nought alone, in which no trust is set against another.
  CASE WHEN s.unit = 'wte' THEN SUM(CASE WHEN v.numerator > 0 THEN v.numerator ELSE 0 END) END AS gross,
  COUNT(*) AS trusts_in_sum,
  SUM(CASE WHEN s.has_denominator AND v.denominator = 0 THEN 1 ELSE 0 END) AS trusts_without_rate
FROM standing_values v
JOIN system_measures s ON s.measure = v.measure
JOIN standing_returns r ON r.trust = v.trust AND r.period = v.period
LEFT JOIN measures own ON own.return_id = r.return_id AND own.measure = v.measure
WHERE v.numerator IS NOT NULL
  AND (v.denominator IS NOT NULL OR NOT s.has_denominator)
  AND (own.measure IS NULL
    OR (own.unit = s.unit AND own.denominator_per = s.denominator_per AND own.has_denominator = s.has_denominator))
GROUP BY v.period, v.measure, v.part, s.unit, s.has_denominator, s.denominator_per
ORDER BY v.period, v.measure, v.part;
