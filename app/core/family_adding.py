"""What somebody new to a family is likely to be: their role to the child, and with whom they share what."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.catalogue.entries import Role
from app.core.records.family import Couple, CoupleKind, Family, Kin, Parentage, ParentKind, Relative, Tie
from app.core.records.person import Gender

_BY_BIRTH = 2
_OF_THE_CHILD = {
    (Relative.PARENT, Gender.MALE): Kin.FATHER,
    (Relative.PARENT, Gender.FEMALE): Kin.MOTHER,
    (Relative.PARENT, Gender.OTHER): Kin.CO_PARENT,
}
_OF_OTHERS = {
    (Kin.MOTHER, Relative.PARENT): Kin.MOTHERS_PARENT,
    (Kin.FATHER, Relative.PARENT): Kin.FATHERS_PARENT,
    (Kin.MOTHER, Relative.SIBLING): Kin.MOTHERS_SIBLING,
    (Kin.FATHER, Relative.SIBLING): Kin.FATHERS_SIBLING,
    (Kin.MOTHERS_PARENT, Relative.CHILD): Kin.MOTHERS_SIBLING,
    (Kin.FATHERS_PARENT, Relative.CHILD): Kin.FATHERS_SIBLING,
    (Kin.MOTHER, Relative.CHILD): Kin.HALF_SIBLING,
    (Kin.FATHER, Relative.CHILD): Kin.HALF_SIBLING,
    (Kin.STEP_MOTHER, Relative.CHILD): Kin.STEP_SIBLING,
    (Kin.STEP_FATHER, Relative.CHILD): Kin.STEP_SIBLING,
    (Kin.FOSTER_PARENT, Relative.CHILD): Kin.FOSTER_SIBLING,
    (Kin.FOSTER_PARENT, Relative.PARTNER): Kin.FOSTER_PARENT,
    (Kin.SIBLING, Relative.SIBLING): Kin.SIBLING,
    (Kin.MOTHERS_SIBLING, Relative.SIBLING): Kin.MOTHERS_SIBLING,
    (Kin.FATHERS_SIBLING, Relative.SIBLING): Kin.FATHERS_SIBLING,
    (Kin.MOTHERS_SIBLING, Relative.CHILD): Kin.DISTANT,
    (Kin.FATHERS_SIBLING, Relative.CHILD): Kin.DISTANT,
    (Kin.MOTHERS_PARENT, Relative.PARENT): Kin.DISTANT,
    (Kin.FATHERS_PARENT, Relative.PARENT): Kin.DISTANT,
}


def likely_kin(relative: Relative, base: Kin | None, gender: Gender, *, is_child: bool, kind: ParentKind) -> Kin | None:
    """Where the role of somebody new likely stands; None where it cannot be told yet.

    `base` is where the role of the one they are added to stands, `is_child` says that it is the child of the case.
    """
    if is_child and relative is Relative.SIBLING:
        return Kin.SIBLING
    if is_child and relative is Relative.PARENT and kind is not ParentKind.BIRTH:
        return Kin.FOSTER_PARENT if kind is ParentKind.FOSTER else Kin.ADOPTIVE_PARENT
    if is_child:
        return _OF_THE_CHILD.get((relative, gender))
    if relative is Relative.PARTNER and base in {Kin.MOTHER, Kin.FATHER}:
        return {Gender.MALE: Kin.STEP_FATHER, Gender.FEMALE: Kin.STEP_MOTHER}.get(gender)
    return _OF_OTHERS.get((base, relative), Kin.OTHER) if base else Kin.OTHER


def role_of(kin: Kin | None, gender: Gender, roles: Iterable[Role]) -> str:
    """The key of the one role that stands there for this gender, "" where none or several could be meant."""
    found = [role for role in roles if kin is not None and role.kin is kin]
    fitting = [role for role in found if role.gender in {gender, Gender.UNKNOWN}] if len(found) > 1 else found
    return fitting[0].key if len(fitting) == 1 else ""


def likely_parent_kind(family: Family, child_id: str) -> ParentKind:
    """By birth, until there are two of these."""
    by_birth = [t for t in family.parentages if t.child_id == child_id and t.kind is ParentKind.BIRTH]
    return ParentKind.BIRTH if len(by_birth) < _BY_BIRTH else ParentKind.FOSTER


def other_parents(family: Family, person_id: str) -> tuple[str, ...]:
    """With whom somebody may have a child: partners, and those with whom they have one already."""
    together = [p for child in family.children_of(person_id) for p in family.parents_of(child)]
    found = dict.fromkeys((*family.partners_of(person_id), *together))
    return tuple(one for one in found if one != person_id)


def ties_of_new(
    family: Family,
    relative: Relative,
    base_id: str,
    new_id: str,
    *,
    kind: ParentKind = ParentKind.BIRTH,
    couple: CoupleKind = CoupleKind.MARRIED,
    shared: Iterable[str] = (),
) -> tuple[Tie, ...]:
    """The ties that make somebody another's relative: `shared` are a sibling's parents or a child's other parent."""
    match relative:
        case Relative.PARENT:
            return (Parentage(parent_id=new_id, child_id=base_id, kind=kind),)
        case Relative.PARTNER:
            return (Couple(one_id=base_id, other_id=new_id, kind=couple),)
        case Relative.CHILD:
            return tuple(Parentage(parent_id=one, child_id=new_id, kind=kind) for one in (base_id, *shared))
        case _:
            own = {tie.parent_id: tie.kind for tie in family.parentages if tie.child_id == base_id}
            return tuple(Parentage(parent_id=one, child_id=new_id, kind=own[one]) for one in shared)
