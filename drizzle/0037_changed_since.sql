-- What an issue says first, and its e-mail with it: figures of earlier issues that had moved, each in a sentence.
ALTER TABLE "issues" ADD COLUMN "changed" json DEFAULT '[]'::json NOT NULL;
