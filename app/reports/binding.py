"""What is done to finished PDFs: several bound into one, and one locked with a password."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter


def bound(pdfs: Sequence[bytes]) -> bytes:
    """Several PDFs as one, in their order; a single one as it is. Raises ValueError for none."""
    if not pdfs:
        raise ValueError("nothing to bind")
    if len(pdfs) == 1:
        return pdfs[0]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs[0])))
    for pdf in pdfs[1:]:
        writer.append(io.BytesIO(pdf))
    return _written(writer)


def encrypted(pdf: bytes, password: str) -> bytes:
    """The PDF locked with AES-256; the password is brought to one form, so that it opens typed on any keyboard."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(unicodedata.normalize("NFC", password), algorithm="AES-256")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
