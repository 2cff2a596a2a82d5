"""Who works with the caseload."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseworker:
    """The caseworker (børne- og ungerådgiver) whose caseload this store holds, and what prints say of them."""

    id: str = field(default_factory=new_id)
    name: str = ""
    municipality: str = ""
    department: str = ""
    phone: str = ""
    email: str = ""
    team_leader: str = ""
    districts: tuple[str, ...] = ()
    is_demo: bool = False
