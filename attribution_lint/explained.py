"""What holds for one page, value by value, and whether it would be read at all."""

# ruff: noqa: PTH112 - paths are strings here, as those of discovery are

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from attribution_lint.config import ConfigResolver
from attribution_lint.discovery import DiscoveryError, discover, passed_by
from attribution_lint.options import COMMAND_LINE, DEFAULT
from attribution_lint.origins import Setting

_UPWARDS = "the nearest upwards from the page"
_OFF = "off"
_OF_PAGES = frozenset({"config", "ignore", "select", "show_config", "show_files", "site_profile", "site_url"})
"""Options that are told with the values that hold for the page."""


def explain(
    page: str, config: ConfigResolver, severities: Mapping[str, str], others: Sequence[Setting] = ()
) -> tuple[Setting, ...]:
    """Each value that holds for a page, and where it comes from.

    Args:
        page: path of the page; if there is no such file, its values are told all the same.
        config: all configuration.
        severities: what each rule's findings are where nothing is configured, by rule id.
        others: values that hold for all pages.

    Raises:
        ConfigError: its configuration file is wrong, or declares the page to be two things.
    """
    trace = config.trace(page)
    held, origins = trace.config, trace.origins
    settings = [
        Setting("page", config.shown(page), COMMAND_LINE),
        _read(page, config),
        Setting("excluded", trace.excluded, trace.exclusion or DEFAULT),
        Setting("configuration", trace.file, config.origin("--config", _UPWARDS)),
        Setting("site-profile", trace.profile, config.origin("--site-profile", _UPWARDS)),
        Setting("site-url", held.site_url, origins.get("site-url", DEFAULT)),
        Setting("declared", held.declared, origins.get("declared", DEFAULT)),
        *(
            Setting(f"selectors.{status}", selector, origins.get(f"selectors.{status}", DEFAULT))
            for status, selector in held.selectors
        ),
        *(Setting(f"suppressed.{rule}", item.reason, item.where) for item in held.suppressions for rule in item.rules),
        Setting("select", held.select, origins.get("select", DEFAULT)),
    ]
    for rule, level in severities.items():
        key = f"severity.{rule}"
        if held.select is not None and rule not in held.select:
            settings.append(Setting(key, _OFF, origins["select"]))
        else:
            value = _OFF if rule in held.ignore else held.severity.get(rule, level)
            settings.append(Setting(key, value, origins.get(key, DEFAULT)))
    return (*settings, *others)


def _read(page: str, config: ConfigResolver) -> Setting:
    """Whether a page is read: where it is named, and where only a folder is."""
    if os.path.isdir(config.absolute(page)):
        return Setting("read", value=False, origin="it is a folder; name one of its pages")
    try:
        found = discover([page], config)
    except DiscoveryError as error:
        return Setting("read", value=False, origin=str(error))
    if found.problems:
        return Setting("read", value=False, origin=found.problems[0].message)
    if found.excluded:
        return Setting("read", value=False, origin="it is excluded")
    reason = passed_by(config.absolute(page), config.cwd)
    named = f"where it is named; of its folder it would be left out: {reason}"
    return Setting("read", value=True, origin=named if reason else "it is a page")


def options_of_a_run(values: Mapping[str, object], origins: Mapping[str, str]) -> tuple[Setting, ...]:
    """What holds for all pages: the values of options and where each comes from, by the names they are kept by."""
    return tuple(
        Setting(name.replace("_", "-"), _shown(values[name]), origin)
        for name, origin in sorted(origins.items())
        if name not in _OF_PAGES
    )


def _shown(value: object) -> str | bool | int | tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(map(str, value))
    return value if isinstance(value, (bool, int)) or value is None else str(value)
