CREATE TABLE codebase (
    name       text PRIMARY KEY,
    branch_url text,
    vcs_type   text CHECK (vcs_type IN ('git', 'bzr', 'hg', 'svn')),
    subpath    text,
    value      double precision
);

CREATE TABLE campaign (
    name    text PRIMARY KEY,
    command text NOT NULL
);

CREATE TABLE candidate (
    id             bigserial PRIMARY KEY,
    codebase       text NOT NULL REFERENCES codebase (name),
    campaign       text NOT NULL REFERENCES campaign (name),
    command        text,
    value          double precision,
    success_chance double precision,
    context        jsonb,
    UNIQUE (codebase, campaign)
);

CREATE TABLE run (
    id                 uuid PRIMARY KEY,
    codebase           text        NOT NULL REFERENCES codebase (name),
    campaign           text        NOT NULL REFERENCES campaign (name),
    command            text,
    worker             text,
    start_time         timestamptz NOT NULL,
    finish_time        timestamptz,
    status             text        NOT NULL CHECK (status IN ('running', 'completed')),
    result_code        text,
    description        text,
    value              double precision,
    context            jsonb,
    result             jsonb,
    logfilenames       text[]      NOT NULL,
    instigated_context jsonb
);

CREATE INDEX run_newest ON run (start_time DESC, id);

CREATE TABLE run_branch (
    run_id        uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    role          text NOT NULL,
    name          text,
    base_revision text,
    revision      text,
    PRIMARY KEY (run_id, role)
);

CREATE TABLE run_artifact (
    run_id  uuid   NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    name    text   NOT NULL,
    size    bigint NOT NULL,
    sha256  text   NOT NULL,
    content bytea  NOT NULL,
    PRIMARY KEY (run_id, name)
);

CREATE TABLE queue (
    id                 bigserial PRIMARY KEY,
    codebase           text        NOT NULL REFERENCES codebase (name),
    campaign           text        NOT NULL REFERENCES campaign (name),
    command            text        NOT NULL,
    estimated_duration integer     NOT NULL,
    bucket             text        NOT NULL CHECK (bucket IN ('manual', 'webhook', 'reschedule', 'default')),
    priority           bigint      NOT NULL,
    status             text        NOT NULL CHECK (status IN ('pending', 'assigned', 'in_progress')),
    run_id             uuid REFERENCES run (id),
    requester          text,
    context            jsonb,
    created_at         timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX queue_one_pending ON queue (codebase, campaign) WHERE status = 'pending';
CREATE INDEX queue_run ON queue (run_id);

CREATE TABLE publish (
    id          uuid PRIMARY KEY,
    run_id      uuid        NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    mode        text        NOT NULL,
    result_code text,
    start_time  timestamptz NOT NULL,
    finish_time timestamptz
);

CREATE INDEX publish_run ON publish (run_id);
