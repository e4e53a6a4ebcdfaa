-- As a lead called the monitor that picked it; empty: by its kind.
ALTER TABLE review_item ADD COLUMN reason_title TEXT NOT NULL DEFAULT '';
