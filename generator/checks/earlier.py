"""The documentation of what is found beside the rules: in records, the lock and the strings, and in making pages."""

from __future__ import annotations

EARLIER: dict[str, str] = {
    "yaml-syntax": """A file that cannot be read as YAML.

Nothing of the record can be shown until it is mended. The place is where reading stopped; the mistake may stand
a line above. Common causes: a value with `: ` in it that needs quotation marks, a tab, a quotation mark that is
not closed, the marks of a merge conflict. A file is UTF-8, holds one record, and is a mapping of fields.

Wrong:
    title: Lumo: four injured
    type:attack
Right:
    title: "Lumo: four injured"
    type: attack
""",
    "duplicate-key": """A field that stands twice.

YAML readers keep one of the two without saying which. Delete the one that is wrong.

Wrong:
    value: 3
    value: 4
Right:
    value: 4
""",
    "anchor": """An anchor, alias, merge key or tag.

They hide what a value is from the person who corrects it. Write each value where it belongs.

Wrong:
    - {id: c1, asserted_by: &who dockers-union}
    - {id: c2, asserted_by: *who}
Right:
    - {id: c1, asserted_by: dockers-union}
    - {id: c2, asserted_by: dockers-union}
""",
    "unknown-field": """A field that this part of a record does not have.

Mostly a misspelling: the message names the nearest field. Comments begin with `#`.

Wrong:
    asserted_bye: dockers-union
Right:
    asserted_by: dockers-union
""",
    "missing-field": """A field that is needed and not there, or there and empty.

Fill it in; a field that may be left out is left out as a whole, not left empty.

Wrong:
    - {id: c1, property: killed, asserted_by: outlet, cite: […]}
Right:
    - {id: c1, property: killed, value: 3, asserted_by: outlet, cite: […]}
""",
    "wrong-type": """A value of the wrong shape: text where a list belongs, a list where text belongs.

A list is one `- ` line each, or `[a, b]`; a mapping is `field: value` lines, or `{field: value}`.

Wrong:
    author: Ana Reyes
Right:
    author: [Ana Reyes]
""",
    "unknown-choice": """A value that is none of those that the field can have.

The message lists them and names the nearest.

Wrong:
    rank: best
Right:
    rank: preferred
""",
    "bad-date": """A date that is not written as dates are here.

Write a year, month or day (2024, 2024-01, 2024-01-24), with `~` or `?` where it is approximate or uncertain, an
interval (2023-10-17/2023-11-21), or a day with its time (2024-01-24T00:15+03:00).

Wrong:
    issued: 3/12/2021
Right:
    issued: 2021-03-12
""",
    "bad-number": """A number that is not written as numbers are here.

Write it as people do: 8, 2,500, about 2,500, at least one, up to 20, nearly 900, 1 to 2, several.

Wrong:
    value: lots of
Right:
    value: dozens
""",
    "range-order": """A range or interval whose end comes before its beginning.

Write the smaller number or the earlier date first.

Wrong:
    value: 20 to 10
Right:
    value: 10 to 20
""",
    "bad-id": """An id, or a file's name, that cannot be part of an address.

Ids of records are lower-case letters, digits and single hyphens; ids of facts are letters and a number (`c1`).
A record is a file that ends in `.yml`.

Wrong:
    content/actors/Ivo_Brandt.yml
Right:
    content/actors/ivo-brandt.yml
""",
    "id-case-clash": """Two files whose names differ in upper and lower case alone.

On systems that ignore case they are one file, and one of the two records is lost. Rename one.

Wrong:
    content/places/quay.yml
    content/places/Quay.yml
Right:
    content/places/quay.yml
    content/places/quay-north.yml
""",
    "unknown-folder": """A folder or file in the content folder from which no record is read.

The message names the nearest folder that is: sources, actors, places, events, quotes, figures.

Wrong:
    content/actor/ivo-brandt.yml
Right:
    content/actors/ivo-brandt.yml
""",
    "lock-syntax": """A line of `seeds/evidence.lock` that is none.

It verifies nothing. The lock is never edited by hand: run `factsheet verify` with the texts in `seeds/`.

Wrong:
    <<<<<<< HEAD     # in seeds/evidence.lock
Right:
    rm seeds/evidence.lock && factsheet verify
""",
    "strings": """A mistake in a site's own `strings.yml`, the words that pages show beside the facts.

Its areas, keys and placeholders (`{date}`) are those of the English file that comes with the program; the message
names the nearest. A placeholder may move within its text, but is neither added nor lost. What is left out stays
English.

Wrong:
    source: {verified: zuletzt geprüft}
Right:
    source: {verified: "zuletzt geprüft am {date}"}
""",
    "published": """What was published cannot be looked up, so that no correction can be asked for.

A repository that git does not want to read, a revision in `published` that is not in it, or a published record that
cannot be read any more. Fetch the branch or the tag that `published` names, or correct the option in `mkdocs.yml`.

Wrong:
    plugins: [{factsheet: {published: publishd}}]
Right:
    plugins: [{factsheet: {published: origin/main}}]
""",
}
"""What reading, the lock, the strings and git report, by rule id: its documentation. All but `published` are errors."""

LATER: dict[str, str] = {
    "template": """A template that cannot be rendered.

One of the site's own, in `templates/`, has a mistake; the place is the line at which rendering stopped. What a template
may show is in the views of its page; a name that is not there is an error, so that nothing is left out silently.

Wrong:
    {% block lead %}<p>{{ view.titel }}</p>{% endblock %}
Right:
    {% block lead %}<p>{{ view.title }}</p>{% endblock %}
""",
    "page": """A hand-written page that cannot be read, whose front matter the theme cannot use, or what is no page.

A page is Markdown in UTF-8. What stands between `---` at its top is read by the theme, which would fail over a value of
another shape: `title` is text, `hide` a list, `template` and `icon` are files that the theme has.

Of the folder of pages only pages, pictures (PNG, JPEG, GIF, WebP, AVIF), PDF and CSV are published. What could run in a
reader's browser, such as HTML, SVG, scripts and style sheets, belongs into `templates/theme/`, which is reviewed as a
program. A link that leads out of the folder stops the build; a file at the address of a record's page is left out.

Wrong:
    hide: navigation
Right:
    hide: [navigation]
""",
}
"""What is reported when pages are made. What is left out is a warning, all else an error."""
