-- Trusts by status of each line in each period. A trust that returned nothing is counted nowhere.
SELECT asked.period, asked.reference,
  SUM(CASE WHEN l.status = 'blue' THEN 1 ELSE 0 END) AS blue,
  SUM(CASE WHEN l.status = 'green' THEN 1 ELSE 0 END) AS green,
  SUM(CASE WHEN l.status = 'amber' THEN 1 ELSE 0 END) AS amber,
  SUM(CASE WHEN l.status = 'red' THEN 1 ELSE 0 END) AS red,
  SUM(CASE WHEN l.status IS NULL THEN 1 ELSE 0 END) AS not_answered
FROM (
  SELECT DISTINCT r.period, l.reference
  FROM standing_returns r
  JOIN lines l ON l.return_id = r.return_id
) asked
JOIN standing_returns r ON r.period = asked.period
LEFT JOIN lines l ON l.return_id = r.return_id AND l.reference = asked.reference
GROUP BY asked.period, asked.reference
ORDER BY asked.period, asked.reference;
