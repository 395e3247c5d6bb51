-- Whoever has confirmed a record does not also accept it. Those confirmed before this are not held back.
ALTER TABLE record ADD COLUMN confirmed_by text;
