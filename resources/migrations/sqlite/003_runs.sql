-- What a run writes while it runs, for whoever follows it.

create table run_attempt (
    item_id    integer not null references backlog(id),
    attempt    integer not null,
    runner     text not null,
    host       text not null,
    started_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    ended_at   text,
    outcome    text,
    reason     text,
    primary key (item_id, attempt)
) without rowid;

create table run_stage (
    item_id    integer not null references backlog(id),
    attempt    integer not null,
    stage      text not null,
    status     text not null,
    started_at text,
    ended_at   text,
    done       integer not null default 0,
    total      integer not null default 0,
    step       text not null default '',
    primary key (item_id, attempt, stage)
);

create table run_event (
    id      integer primary key autoincrement,
    item_id integer not null references backlog(id),
    attempt integer not null,
    at      text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    kind    text not null,
    payload text not null check (json_valid(payload))
);

create index run_event_item on run_event (item_id, id);

create table run_test (
    item_id      integer not null references backlog(id),
    attempt      integer not null,
    number       integer not null,
    worker       text not null,
    suite        text not null,
    groups       text not null,
    name         text not null,
    state        text not null,
    milliseconds integer not null,
    message      text not null,
    line         integer not null,
    primary key (item_id, attempt, number)
) without rowid;

create table run_coverage (
    item_id integer not null references backlog(id),
    attempt integer not null,
    path    text not null,
    lines   integer not null,
    covered integer not null,
    primary key (item_id, attempt, path)
) without rowid;

-- The intent is written before the effect, the answer after it: what a runner that died left open can be asked for.
create table run_effect (
    item_id     integer not null references backlog(id),
    kind        text not null,
    target      text not null,
    number      integer not null,
    intent      text not null check (json_valid(intent)),
    answer      text check (answer is null or json_valid(answer)),
    intended_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    answered_at text,
    primary key (item_id, kind, target, number)
);
