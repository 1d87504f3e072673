-- What holds of all that was returned. Run once, after the tables are loaded; the other files ask these views.

-- Of a trust and period the latest return wins, and of two at one time the one that was read last.
CREATE VIEW standing_returns AS
SELECT * FROM (
  SELECT r.*, ROW_NUMBER() OVER (PARTITION BY trust, period ORDER BY returned_at DESC, return_id DESC) AS latest
  FROM returns r
) ranked
WHERE latest = 1;

-- Of a measure and part the latest return that has it wins; the first published value is kept beside it.
CREATE VIEW standing_values AS
SELECT trust, period, measure, part, numerator, numerator_state, denominator, denominator_state, restated,
  return_id, first_numerator, first_denominator, first_numerator_state, first_denominator_state
FROM (
  SELECT r.trust, r.period, v.*,
    ROW_NUMBER() OVER (
      PARTITION BY r.trust, r.period, v.measure, v.part ORDER BY r.returned_at DESC, r.return_id DESC
    ) AS latest,
    FIRST_VALUE(v.numerator) OVER sent AS first_numerator,
    FIRST_VALUE(v.denominator) OVER sent AS first_denominator,
    FIRST_VALUE(v.numerator_state) OVER sent AS first_numerator_state,
    FIRST_VALUE(v.denominator_state) OVER sent AS first_denominator_state
  FROM measure_values v
  JOIN returns r ON r.return_id = v.return_id
  WINDOW sent AS (PARTITION BY r.trust, r.period, v.measure, v.part ORDER BY r.returned_at, r.return_id)
) ranked
WHERE latest = 1;

-- A measure as the newest period's first trust by code defines it: numbers in other units are left out of sums.
CREATE VIEW system_measures AS
SELECT * FROM (
  SELECT m.*, ROW_NUMBER() OVER (PARTITION BY m.measure ORDER BY r.first_day DESC, r.trust) AS chosen
  FROM measures m
  JOIN standing_returns r ON r.return_id = m.return_id
) ranked
WHERE chosen = 1;
