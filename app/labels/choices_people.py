"""What the choices about people are called: the network map and the genogram."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.core.records.family import CoupleKind, ParentKind
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.core.records.person import Gender
from app.words import mark

PEOPLE: Mapping[type[Enum], Mapping[Enum, str]] = {
    Gender: {
        Gender.MALE: mark("Male"),
        Gender.FEMALE: mark("Female"),
        Gender.OTHER: mark("Other gender"),
        Gender.UNKNOWN: mark("Not noted"),
    },
    CoupleKind: {
        CoupleKind.MARRIED: mark("Married"),
        CoupleKind.COHABITING: mark("Living together"),
        CoupleKind.SEPARATED: mark("Separated"),
        CoupleKind.DIVORCED: mark("Divorced"),
    },
    ParentKind: {
        ParentKind.BIRTH: mark("By birth"),
        ParentKind.ADOPTIVE: mark("By adoption"),
        ParentKind.FOSTER: mark("Foster parent"),
    },
    Ring: {
        Ring.CLOSE: mark("Close to the child"),
        Ring.REGULAR: mark("Regular contact"),
        Ring.DISTANT: mark("Distant contact"),
    },
    RelationQuality: {
        RelationQuality.STRONG: mark("Strong"),
        RelationQuality.ORDINARY: mark("Ordinary"),
        RelationQuality.WEAK: mark("Weak"),
        RelationQuality.STRAINED: mark("Strained"),
        RelationQuality.BROKEN: mark("Broken"),
    },
    Support: {
        Support.NONE: mark("No support"),
        Support.GIVEN: mark("Gives support"),
        Support.RECEIVED: mark("Receives support"),
        Support.BOTH: mark("Support both ways"),
    },
    Invitation: {
        Invitation.NOT_ASKED: mark("Not asked"),
        Invitation.ASKED: mark("Asked"),
        Invitation.YES: mark("Has said yes"),
        Invitation.NO: mark("Has said no"),
    },
}
