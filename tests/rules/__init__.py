"""Tests of single rules, for what their own examples leave open."""
