-- What people ask of a corpus. Each view names its articles, so that every row can be checked.

CREATE VIEW facility_timeline AS
SELECT f.thing_id, f.code, f.name, f.country,
       COALESCE(e.date, a.published) AS date,
       CASE WHEN e.date IS NULL THEN 'article published' ELSE 'event' END AS date_is,
       e.type AS event, e.status, a.id AS article_id, a.title, a.publisher, a.url
FROM facilities f
JOIN articles a ON a.id = f.article_id
LEFT JOIN events e ON e.article_id = f.article_id AND e.facility IN (f.code, f.name)
ORDER BY f.code, f.name, date, a.id;

CREATE VIEW statutes_by_facility AS
SELECT f.thing_id, f.code, f.name, s.instrument, s.jurisdiction, s.article, s.part, s.offence,
       COUNT(DISTINCT s.article_id) AS articles
FROM facilities f JOIN statutes s ON s.article_id = f.article_id
GROUP BY f.thing_id, f.code, f.name, s.instrument, s.jurisdiction, s.article, s.part, s.offence
ORDER BY articles DESC, f.code, s.instrument, s.article;

CREATE VIEW people_with_roles AS
SELECT p.name, r.role, p.age, p.article_id, a.title, a.published, a.url
FROM people p
JOIN articles a ON a.id = p.article_id
LEFT JOIN people_roles r ON r.entry_id = p.id
ORDER BY p.name, a.published, r.role;

CREATE VIEW co_mentions AS
SELECT one.name AS person, other.name AS with_person, COUNT(*) AS articles
FROM people one JOIN people other ON one.article_id = other.article_id AND one.name < other.name
GROUP BY one.name, other.name
ORDER BY articles DESC, person, with_person;
