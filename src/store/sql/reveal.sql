-- Questions of attempts as they are known today, where they were met, and
-- whether their answers were looked at.

-- name: reveal_items_today
SELECT ai.pos, coalesce(i.merged_into, i.item_id) AS item_id
FROM attempt_item ai JOIN item i ON i.item_id = ai.item_id
WHERE ai.attempt_id = :attempt_id ORDER BY ai.pos;

-- name: reveal_any
SELECT EXISTS (
  SELECT 1 FROM exposure
  WHERE attempt_id = :attempt_id AND kind = 'revealed') AS was_read;

-- Under every name the item ever had.
-- name: reveal_last_meeting
SELECT x.attempt_id, x.pos FROM exposure x
WHERE x.candidate_id = :candidate_id AND x.item_id IN (
  SELECT o.item_id FROM item i
  JOIN item o ON o.item_id = coalesce(i.merged_into, i.item_id)
    OR o.merged_into = coalesce(i.merged_into, i.item_id)
  WHERE i.item_id = :item_id)
ORDER BY x.utc_ms DESC, x.attempt_id DESC LIMIT 1;
