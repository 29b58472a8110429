"""Imported classifications as a source of roles: what ``careers import`` has kept.

A role that somebody wrote wins from an occupation with the same code. The occupation stays in
the catalogue behind it, so that the page of the role can point to it.
"""

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from careercli.catalogue.facts import OccupationFacts, OccupationText
from careercli.catalogue.locale_data import written_out
from careercli.catalogue.record import LocalizedText, Relation, RoleRecord, SkillRecord
from careercli.catalogue.writing import best_for
from careercli.locale import LANGUAGES
from careercli.names import LONGEST_SLUG, as_slug, name_key
from careercli.roles.reading import sentences
from careercli.roles.workspace import ReferenceData
from careercli.taxonomies import taxonomy
from careercli.taxonomies.layers import Layer
from careercli.taxonomies.merging import (
    MergedOccupation,
    MergedSkill,
    merged_occupations,
    merged_skills,
)
from careercli.taxonomies.occupation import Occupation


class Occupations:
    """One taxonomy, in all languages that were imported of it.

    ``slugs`` and ``skills`` are those that the catalogue has already, and get new ones.
    """

    def __init__(
        self, same: list[Layer], reference: ReferenceData, slugs: set[str], skills: set[str]
    ) -> None:
        self.taxonomy = taxonomy(same[0].taxonomy)
        self._layers = same
        self._codes_of = reference.codes_of
        self._slugs = slugs
        self._skills = skills
        listed = reference.skills.items()
        self._by_esco = {skill.esco: key for key, skill in listed if skill.esco}
        self._by_name = {(name_key(s.en), s.kind): key for key, s in listed if not s.esco}
        self._skill_ids: dict[str, str] = {}
        self._skill_aliases: list[tuple[str, str]] = []

    def about(self) -> dict[str, Any]:
        """Return what pages say of the import: of each layer its release and when it came in."""
        return {
            "name": self.taxonomy.name,
            "source": self.taxonomy.source,
            "code": self.taxonomy.code,
            "aliases_are_synonyms": self.taxonomy.aliases_are_synonyms,
            "layers": {
                layer.language: {
                    "release": layer.release,
                    "imported": {
                        language: written_out(date.fromisoformat(layer.imported), language)
                        for language in LANGUAGES
                    },
                }
                for layer in self._layers
            },
        }

    def new_skills(self) -> Iterator[SkillRecord]:
        """Yield the skills that we have not listed; one that we have keeps our id."""
        for key, skill in merged_skills(self._layers).items():
            facts, names, _others = skill
            english = names.get("en") or facts.name
            listed = self._by_esco.get(key) or self._by_name.get((name_key(english), facts.kind))
            self._skill_ids[key] = own = listed or self._free_skill_id(english, key)
            others = _other_names(skill, listed=bool(listed))
            self._skill_aliases += [(own, name) for name in others]
            if not listed:
                esco = key if key.startswith("http") else None
                dutch = names.get("nl") or english
                yield SkillRecord(own, english, dutch, facts.kind, esco, facts.reuse)

    def skill_aliases(self) -> list[tuple[str, str]]:
        """Return the other names of skills, after their ids; ``new_skills`` comes first."""
        return sorted(self._skill_aliases)

    def _free_skill_id(self, english: str, key: str) -> str:
        slug = as_slug(english)[:LONGEST_SLUG].strip("-") or as_slug(key)[-36:]
        origin = self.taxonomy.id
        numbered = (f"{slug}-{origin}-{count}" for count in itertools.count(3))
        names = itertools.chain((slug, f"{slug}-{origin}"), numbered)
        free = next(name for name in names if name not in self._skills)
        self._skills.add(free)
        return free

    def _free_slug(self, title: str, key: str) -> str:
        """Return a slug that no imported role has yet; written ones come first (precedence.py)."""
        unique = as_slug(key)[-36:]  # a title may have no Latin letter
        slug = as_slug(title)[:LONGEST_SLUG].strip("-") or unique
        if slug in self._slugs:
            slug = f"{slug}-{self.taxonomy.id}"
        if slug in self._slugs:
            slug = f"{slug}-{unique}"
        self._slugs.add(slug)
        return slug

    def __len__(self) -> int:
        """Return about how many occupations there are."""
        return max(layer.occupations for layer in self._layers)

    def __iter__(self) -> Iterator[RoleRecord]:
        """Yield the occupations; ``new_skills`` comes first. Raises DamagedError."""
        return map(self._record, merged_occupations(self._layers, self._skill_ids))

    def _record(self, merged: MergedOccupation) -> RoleRecord:
        facts, wordings = merged
        row = self._row(facts)
        titles = _titles(row, wordings)
        code = facts.codes.get(self.taxonomy.code)
        query = titles.get("nl") or wordings[best_for("nl", wordings)].title
        return RoleRecord(
            id=facts.id,
            slug=self._free_slug(self._name(titles, wordings), facts.id),
            kind="occupation",
            origin=self.taxonomy.id,
            file=str(self._layers[0].file),
            codes=self._codes(facts, row),
            wordings={language: _wording(said) for language, said in wordings.items()},
            vacancy_query=query,
            data=OccupationFacts(
                code=facts.code,
                link=facts.link,
                language=next(iter(wordings)),  # of the layer that the facts are from
                zone=facts.zone,
                diplomas=facts.diplomas,
            ),
            needs=facts.needs,
            relations=(
                *(Relation("broader", other) for other in facts.broader),
                *(Relation("related", other) for other in facts.related),
            ),
            code=f"{self.taxonomy.id} {code}" if code else None,
            titles=titles,
            names_others=not self.taxonomy.aliases_are_synonyms,
        )

    def _name(self, titles: Mapping[str, str], wordings: Mapping[str, Occupation]) -> str:
        """Return the title that the slug is made of: the English one, if only in our own table.

        So it is the same whatever languages were imported, and in Latin letters.
        """
        return titles.get("en") or wordings[best_for("en", wordings)].title

    def _row(self, facts: Occupation) -> Mapping[str, str]:
        """Return what our own table says of an occupation, if it is in it."""
        system = self.taxonomy.code
        return self._codes_of(system).get(facts.codes.get(system, ""), {})

    def _codes(self, facts: Occupation, row: Mapping[str, str]) -> dict[str, str]:
        """Return the codes, with the group from our own table where the download has none."""
        group = row.get("isco08")
        return {"isco08": group, **facts.codes} if group else facts.codes


def _titles(row: Mapping[str, str], wordings: Mapping[str, Occupation]) -> dict[str, str]:
    """Return titles from our own table in the languages that were not imported."""
    names = ((language, row.get(f"name_{language}", "")) for language in LANGUAGES)
    return {language: name for language, name in names if name and language not in wordings}


def _other_names(skill: MergedSkill, *, listed: bool) -> set[str]:
    """Return the other names of a skill in the languages of readers, else in the first there is.

    Of a skill that we have listed what the classification calls it is another name.
    """
    own = [skill.names.values()] if listed else []
    names = [*skill.others.values()] or [skill.facts.aliases]
    return {name for same in (*names, *own) for name in same}


def _wording(said: Occupation) -> LocalizedText:
    summary = next(sentences(said.description.partition("\n")[0]), "")
    return LocalizedText(
        title=said.title,
        aliases=said.aliases,
        summary=summary,
        data=OccupationText(said.aliases, said.description, said.tasks),
        prose=" ".join((said.description, *said.tasks)),
        hidden=said.hidden,
    )
