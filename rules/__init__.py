"""The rules, one module each, imported as `attribution_lint.rules`; `attribution_lint.registry` finds them."""
