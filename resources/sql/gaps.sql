-- Required, funded and in post by period and staff group (empty for all), with net and gross gaps, in hundred-thousandths
-- of a WTE. Net sets over-established trusts against the others; gross is gaps alone.
SELECT r.period, w.staff_group,
  SUM(w.required) AS required,
  SUM(w.funded) AS funded,
  SUM(w.in_post) AS in_post,
  SUM(w.required_less_funded) AS required_less_funded_net,
  SUM(CASE WHEN w.required_less_funded > 0 THEN w.required_less_funded WHEN w.required_less_funded <= 0 THEN 0 END)
    AS required_less_funded_gross,
  SUM(w.vacancy) AS vacancy_net,
  -- As each trust tells it by its own lines; where it does not, its gap where it is one.
  SUM(CASE
    WHEN w.vacancy IS NULL THEN NULL
    WHEN w.gross_vacancy IS NOT NULL THEN w.gross_vacancy
    WHEN w.vacancy > 0 THEN w.vacancy
    ELSE 0
  END) AS vacancy_gross,
  SUM(w.required_less_in_post) AS required_less_in_post_net,
  SUM(CASE WHEN w.required_less_in_post > 0 THEN w.required_less_in_post WHEN w.required_less_in_post <= 0 THEN 0 END)
    AS required_less_in_post_gross,
  COUNT(w.vacancy) AS trusts_with_vacancy
FROM standing_returns r
JOIN workforce w ON w.return_id = r.return_id
WHERE w.level IN ('staff group', 'trust')
GROUP BY r.period, w.level, w.staff_group
ORDER BY r.period, w.level, w.staff_group;
