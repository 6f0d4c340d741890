"""With what reserve something is stated: a source's hedge, and that it is disputed; in few words, for few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..strings import Strings
from .data import Brief, Shown

Account = Sequence[Brief | Shown]
"""Facts that only together say something: who did it, and to whom."""


def reserve(t: Strings, fact: Brief | Shown) -> str:
    """Return the reserve of a fact, in English “reportedly”, disputed; nothing where there is none."""
    return common(t, [[fact]])


def common(t: Strings, accounts: Iterable[Account]) -> str:
    """Return the reserve of what several accounts say: whole where all of them make it, "in part" where some do."""
    all_ = list(accounts)
    hedges = dict.fromkeys(fact.hedge for account in all_ for fact in account if fact.hedge)
    hedged = [any(fact.hedge for fact in account) for account in all_]
    disputed = [any(fact.disputed for fact in account) for account in all_]
    found = []
    if any(hedged):
        found.append(", ".join(f"“{hedge}”" for hedge in hedges) if all(hedged) else t("claim.hedged_in_part"))
    if any(disputed):
        found.append(t("claim.disputed") if all(disputed) else t("claim.disputed_in_part"))
    return ", ".join(found)
