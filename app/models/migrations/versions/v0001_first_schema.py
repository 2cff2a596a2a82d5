"""The first schema: people, cases, measures, follow-ups, plans, maps, journal, catalogue, trail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# The log is append-only: the chain would tell of a change, the triggers refuse it first.
LOG_TRIGGERS = (
    "CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log "
    "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
    "CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log "
    "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
)
# Whatever deletes a case, no sheet of it may stay behind.
PRINTS_GO_WITH_CASE = (
    "CREATE TRIGGER prints_go_with_case AFTER DELETE ON case_file BEGIN "
    "DELETE FROM handed_print WHERE id IN (SELECT print_id FROM handed_print_case WHERE case_id = OLD.id); "
    "DELETE FROM sheet WHERE digest NOT IN (SELECT digest FROM handed_print WHERE digest IS NOT NULL); END"
)
SEARCH_INDEX = "CREATE VIRTUAL TABLE search_index USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')"


def upgrade() -> None:
    """Make every table, the log's triggers and the full-text index."""
    op.create_table('access_log',
    sa.Column('seq', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('act', sa.String(length=40), nullable=False),
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('detail', sa.Text(), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_access_log'))
    )
    op.create_index(op.f('ix_access_log_case_id'), 'access_log', ['case_id'], unique=False)
    op.create_table('before_image',
    sa.Column('seq', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('change_seq', sa.Integer(), nullable=False),
    sa.Column('table_name', sa.String(length=40), nullable=False),
    sa.Column('row_id', sa.String(length=32), nullable=False),
    sa.Column('image', sa.JSON(none_as_null=True), nullable=True),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_before_image'))
    )
    op.create_index(op.f('ix_before_image_change_seq'), 'before_image', ['change_seq'], unique=False)
    op.create_index(op.f('ix_before_image_row_id'), 'before_image', ['row_id'], unique=False)
    op.create_table('snippet',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_snippet'))
    )
    op.create_table('caseworker',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('municipality', sa.Text(), nullable=False),
    sa.Column('department', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('team_leader', sa.Text(), nullable=False),
    sa.Column('districts', sa.JSON(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_caseworker'))
    )
    op.create_table('catalogue_item',
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_catalogue_item')),
    sa.UniqueConstraint('kind', 'key', 'valid_from', name=op.f('uq_catalogue_item_kind_key_valid_from'))
    )
    op.create_table('change_set',
    sa.Column('seq', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('run', sa.String(length=32), nullable=False),
    sa.Column('label', sa.Text(), nullable=False),
    sa.Column('case_ids', sa.JSON(), nullable=False),
    sa.Column('reverts', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_change_set'))
    )
    op.create_table('draft',
    sa.Column('form', sa.String(length=80), nullable=False),
    sa.Column('target', sa.String(length=80), nullable=False),
    sa.Column('saved_at', sa.Text(), nullable=False),
    sa.Column('state', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('form', 'target', name=op.f('pk_draft'))
    )
    op.create_table('person',
    sa.Column('first_name', sa.Text(), nullable=False),
    sa.Column('last_name', sa.Text(), nullable=False),
    sa.Column('birth_date', sa.Date(), nullable=True),
    sa.Column('term_date', sa.Date(), nullable=True),
    sa.Column('cpr', sa.Text(), nullable=False),
    sa.Column('gender', sa.String(length=40), nullable=False),
    sa.Column('is_professional', sa.Boolean(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('deceased', sa.Boolean(), nullable=False),
    sa.Column('protected', sa.Boolean(), nullable=False),
    sa.Column('protected_until', sa.Date(), nullable=True),
    sa.Column('remarks', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person'))
    )
    op.create_table('couple',
    sa.Column('one_id', sa.String(length=32), nullable=False),
    sa.Column('other_id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['one_id'], ['person.id'], name=op.f('fk_couple_one_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['other_id'], ['person.id'], name=op.f('fk_couple_other_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_couple'))
    )
    op.create_index(op.f('ix_couple_one_id'), 'couple', ['one_id'], unique=False)
    op.create_index(op.f('ix_couple_other_id'), 'couple', ['other_id'], unique=False)
    op.create_table('parentage',
    sa.Column('parent_id', sa.String(length=32), nullable=False),
    sa.Column('child_id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['parent_id'], ['person.id'], name=op.f('fk_parentage_parent_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['child_id'], ['person.id'], name=op.f('fk_parentage_child_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_parentage')),
    sa.UniqueConstraint('parent_id', 'child_id', name=op.f('uq_parentage_parent_id_child_id'))
    )
    op.create_index(op.f('ix_parentage_parent_id'), 'parentage', ['parent_id'], unique=False)
    op.create_index(op.f('ix_parentage_child_id'), 'parentage', ['child_id'], unique=False)
    op.create_table('case_file',
    sa.Column('person_id', sa.String(length=32), nullable=False),
    sa.Column('municipal_number', sa.Text(), nullable=False),
    sa.Column('district', sa.Text(), nullable=False),
    sa.Column('opened', sa.Date(), nullable=False),
    sa.Column('closed', sa.Date(), nullable=True),
    sa.Column('closed_reason', sa.Text(), nullable=False),
    sa.Column('clarification', sa.Text(), nullable=False),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_case_file_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_file'))
    )
    op.create_index(op.f('ix_case_file_person_id'), 'case_file', ['person_id'], unique=False)
    op.create_table('case_person',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('person_id', sa.String(length=32), nullable=False),
    sa.Column('role_key', sa.Text(), nullable=False),
    sa.Column('has_custody', sa.Boolean(), nullable=False),
    sa.Column('lives_with_child', sa.Boolean(), nullable=False),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('remarks', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_person_case_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_case_person_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_person'))
    )
    op.create_index(op.f('ix_case_person_case_id'), 'case_person', ['case_id'], unique=False)
    op.create_index(op.f('ix_case_person_person_id'), 'case_person', ['person_id'], unique=False)
    op.create_table('follow_up',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=True),
    sa.Column('planned_at', sa.Time(), nullable=True),
    sa.Column('planned_place', sa.Text(), nullable=False),
    sa.Column('planned_with', sa.Text(), nullable=False),
    sa.Column('note_asked_on', sa.Date(), nullable=True),
    sa.Column('note_about', sa.Text(), nullable=False),
    sa.Column('note_received_on', sa.Date(), nullable=True),
    sa.Column('attempted_on', sa.Date(), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('registered_on', sa.Date(), nullable=True),
    sa.Column('is_law', sa.Boolean(), nullable=False),
    sa.Column('rhythm', sa.String(length=8), nullable=True),
    sa.Column('rhythm_reason', sa.Text(), nullable=False),
    sa.Column('form', sa.String(length=40), nullable=True),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('participants', sa.Text(), nullable=False),
    sa.Column('conversation_on', sa.Date(), nullable=True),
    sa.Column('presence', sa.String(length=40), nullable=True),
    sa.Column('conversation_with', sa.Text(), nullable=False),
    sa.Column('child_said', sa.Text(), nullable=False),
    sa.Column('may_share_words', sa.Boolean(), nullable=False),
    sa.Column('no_conversation_reason', sa.Text(), nullable=False),
    sa.Column('custody_contact', sa.Text(), nullable=False),
    sa.Column('assessment', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=40), nullable=True),
    sa.Column('open_questions', sa.Text(), nullable=False),
    sa.Column('excused_on', sa.Date(), nullable=True),
    sa.Column('excused_reason', sa.Text(), nullable=False),
    sa.Column('transferred_on', sa.Date(), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_follow_up_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follow_up'))
    )
    op.create_index(op.f('ix_follow_up_case_id'), 'follow_up', ['case_id'], unique=False)
    op.create_table('journal_entry',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('child_spoken', sa.Boolean(), nullable=False),
    sa.Column('with_whom', sa.Text(), nullable=False),
    sa.Column('corrects_id', sa.String(length=32), nullable=True),
    sa.Column('transferred_on', sa.Date(), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_journal_entry_case_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['corrects_id'], ['journal_entry.id'], name=op.f('fk_journal_entry_corrects_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_journal_entry'))
    )
    op.create_index(op.f('ix_journal_entry_case_id'), 'journal_entry', ['case_id'], unique=False)
    op.create_index(op.f('ix_journal_entry_corrects_id'), 'journal_entry', ['corrects_id'], unique=False)
    op.create_table('limit_exception',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('awaiting', sa.Boolean(), nullable=False),
    sa.Column('granted_by', sa.Text(), nullable=False),
    sa.Column('granted_on', sa.Date(), nullable=True),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_limit_exception_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_limit_exception'))
    )
    op.create_index(op.f('ix_limit_exception_case_id'), 'limit_exception', ['case_id'], unique=False)
    op.create_table('map_version',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('drawn_on', sa.Date(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_map_version_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_map_version')),
    sa.UniqueConstraint('case_id', 'number', name=op.f('uq_map_version_case_id_number'))
    )
    op.create_index(op.f('ix_map_version_case_id'), 'map_version', ['case_id'], unique=False)
    op.create_table('measure',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('type_key', sa.Text(), nullable=False),
    sa.Column('provider', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('paragraph', sa.Text(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('acute', sa.Boolean(), nullable=False),
    sa.Column('end_reason', sa.String(length=40), nullable=True),
    sa.Column('end_note', sa.Text(), nullable=False),
    sa.Column('breakdown', sa.String(length=40), nullable=True),
    sa.Column('expected_end', sa.Date(), nullable=True),
    sa.Column('next_step', sa.Text(), nullable=False),
    sa.Column('receiver', sa.Text(), nullable=False),
    sa.Column('receiver_since', sa.Date(), nullable=True),
    sa.Column('parents_goals', sa.Text(), nullable=False),
    sa.Column('last_held_before', sa.Date(), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_measure_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure'))
    )
    op.create_index(op.f('ix_measure_case_id'), 'measure', ['case_id'], unique=False)
    op.create_table('network_map',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('drawn_on', sa.Date(), nullable=True),
    sa.Column('drawn_by', sa.Text(), nullable=False),
    sa.Column('viewpoint', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_network_map_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_map')),
    sa.UniqueConstraint('case_id', name=op.f('uq_network_map_case_id'))
    )
    op.create_index(op.f('ix_network_map_case_id'), 'network_map', ['case_id'], unique=False)
    op.create_table('plan',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('measure_reason', sa.Text(), nullable=False),
    sa.Column('expected_duration', sa.Text(), nullable=False),
    sa.Column('legal_basis', sa.Text(), nullable=False),
    sa.Column('family_support', sa.Text(), nullable=False),
    sa.Column('child_comment', sa.Text(), nullable=False),
    sa.Column('parents_comment', sa.Text(), nullable=False),
    sa.Column('disagreement', sa.Text(), nullable=False),
    sa.Column('participants', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_plan_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan')),
    sa.UniqueConstraint('case_id', name=op.f('uq_plan_case_id'))
    )
    op.create_index(op.f('ix_plan_case_id'), 'plan', ['case_id'], unique=False)
    op.create_table('plan_version',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('given_to', sa.Text(), nullable=False),
    sa.Column('document', sa.Text(), nullable=False),
    sa.Column('joint_id', sa.Text(), nullable=False),
    sa.Column('transferred_on', sa.Date(), nullable=True),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_plan_version_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_version')),
    sa.UniqueConstraint('case_id', 'number', name=op.f('uq_plan_version_case_id_number'))
    )
    op.create_index(op.f('ix_plan_version_case_id'), 'plan_version', ['case_id'], unique=False)
    op.create_table('school_fact',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('grade', sa.Text(), nullable=False),
    sa.Column('start', sa.Date(), nullable=False),
    sa.Column('end', sa.Date(), nullable=True),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_school_fact_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_school_fact'))
    )
    op.create_index(op.f('ix_school_fact_case_id'), 'school_fact', ['case_id'], unique=False)
    op.create_table('network_meeting',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=True),
    sa.Column('planned_at', sa.Time(), nullable=True),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('agenda', sa.Text(), nullable=False),
    sa.Column('others', sa.Text(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('registered_on', sa.Date(), nullable=True),
    sa.Column('minutes', sa.Text(), nullable=False),
    sa.Column('decisions', sa.Text(), nullable=False),
    sa.Column('child_part', sa.String(length=40), nullable=True),
    sa.Column('child_words', sa.Text(), nullable=False),
    sa.Column('may_share_words', sa.Boolean(), nullable=False),
    sa.Column('called_off_on', sa.Date(), nullable=True),
    sa.Column('called_off_reason', sa.Text(), nullable=False),
    sa.Column('transferred_on', sa.Date(), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_network_meeting_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_network_meeting'))
    )
    op.create_index(op.f('ix_network_meeting_case_id'), 'network_meeting', ['case_id'], unique=False)
    op.create_table('meeting_guest',
    sa.Column('meeting_id', sa.String(length=32), nullable=False),
    sa.Column('person_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('answer', sa.String(length=40), nullable=False),
    sa.Column('came', sa.Boolean(), nullable=True),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['network_meeting.id'], name=op.f('fk_meeting_guest_meeting_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_meeting_guest_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_guest')),
    sa.UniqueConstraint('meeting_id', 'person_id', name=op.f('uq_meeting_guest_meeting_id_person_id'))
    )
    op.create_index(op.f('ix_meeting_guest_meeting_id'), 'meeting_guest', ['meeting_id'], unique=False)
    op.create_index(op.f('ix_meeting_guest_person_id'), 'meeting_guest', ['person_id'], unique=False)
    op.create_table('agreement',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('follow_up_id', sa.String(length=32), nullable=True),
    sa.Column('meeting_id', sa.String(length=32), nullable=True),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('responsible', sa.Text(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('first_due', sa.Date(), nullable=True),
    sa.Column('move_reason', sa.Text(), nullable=False),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.Column('kept', sa.Boolean(), nullable=True),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_agreement_case_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['follow_up_id'], ['follow_up.id'], name=op.f('fk_agreement_follow_up_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['network_meeting.id'], name=op.f('fk_agreement_meeting_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement'))
    )
    op.create_index(op.f('ix_agreement_case_id'), 'agreement', ['case_id'], unique=False)
    op.create_index(op.f('ix_agreement_follow_up_id'), 'agreement', ['follow_up_id'], unique=False)
    op.create_index(op.f('ix_agreement_meeting_id'), 'agreement', ['meeting_id'], unique=False)
    op.create_table('dispensation',
    sa.Column('measure_id', sa.String(length=32), nullable=False),
    sa.Column('granted_by', sa.Text(), nullable=False),
    sa.Column('granted_on', sa.Date(), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('interval', sa.String(length=8), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['measure_id'], ['measure.id'], name=op.f('fk_dispensation_measure_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dispensation'))
    )
    op.create_index(op.f('ix_dispensation_measure_id'), 'dispensation', ['measure_id'], unique=False)
    op.create_table('follow_up_measure',
    sa.Column('follow_up_id', sa.String(length=32), nullable=False),
    sa.Column('measure_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['follow_up_id'], ['follow_up.id'], name=op.f('fk_follow_up_measure_follow_up_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['measure_id'], ['measure.id'], name=op.f('fk_follow_up_measure_measure_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follow_up_measure')),
    sa.UniqueConstraint('follow_up_id', 'measure_id', name=op.f('uq_follow_up_measure_follow_up_id_measure_id'))
    )
    op.create_index(op.f('ix_follow_up_measure_follow_up_id'), 'follow_up_measure', ['follow_up_id'], unique=False)
    op.create_index(op.f('ix_follow_up_measure_measure_id'), 'follow_up_measure', ['measure_id'], unique=False)
    op.create_table('goal',
    sa.Column('plan_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('removed', sa.Boolean(), nullable=False),
    sa.Column('theme_key', sa.Text(), nullable=False),
    sa.Column('own_words', sa.Text(), nullable=False),
    sa.Column('goal', sa.Text(), nullable=False),
    sa.Column('baseline', sa.Integer(), nullable=True),
    sa.Column('target', sa.Integer(), nullable=True),
    sa.Column('success_sign', sa.Text(), nullable=False),
    sa.Column('status', sa.String(length=40), nullable=False),
    sa.Column('hints_hidden', sa.Boolean(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_goal_plan_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal'))
    )
    op.create_index(op.f('ix_goal_plan_id'), 'goal', ['plan_id'], unique=False)
    op.create_table('joint_goal',
    sa.Column('goal_id', sa.String(length=32), nullable=False),
    sa.Column('shared_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_joint_goal_goal_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_joint_goal')),
    sa.UniqueConstraint('goal_id', name=op.f('uq_joint_goal_goal_id'))
    )
    op.create_index(op.f('ix_joint_goal_goal_id'), 'joint_goal', ['goal_id'], unique=False)
    op.create_index(op.f('ix_joint_goal_shared_id'), 'joint_goal', ['shared_id'], unique=False)
    op.create_table('joint_member',
    sa.Column('joint_id', sa.String(length=32), nullable=False),
    sa.Column('plan_id', sa.String(length=32), nullable=False),
    sa.Column('shares_purpose', sa.Boolean(), nullable=False),
    sa.Column('shares_support', sa.Boolean(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_joint_member_plan_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_joint_member')),
    sa.UniqueConstraint('plan_id', name=op.f('uq_joint_member_plan_id'))
    )
    op.create_index(op.f('ix_joint_member_joint_id'), 'joint_member', ['joint_id'], unique=False)
    op.create_index(op.f('ix_joint_member_plan_id'), 'joint_member', ['plan_id'], unique=False)
    op.create_table('map_person',
    sa.Column('map_id', sa.String(length=32), nullable=False),
    sa.Column('person_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('sector_key', sa.Text(), nullable=False),
    sa.Column('ring', sa.Integer(), nullable=False),
    sa.Column('angle', sa.Double(), nullable=True),
    sa.Column('can_help', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['map_id'], ['network_map.id'], name=op.f('fk_map_person_map_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_map_person_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_map_person')),
    sa.UniqueConstraint('map_id', 'person_id', name=op.f('uq_map_person_map_id_person_id'))
    )
    op.create_index(op.f('ix_map_person_map_id'), 'map_person', ['map_id'], unique=False)
    op.create_index(op.f('ix_map_person_person_id'), 'map_person', ['person_id'], unique=False)
    op.create_table('goal_score',
    sa.Column('follow_up_id', sa.String(length=32), nullable=False),
    sa.Column('goal_id', sa.String(length=32), nullable=False),
    sa.Column('informant', sa.String(length=40), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['follow_up_id'], ['follow_up.id'], name=op.f('fk_goal_score_follow_up_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_goal_score_goal_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal_score'))
    )
    op.create_index(op.f('ix_goal_score_follow_up_id'), 'goal_score', ['follow_up_id'], unique=False)
    op.create_index(op.f('ix_goal_score_goal_id'), 'goal_score', ['goal_id'], unique=False)
    op.create_table('relation',
    sa.Column('map_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('from_id', sa.String(length=32), nullable=True),
    sa.Column('to_id', sa.String(length=32), nullable=False),
    sa.Column('quality', sa.String(length=40), nullable=False),
    sa.Column('support', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['from_id'], ['map_person.id'], name=op.f('fk_relation_from_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['map_id'], ['network_map.id'], name=op.f('fk_relation_map_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['to_id'], ['map_person.id'], name=op.f('fk_relation_to_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_relation'))
    )
    op.create_index(op.f('ix_relation_from_id'), 'relation', ['from_id'], unique=False)
    op.create_index(op.f('ix_relation_map_id'), 'relation', ['map_id'], unique=False)
    op.create_index(op.f('ix_relation_to_id'), 'relation', ['to_id'], unique=False)
    op.create_table('sub_goal',
    sa.Column('goal_id', sa.String(length=32), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('responsible', sa.Text(), nullable=False),
    sa.Column('deadline', sa.Date(), nullable=True),
    sa.Column('rhythm', sa.Text(), nullable=False),
    sa.Column('status', sa.String(length=40), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_sub_goal_goal_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sub_goal'))
    )
    op.create_index(op.f('ix_sub_goal_goal_id'), 'sub_goal', ['goal_id'], unique=False)
    op.create_table('notification',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('received_at', sa.DateTime(), nullable=False),
    sa.Column('source', sa.String(length=40), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('assessed_at', sa.DateTime(), nullable=True),
    sa.Column('outcome', sa.String(length=40), nullable=True),
    sa.Column('conclusion', sa.Text(), nullable=False),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_notification_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notification'))
    )
    op.create_index(op.f('ix_notification_case_id'), 'notification', ['case_id'], unique=False)
    op.create_table('assessment',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('notification_id', sa.String(length=32), nullable=True),
    sa.Column('aware_on', sa.Date(), nullable=False),
    sa.Column('screened_on', sa.Date(), nullable=True),
    sa.Column('screening_outcome', sa.String(length=40), nullable=True),
    sa.Column('screening_reason', sa.Text(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=True),
    sa.Column('conversation_on', sa.Date(), nullable=True),
    sa.Column('presence', sa.String(length=40), nullable=True),
    sa.Column('child_said', sa.Text(), nullable=False),
    sa.Column('no_conversation_reason', sa.Text(), nullable=False),
    sa.Column('parents_view', sa.Text(), nullable=False),
    sa.Column('preliminary_on', sa.Date(), nullable=True),
    sa.Column('preliminary_text', sa.Text(), nullable=False),
    sa.Column('no_map_reason', sa.Text(), nullable=False),
    sa.Column('conclusion', sa.Text(), nullable=False),
    sa.Column('finished_on', sa.Date(), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_assessment_case_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['notification_id'], ['notification.id'], name=op.f('fk_assessment_notification_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment'))
    )
    op.create_index(op.f('ix_assessment_case_id'), 'assessment', ['case_id'], unique=False)
    op.create_index(op.f('ix_assessment_notification_id'), 'assessment', ['notification_id'], unique=False)
    op.create_table('finding',
    sa.Column('assessment_id', sa.String(length=32), nullable=False),
    sa.Column('theme_key', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_finding_assessment_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_finding')),
    sa.UniqueConstraint('assessment_id', 'theme_key', name=op.f('uq_finding_assessment_id_theme_key'))
    )
    op.create_index(op.f('ix_finding_assessment_id'), 'finding', ['assessment_id'], unique=False)
    op.create_table('decision',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('assessment_id', sa.String(length=32), nullable=True),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('paragraph', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('expected_duration', sa.Text(), nullable=False),
    sa.Column('consent', sa.Boolean(), nullable=False),
    sa.Column('by_committee', sa.Boolean(), nullable=False),
    sa.Column('plan_wanted', sa.Boolean(), nullable=True),
    sa.Column('plan_reason', sa.Text(), nullable=False),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_decision_assessment_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_decision_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision'))
    )
    op.create_index(op.f('ix_decision_assessment_id'), 'decision', ['assessment_id'], unique=False)
    op.create_index(op.f('ix_decision_case_id'), 'decision', ['case_id'], unique=False)
    op.create_table('complaint',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('decision_id', sa.String(length=32), nullable=True),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('complainant', sa.Text(), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('reassessed_on', sa.Date(), nullable=True),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('result', sa.String(length=40), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_complaint_case_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['decision_id'], ['decision.id'], name=op.f('fk_complaint_decision_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_complaint'))
    )
    op.create_index(op.f('ix_complaint_case_id'), 'complaint', ['case_id'], unique=False)
    op.create_index(op.f('ix_complaint_decision_id'), 'complaint', ['decision_id'], unique=False)
    op.create_table('access_request',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('asked_by', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_access_request_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_access_request'))
    )
    op.create_index(op.f('ix_access_request_case_id'), 'access_request', ['case_id'], unique=False)
    op.create_table('acute_facts',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('health', sa.Text(), nullable=False),
    sa.Column('risks', sa.Text(), nullable=False),
    sa.Column('calms', sa.Text(), nullable=False),
    sa.Column('may_fetch', sa.Text(), nullable=False),
    sa.Column('not_told', sa.Text(), nullable=False),
    sa.Column('place_phone', sa.Text(), nullable=False),
    sa.Column('school_phone', sa.Text(), nullable=False),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('confirmed_with', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_acute_facts_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_acute_facts')),
    sa.UniqueConstraint('case_id', name=op.f('uq_acute_facts_case_id'))
    )
    op.create_index(op.f('ix_acute_facts_case_id'), 'acute_facts', ['case_id'], unique=False)
    op.create_table('leader_remark',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('said_by', sa.Text(), nullable=False),
    sa.Column('source', sa.String(length=40), nullable=False),
    sa.Column('summary_of', sa.Date(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('to_do', sa.Text(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.Column('settled_how', sa.Text(), nullable=False),
    sa.Column('voided_on', sa.Date(), nullable=True),
    sa.Column('void_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_leader_remark_case_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leader_remark'))
    )
    op.create_index(op.f('ix_leader_remark_case_id'), 'leader_remark', ['case_id'], unique=False)
    op.create_table('summary_line',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.PrimaryKeyConstraint('day', 'number', name=op.f('pk_summary_line'))
    )
    op.create_table('file_selection',
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.Column('request_id', sa.String(length=32), nullable=True),
    sa.Column('asked_by', sa.Text(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.Column('first', sa.Date(), nullable=True),
    sa.Column('last', sa.Date(), nullable=True),
    sa.Column('given_on', sa.Date(), nullable=True),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_file_selection_case_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['request_id'], ['access_request.id'], name=op.f('fk_file_selection_request_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_file_selection'))
    )
    op.create_index(op.f('ix_file_selection_case_id'), 'file_selection', ['case_id'], unique=False)
    op.create_index(op.f('ix_file_selection_request_id'), 'file_selection', ['request_id'], unique=False)
    op.create_table('file_choice',
    sa.Column('selection_id', sa.String(length=32), nullable=False),
    sa.Column('entry', sa.Text(), nullable=False),
    sa.Column('left_out', sa.String(length=40), nullable=True),
    sa.Column('passages', sa.JSON(), nullable=False),
    sa.Column('shown', sa.JSON(), nullable=False),
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('changed_at', sa.DateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['selection_id'], ['file_selection.id'], name=op.f('fk_file_choice_selection_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_file_choice')),
    sa.UniqueConstraint('selection_id', 'entry', name=op.f('uq_file_choice_selection_id_entry'))
    )
    op.create_index(op.f('ix_file_choice_selection_id'), 'file_choice', ['selection_id'], unique=False)
    op.create_table('exported_event',
    sa.Column('uid', sa.String(length=80), nullable=False),
    sa.Column('scope', sa.String(length=32), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('cancelled', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('uid', name=op.f('pk_exported_event'))
    )
    op.create_table('search_entry',
    sa.Column('seq', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('table_name', sa.String(length=40), nullable=False),
    sa.Column('row_id', sa.String(length=32), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_search_entry'))
    )
    op.create_index(op.f('ix_search_entry_row_id'), 'search_entry', ['row_id'], unique=False)
    op.create_table('sheet',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_sheet'))
    )
    op.create_table('handed_print',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('how', sa.String(length=40), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('file_name', sa.Text(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('of_caseload', sa.Boolean(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(['digest'], ['sheet.digest'], name=op.f('fk_handed_print_digest'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_handed_print'))
    )
    op.create_index(op.f('ix_handed_print_at'), 'handed_print', ['at'], unique=False)
    op.create_index(op.f('ix_handed_print_digest'), 'handed_print', ['digest'], unique=False)
    op.create_table('handed_print_case',
    sa.Column('print_id', sa.String(length=32), nullable=False),
    sa.Column('case_id', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['print_id'], ['handed_print.id'], name=op.f('fk_handed_print_case_print_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('print_id', 'case_id', name=op.f('pk_handed_print_case'))
    )
    op.create_index(op.f('ix_handed_print_case_case_id'), 'handed_print_case', ['case_id'], unique=False)
    for statement in (*LOG_TRIGGERS, PRINTS_GO_WITH_CASE, SEARCH_INDEX):
        op.execute(statement)
