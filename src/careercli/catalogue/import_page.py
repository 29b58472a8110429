"""Make the page that tells what was imported."""

from collections.abc import Iterable, Mapping
from datetime import date

from careercli.catalogue.locale_data import language_name, written_out
from careercli.locale import translate as _
from careercli.pages import Count, Import, ImportsPage, Term
from careercli.taxonomies import taxonomy
from careercli.taxonomies.layers import Layer


def imports_page(
    layers: Iterable[Layer], language: str, *, before: Mapping[str, Layer], removed: bool = False
) -> ImportsPage:
    """Return what these layers hold, for a reader in ``language``.

    ``before`` has those that they have just replaced, by name.
    """
    return ImportsPage(
        language=language,
        imports=tuple(_import(layer, before.get(layer.name), language) for layer in layers),
        removed=removed,
    )


def _import(layer: Layer, before: Layer | None, language: str) -> Import:
    return Import(
        name=layer.name,
        classification=taxonomy(layer.taxonomy).name,
        language=Term(layer.language, language_name(layer.language, language)),
        release=layer.release,
        newest=layer.newest,
        imported=layer.imported,
        imported_text=written_out(date.fromisoformat(layer.imported), language),
        replaced=_edition(before) if before and before.edition != layer.edition else None,
        path=layer.path,
        file=str(layer.file),
        came_in=_counts(layer.came_in, {}),
        left_out=_counts(layer.left_out, layer.places),
        absent=tuple(_(what) for what in layer.absent),
        advice=tuple(_(advice) for advice in layer.advice),
    )


def _edition(layer: Layer) -> str:
    """Return which edition a layer was: its release, else what else is known of it."""
    if layer.newest and not layer.release:
        return _("newest entry {date}").format(date=layer.newest)
    return layer.release or _("not said in the download")


def _counts(counts: Mapping[str, int], places: Mapping[str, str]) -> tuple[Count, ...]:
    """Return the counts; what is counted was kept as a message, to be said in any language."""
    return tuple(Count(_(what), count, places.get(what)) for what, count in counts.items())
