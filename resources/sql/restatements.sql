-- Figures of measures that are others now than when they were first returned. A resend without a change is none.
SELECT period, trust, measure, part, first_numerator, first_denominator, numerator, denominator
FROM standing_values
WHERE first_numerator IS DISTINCT FROM numerator
  OR first_denominator IS DISTINCT FROM denominator
  OR first_numerator_state <> numerator_state
  OR first_denominator_state <> denominator_state
  -- Both may be left out, each by itself; that it was corrected is told.
  OR restated
ORDER BY period, trust, measure, part;
