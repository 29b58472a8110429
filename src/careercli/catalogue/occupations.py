"""Imported classifications as a source of roles: what ``careers import`` has kept.

A role that somebody wrote wins from an occupation with the same code. The occupation stays in
the catalogue behind it, so that the page of the role can point to it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from careercli.catalogue.locale_data import written_out
from careercli.catalogue.record import LocalizedText, Relation, RoleRecord, SkillRecord
from careercli.figures.tables import CODES, Tables
from careercli.locale import LANGUAGES
from careercli.names import LONGEST_SLUG, as_slug, name_key
from careercli.roles.model import Skill as ListedSkill
from careercli.roles.reading import sentences
from careercli.taxonomies import taxonomy
from careercli.taxonomies.layers import (
    Layer,
    MergedOccupation,
    layers,
    merged_occupations,
    merged_skills,
)
from careercli.taxonomies.occupation import Occupation


class Occupations:
    """Yields the taxonomies that were imported, and keeps what they share: skills, slugs."""

    def __init__(self, skills: Mapping[str, ListedSkill], tables: Tables) -> None:
        self.tables = tables
        self._slugs: set[str] = set()
        self._skill_ids = set(skills)
        self._by_esco = {skill.esco: key for key, skill in skills.items() if skill.esco}
        self._by_name = {(name_key(s.en), s.kind): key for key, s in skills.items() if not s.esco}
        self.layers = layers()

    def sources(self) -> Iterator["OccupationsOf"]:
        """Yield the taxonomies that something was imported of."""
        for name, same in groupby(self.layers, key=lambda layer: layer.taxonomy):
            yield OccupationsOf(self, name, list(same))

    def free_slug(self, title: str, origin: str, key: str) -> str:
        """Return a slug that no imported role has yet; written roles come first (covering.py)."""
        unique = as_slug(key)[-36:]  # a title may have no Latin letter
        slug = as_slug(title)[:LONGEST_SLUG].strip("-") or unique
        if slug in self._slugs:
            slug = f"{slug}-{origin}"
        if slug in self._slugs:
            slug = f"{slug}-{unique}"
        self._slugs.add(slug)
        return slug

    # Skills: one that we know already keeps our id, so that roles of all sources share it

    def skill_id(self, key: str, english: str, kind: str, origin: str) -> tuple[str, bool]:
        """Return the catalogue's id of a skill, and whether it is new."""
        known = self._by_esco.get(key) or self._by_name.get((name_key(english), kind))
        if known:
            return known, False
        slug = as_slug(english)[:LONGEST_SLUG].strip("-") or as_slug(key)[-36:]
        found = slug
        count = 1
        while found in self._skill_ids:
            count += 1
            found = f"{slug}-{origin}" if count == 2 else f"{slug}-{origin}-{count}"
        self._skill_ids.add(found)
        return found, True


class OccupationsOf:
    """One taxonomy in all languages that were imported of it."""

    def __init__(self, all_of: Occupations, name: str, same: list[Layer]) -> None:
        self._all = all_of
        self._layers = same
        self.taxonomy = taxonomy(name)
        self._skill_ids: dict[str, str] = {}

    def about(self) -> dict[str, Any]:
        """Return what pages say of the import: of each layer its release and when it came in."""
        return {
            "name": self.taxonomy.name,
            "source": self.taxonomy.source,
            "code": self.taxonomy.code,
            "aliases_are_synonyms": self.taxonomy.aliases_are_synonyms,
            "layers": {
                layer.language: {
                    "release": layer.release or layer.newest,
                    "imported": {
                        language: written_out(date.fromisoformat(layer.imported), language)
                        for language in LANGUAGES
                    },
                }
                for layer in self._layers
            },
        }

    def skills(self) -> list[SkillRecord]:
        """Return the skills that were not known yet."""
        new = []
        for key, skill in merged_skills(self._layers).items():
            facts, names = skill
            english = names.get("en") or facts.name
            found, is_new = self._all.skill_id(key, english, facts.kind, self.taxonomy.id)
            self._skill_ids[key] = found
            if is_new:
                esco = key if key.startswith("http") else None
                dutch = names.get("nl") or english
                new.append(SkillRecord(found, english, dutch, facts.kind, esco, facts.reuse))
        return new

    def __len__(self) -> int:
        """Return about how many occupations there are."""
        return max(layer.occupations for layer in self._layers)

    def __iter__(self) -> Iterator[RoleRecord]:
        """Yield the occupations; ``skills`` comes first. Raises InvalidDataError if damaged."""
        return map(self._entry, merged_occupations(self._layers, self._skill_ids))

    def _entry(self, merged: MergedOccupation) -> RoleRecord:
        facts, wordings = merged
        best = best_for("en", wordings)
        titles = self._titles(facts, wordings)
        query = titles.get("nl") or wordings[best_for("nl", wordings)].title
        return RoleRecord(
            id=facts.id,
            slug=self._all.free_slug(wordings[best].title, self.taxonomy.id, facts.id),
            kind="occupation",
            origin=self.taxonomy.id,
            file=str(self._layers[0].file),
            codes=facts.codes,
            wordings={language: _wording(found) for language, found in wordings.items()},
            data={
                "vacancy_query": query,
                "code": facts.code,
                "link": facts.link,
                "layer": next(iter(wordings)),  # the one that the facts are from
                "zone": facts.zone,
                "diplomas": facts.diplomas,
            },
            needs=facts.needs,
            relations=(
                *(Relation("broader", other) for other in facts.broader),
                *(Relation("related", other) for other in facts.related),
            ),
            code=f"{self.taxonomy.id} {facts.codes[self.taxonomy.code]}",
            titles=titles,
            names_others=not self.taxonomy.aliases_are_synonyms,
        )

    def _titles(self, facts: Occupation, wordings: Mapping[str, Any]) -> dict[str, str]:
        """Return titles from our own tables in the languages that were not imported."""
        system = self.taxonomy.code
        row = self._all.tables[CODES[system]].get(facts.codes[system], {})
        names = ((language, row.get(f"name_{language}", "")) for language in LANGUAGES)
        return {language: name for language, name in names if name and language not in wordings}


def best_for(language: str, wordings: dict[str, Any]) -> str:
    """Return the language in which a reader is served best by what there is."""
    return next(code for code in (language, *LANGUAGES, *wordings) if code in wordings)


def _wording(found: Occupation) -> LocalizedText:
    summary = next(sentences(found.description.partition("\n")[0]), "")
    return LocalizedText(
        title=found.title,
        aliases=found.aliases,
        summary=summary,
        data={
            "aliases": found.aliases,
            "description": found.description,
            "tasks": found.tasks,
        },
        prose=" ".join((found.description, *found.tasks)),
    )
