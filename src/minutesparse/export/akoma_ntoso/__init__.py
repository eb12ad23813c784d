"""A meeting as an Akoma Ntoso 3.0 document, with all of its words in it once."""

from minutesparse.export.akoma_ntoso.document import to_akoma_ntoso

__all__ = ["to_akoma_ntoso"]
