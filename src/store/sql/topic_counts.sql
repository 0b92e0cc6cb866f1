-- Questions per topic and exams of each head. What should be kept is said once, by the
-- view topic_count_due.

-- name: topic_counts_remove
DELETE FROM topic_count WHERE head_id = :head_id;

-- name: topic_counts_add
INSERT INTO topic_count (head_id, topic, exams, items)
SELECT head_id, topic, exams, items FROM topic_count_due WHERE head_id = :head_id;

-- name: topic_counts_remove_all
DELETE FROM topic_count;

-- name: topic_counts_add_all
INSERT INTO topic_count (head_id, topic, exams, items)
SELECT head_id, topic, exams, items FROM topic_count_due;

-- name: topic_counts_check
SELECT
  NOT EXISTS (
    SELECT head_id, topic, exams, items FROM topic_count
    EXCEPT SELECT head_id, topic, exams, items FROM topic_count_due)
  AND NOT EXISTS (
    SELECT head_id, topic, exams, items FROM topic_count_due
    EXCEPT SELECT head_id, topic, exams, items FROM topic_count) AS same;
