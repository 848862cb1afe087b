"""What all refusals have in common: the command line tells them, and ends with its code for trouble."""

from __future__ import annotations


class RefusalError(Exception):
    """The tool cannot do what was asked for; the message is for the user, and says how to mend it."""
