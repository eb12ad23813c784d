"""Across meetings: who is who by the roster, which day it was, and how a figure moves.

A meeting's records say what its own minutes state. What only the archive as a whole can tell stands
here: a roster that knows who served when, a list of the dates that minutes leave out, and figures
of one subject put in a row.
"""
