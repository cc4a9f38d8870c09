"""What an annotated doc carries beside spaCy's own: declared once, here.

- ``doc._.published``: date on which the text appeared, or None; the base of relative dates.
- ``doc._.language``: ISO 639-1 code of the text's language.
- ``doc._.url``: address that the text was taken from, or None.
- ``doc._.publisher``: who publishes the text, or None.
- ``doc._.dateline``: place printed before the story's first words or in its credits, or None.
- ``doc._.country``: ISO 3166 alpha-2 of the country that the article is about, or None.
- ``doc._.countries``: tuple of CountrySpan, the paragraphs of a digest that tell their own.
- ``doc._.decisions``: list of Decision, what every step kept, refused or gave up, for ``explain``.
- ``doc._.entities``: tuple of Entity, the distinct things that all mentions name; None before
  the component ``entities`` ran; ``doc._.entity_fields``: the fields that have been resolved.
- ``doc._.events``: tuple of MergedEvent, None before the component ``merged_events`` ran.
- ``span._.FIELD``: what was read from a span of ``doc.spans[FIELD]``; one attribute a field,
  because spaCy keys a span's attributes by its offsets and two fields may share a span.
"""

from spacy.tokens import Doc, Span

# Attribute of a span → the group of ``doc.spans`` whose spans have it.
SPAN_GROUPS = {
    "facility": "facilities",
    "statute": "statutes",
    "timex": "timex",
    "name": "names",
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "figure": "figures",
    "attribution": "attributions",
    "event": "events",
}


def register() -> None:
    """Declare the extensions; safe to call again."""
    for name in (
        "published",
        "language",
        "url",
        "publisher",
        "dateline",
        "country",
        "countries",
        "entities",
        "entity_fields",
        "events",
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    if not Doc.has_extension("decisions"):
        Doc.set_extension("decisions", default=[])
    for name in SPAN_GROUPS:
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


register()
