-- Trusts that returned some period and not this one.
SELECT periods.period, trusts.trust
FROM (SELECT DISTINCT period FROM returns) periods
CROSS JOIN (SELECT DISTINCT trust FROM returns) trusts
LEFT JOIN standing_returns r ON r.period = periods.period AND r.trust = trusts.trust
WHERE r.return_id IS NULL
ORDER BY periods.period, trusts.trust;
