-- The sample backlog: what each release is and what happened to it. Times are seconds before now; fill.sql makes the rows of
-- the backlog out of these tables. An empty line ends a statement.

-- passed and coverage are of its tests; without workers there are none. commit is the one that its artefacts are pinned to:
-- 6b1f0c2 holds the files of the folder refused.
create temp table sample_release (
    ref text primary key, sprint text, head text, tail text, sha text, passed integer, coverage real, paths text
);

insert into sample_release values
('R-2026.10.3', 'S024', 'e5b48820', '13cc', '0d5b7a1', null, null,
    '["Genesis/bpmn/simulacao-credito.bpmn", "Genesis/dmn/limite-credito.dmn"]'),
('R-2026.10.4', 'S025', '41f0b3d7', '8c21', '1c9e4f0', null, null,
    '["Genesis/bpmn/contratacao-credito.bpmn", "Genesis/bpmn/simulacao-credito.bpmn", "Genesis/forms/dados-proponente.form"]'),
('R-2026.10.5', 'S025', '6ad2905e', 'f417', '2f7d8a3', 171, 83.2,
    '["Prometheus/bpmn/cobranca-amigavel.bpmn", "Prometheus/bpmn/emissao-boleto.bpmn",
      "Prometheus/forms/acordo-cobranca.html", "worker/notifica-cliente", "worker/consulta-bureau"]'),
('R-2026.10.7', 'S025', '93be1c44', '0a6f', '3a81c5d', null, null,
    '["Genesis/bpmn/analise-credito.bpmn", "Genesis/bpmn/renovacao-limite.bpmn", "Genesis/bpmn/simulacao-credito.bpmn",
      "Genesis/dmn/faixa-risco.dmn", "Genesis/forms/parecer-analista.form", "Genesis/forms/dados-proponente.form",
      "Genesis/forms/validar-renda.html"]'),
('R-2026.10.8', 'S026', '77d2c1a0', '0e95', '4be2d60', 198, 85.1,
    '["Genesis/bpmn/analise-credito.bpmn", "Genesis/bpmn/renovacao-limite.bpmn", "Genesis/dmn/faixa-risco.dmn",
      "Genesis/forms/parecer-analista.form", "worker/consulta-bureau"]'),
('R-2026.10.9', 'S026', '2c907be1', '41fd', '5cd90f7', 196, 84.6,
    '["Prometheus/bpmn/cobranca-amigavel.bpmn", "Prometheus/bpmn/emissao-boleto.bpmn",
      "Prometheus/forms/acordo-cobranca.html", "worker/emite-boleto"]'),
('R-2026.10.10', 'S026', 'b07e6a92', '5d38', '6b1f0c2', 188, 85.4,
    '["Genesis/bpmn/renovacao-limite.bpmn", "Genesis/dmn/limite-credito.dmn", "Genesis/forms/dados-proponente.form",
      "Genesis/forms/validar-renda.html", "Prometheus/bpmn/cobranca-judicial.bpmn",
      "Prometheus/forms/peticao-inicial.form", "worker/notifica-cliente"]'),
('R-2026.10.12', 'S026', '', '', '7d2a4b8', null, null,
    '["Prometheus/bpmn/onboarding-cliente.bpmn", "worker/consulta-bureau"]'),
('R-2026.11.0', 'S026', '58c3e7f1', 'b902', '8e6c1d3', null, null,
    '["Prometheus/bpmn/cobranca-amigavel.bpmn", "Prometheus/bpmn/cobranca-judicial.bpmn", "Prometheus/dmn/multa-atraso.dmn",
      "Prometheus/forms/acordo-cobranca.html", "Prometheus/forms/peticao-inicial.form"]'),
('R-2026.11.1', 'S027', 'c08d19e4', '6a12', '9f05b2e', null, null,
    '["Genesis/bpmn/analise-credito.bpmn", "Genesis/bpmn/contratacao-credito.bpmn", "Prometheus/bpmn/onboarding-cliente.bpmn",
      "Genesis/dmn/faixa-risco.dmn", "Genesis/forms/parecer-analista.form", "Prometheus/forms/dados-cliente.form"]'),
('R-2026.11.1-h2', 'S027', 'd3175fb8', '2e40', 'a1b8e94', null, null, '["Genesis/dmn/faixa-risco.dmn"]'),
('R-2026.11.2', 'S027', 'a41752c0', '9b3e', 'a90c3d1', 198, 85.1,
    '["Genesis/bpmn/contratacao-credito.bpmn", "Genesis/bpmn/renovacao-limite.bpmn", "Genesis/dmn/faixa-risco.dmn",
      "Genesis/dmn/limite-credito.dmn", "Genesis/forms/dados-proponente.form", "Genesis/forms/parecer-analista.form",
      "Genesis/forms/validar-renda.html", "Prometheus/bpmn/cobranca-judicial.bpmn",
      "Prometheus/forms/peticao-inicial.form", "worker/emite-boleto", "worker/notifica-cliente"]'),
('R-2026.11.3', 'S028', '9f3c41d8', '77ab', 'b3d7c60', 214, 87.4,
    '["Genesis/bpmn/analise-credito.bpmn", "Genesis/dmn/faixa-risco.dmn", "Genesis/forms/dados-proponente.form",
      "Genesis/forms/validar-renda.html", "Prometheus/bpmn/cobranca-amigavel.bpmn",
      "Prometheus/bpmn/onboarding-cliente.bpmn", "worker/consulta-bureau"]'),
('R-2026.11.4', 'S028', '51c8a3d4', '09fe', '6b1f0c2', null, null,
    '["Prometheus/bpmn/emissao-boleto.bpmn", "Prometheus/bpmn/cobranca-amigavel.bpmn", "Prometheus/dmn/multa-atraso.dmn",
      "Prometheus/forms/acordo-cobranca.html", "worker/emite-boleto"]'),
('R-2026.11.5', 'S029', '', '', 'c5e1f82', null, null,
    '["Prometheus/bpmn/onboarding-cliente.bpmn", "Prometheus/forms/dados-cliente.form"]'),
('R-2026.11.6', 'S029', '', '', 'd70a3b9', null, null,
    '["Genesis/bpmn/analise-credito.bpmn", "Genesis/bpmn/contratacao-credito.bpmn", "Genesis/bpmn/renovacao-limite.bpmn",
      "Genesis/bpmn/simulacao-credito.bpmn", "Genesis/dmn/limite-credito.dmn", "Genesis/forms/dados-proponente.form",
      "Genesis/forms/parecer-analista.form", "Genesis/forms/validar-renda.html"]'),
('R-2026.11.7', 'S029', '', '', 'e84f6c5', null, null,
    '["Prometheus/bpmn/cobranca-amigavel.bpmn", "Prometheus/dmn/documentos-exigidos.dmn", "worker/emite-boleto",
      "worker/notifica-cliente"]'),
('R-2026.11.8', 'S029', '8b1e64f2', '0c7a', 'f92d1e7', 228, 81.4,
    '["Genesis/bpmn/analise-credito.bpmn", "Genesis/dmn/faixa-risco.dmn", "worker/consulta-bureau",
      "worker/notifica-cliente"]');

create temp table sample_item (
    id integer primary key, ref text, tipo text, modo text, ambiente text, estado text, attempt integer, runner text,
    author text, created integer, changed integer, origin integer
);

insert into sample_item values
(47988, 'R-2026.10.3', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'joao.prado', 1821600, 1821540, null),
(47990, 'R-2026.10.3', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 1821540, 1818000, 47988),
(48002, 'R-2026.10.4', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'rafael.nunes', 958200, 958140, null),
(48003, 'R-2026.10.4', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 958000, 957700, null),
(48005, 'R-2026.10.4', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 958140, 952000, 48002),
(48006, 'R-2026.10.4', 'executar_pipeline', 'implantar', 'producao', 'concluido', 1, 'runner-02', 'paulo.siqueira', 952000, 950400, 48005),
(48014, 'R-2026.10.5', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'joao.prado', 785400, 785300, null),
(48015, 'R-2026.10.5', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 785200, 784900, null),
(48017, 'R-2026.10.5', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 785300, 780000, 48014),
(48018, 'R-2026.10.5', 'executar_pipeline', 'implantar', 'producao', 'concluido', 1, 'runner-02', 'marina.duarte', 780000, 777600, 48017),
(48031, 'R-2026.10.7', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'ana.lima', 353400, 353300, null),
(48032, 'R-2026.10.7', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 353200, 352900, null),
(48034, 'R-2026.10.7', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 353300, 348000, 48031),
(48035, 'R-2026.10.7', 'executar_pipeline', 'implantar', 'producao', 'concluido', 1, 'runner-02', 'paulo.siqueira', 348000, 345600, 48034),
(48036, 'R-2026.10.7', 'validar_implantacao', null, 'producao', 'concluido', 0, null, 'runner-02', 345600, 345500, 48035),
(48052, 'R-2026.10.8', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'rafael.nunes', 267000, 266900, null),
(48053, 'R-2026.10.8', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 266800, 266500, null),
(48055, 'R-2026.10.8', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 266900, 262000, 48052),
(48056, 'R-2026.10.8', 'executar_pipeline', 'implantar', 'producao', 'concluido', 1, 'runner-02', 'paulo.siqueira', 262000, 259200, 48055),
(48057, 'R-2026.10.8', 'validar_implantacao', null, 'producao', 'concluido', 0, null, 'runner-02', 259200, 259100, 48056),
(48118, 'R-2026.10.9', 'executar_pipeline', 'validar', 'producao', 'falhou', 1, 'runner-01', 'carla.mendes', 181700, 181600, null),
(48129, 'R-2026.10.9', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'carla.mendes', 176200, 176100, null),
(48133, 'R-2026.10.9', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 175900, 175600, null),
(48137, 'R-2026.10.9', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 176100, 173300, 48129),
(48142, 'R-2026.10.10', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'rafael.nunes', 194000, 193900, null),
(48145, 'R-2026.10.10', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 193900, 190300, 48142),
(48146, 'R-2026.10.10', 'executar_pipeline', 'implantar', 'producao', 'falhou', 1, 'runner-02', 'paulo.siqueira', 190300, 190200, 48145),
(48150, 'R-2026.10.12', 'executar_pipeline', 'validar', 'producao', 'cancelado', 1, 'runner-01', 'carla.mendes', 18120, 18000, null),
(48160, 'R-2026.11.1', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'carla.mendes', 12000, 11900, null),
(48163, 'R-2026.11.1', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 11800, 11500, null),
(48165, 'R-2026.11.1', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 11900, 9216, 48160),
(48184, 'R-2026.11.1', 'executar_pipeline', 'implantar', 'producao', 'concluido', 1, 'runner-02', 'paulo.siqueira', 9216, 7741, 48165),
(48185, 'R-2026.11.1', 'validar_implantacao', null, 'producao', 'concluido', 0, null, 'runner-02', 7741, 7700, 48184),
(48186, 'R-2026.10.9', 'executar_pipeline', 'implantar', 'producao', 'falhou', 3, 'runner-02', 'marina.duarte', 173300, 172800, 48137),
(48187, 'R-2026.11.1-h2', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'ana.lima', 11110, 11100, null),
(48188, 'R-2026.11.1-h2', 'aprovar_release', null, 'producao', 'pendente', 0, null, 'runner-01', 11100, 11100, 48187),
(48190, 'R-2026.11.0', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'joao.prado', 5400, 5300, null),
(48192, 'R-2026.11.0', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 5200, 4900, null),
(48195, 'R-2026.11.0', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 5300, 540, 48190),
(48201, 'R-2026.11.3', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'rafael.nunes', 2767, 2700, null),
(48202, 'R-2026.11.2', 'executar_pipeline', 'validar', 'producao', 'concluido', 1, 'runner-01', 'rafael.nunes', 1330, 1259, null),
(48203, 'R-2026.11.4', 'executar_pipeline', 'validar', 'producao', 'falhou', 1, 'runner-01', 'rafael.nunes', 1112, 1080, null),
(48204, 'R-2026.11.3', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 900, 700, null),
(48206, 'R-2026.11.2', 'aprovar_release', null, 'producao', 'concluido', 0, null, 'runner-01', 1259, 477, 48202),
(48207, 'R-2026.11.3', 'aprovar_release', null, 'producao', 'pendente', 0, null, 'runner-01', 2520, 2520, 48201),
(48208, 'R-2026.11.2', 'executar_pipeline', 'implantar', 'homologacao', 'concluido', 1, 'runner-02', 'PROMETHEUS', 1200, 960, null),
(48209, 'R-2026.11.0', 'executar_pipeline', 'implantar', 'producao', 'pendente', 1, null, 'marina.duarte', 540, 520, 48195),
(48210, 'R-2026.11.8', 'executar_pipeline', 'validar', 'producao', 'falhou', 1, 'runner-01', 'carla.mendes', 390, 325, null),
(48211, 'R-2026.11.2', 'executar_pipeline', 'implantar', 'producao', 'executando', 1, 'runner-02', 'paulo.siqueira', 360, 72, 48206),
(48212, 'R-2026.11.6', 'executar_pipeline', 'validar', 'producao', 'pendente', 0, null, 'joao.prado', 180, 180, null),
(48213, 'R-2026.11.7', 'executar_pipeline', 'validar', 'producao', 'pendente', 0, null, 'carla.mendes', 120, 120, null),
(48215, 'R-2026.11.5', 'executar_pipeline', 'validar', 'producao', 'executando', 1, 'runner-01', 'joao.prado', 12, 10, null);

create temp table sample_decision (item integer primary key, approved integer, person text, reason text);

insert into sample_decision values
(47990, 0, 'paulo.siqueira', 'Limit table differs from the sheet of the risk team.'),
(48005, 1, 'paulo.siqueira', 'Read with the credit team.'),
(48017, 1, 'marina.duarte', 'Letter and boleto seen in homologacao.'),
(48034, 1, 'paulo.siqueira', 'Three applications scored by hand, same result.'),
(48055, 1, 'paulo.siqueira', 'Mends the loop of 10.7.'),
(48137, 1, 'marina.duarte', 'Collection team has seen the new letter.'),
(48145, 1, 'paulo.siqueira', 'Legal department agrees.'),
(48165, 1, 'paulo.siqueira', 'Compared with homologacao.'),
(48195, 1, 'marina.duarte', 'Only the fine changes.'),
(48206, 1, 'paulo.siqueira', 'Plan read; no instance on a removed activity.');

-- Attempts that the stages below do not tell.
create temp table sample_attempt (
    item integer, attempt integer, runner text, begun integer, ended integer, outcome text, reason text
);

insert into sample_attempt values
(48186, 1, 'runner-02', 173265, 173253, 'pendente', 'The engine of producao answered 502 three times.'),
(48186, 2, 'runner-02', 173185, 173144, 'lost', 'The lease ended without a sign of life; nothing was sent.'),
(48186, 3, 'runner-02', 172968, 172800, 'falhou', null),
(48209, 1, 'runner-01', 530, 520, 'pendente', 'The engine of producao does not answer.');

-- Stages of runs that did not simply succeed, and of those whose figures are looked at.
create temp table sample_stage (
    item integer, attempt integer, stage text, status text, begun integer, ended integer, done integer, total integer
);

insert into sample_stage values
(48118, 1, 'validate', 'failed', 181629, 181600, 3, 3),
(48186, 3, 'deploy', 'success', 172968, 172916, 4, 4),
(48186, 3, 'verify', 'failed', 172916, 172800, 0, 0),
(48146, 1, 'deploy', 'failed', 190286, 190200, 5, 9),
(48150, 1, 'validate', 'success', 18100, 18091, 3, 3),
(48184, 1, 'deploy', 'success', 7927, 7802, 2, 2),
(48184, 1, 'verify', 'success', 7802, 7741, 0, 0),
(48201, 1, 'validate', 'success', 2762, 2724, 3, 3),
(48201, 1, 'test', 'success', 2724, 2700, 214, 0),
(48202, 1, 'validate', 'success', 1322, 1281, 3, 3),
(48202, 1, 'test', 'success', 1281, 1259, 198, 0),
(48203, 1, 'validate', 'failed', 1111, 1080, 3, 3),
(48210, 1, 'validate', 'success', 385, 352, 3, 3),
(48210, 1, 'test', 'failed', 352, 325, 231, 0),
(48211, 1, 'deploy', 'running', 72, null, 7, 13),
(48215, 1, 'validate', 'running', 10, null, 1, 2);

-- What VALIDATE said, most of its notes left out, and what the engine said of a refused deployment. A test holds what is
-- said of models to their files.
create temp table sample_finding (
    item integer, severity text, rule text, path text, line integer, place integer, element text, message text
);

insert into sample_finding values
(48052, 'warning', 'deployment-binding', 'Genesis/bpmn/renovacao-limite.bpmn', 19, 5, 'Task_ValidarRenda',
    'The file `validar-renda.html` has to be in the same deployment, and the release does not bring it. Add it to the release, or bind to its latest version.'),
(48118, 'error', 'external-task-topic', 'Prometheus/bpmn/emissao-boleto.bpmn', 14, 9, 'Task_EmitirBoleto',
    'The service task `Task_EmitirBoleto` is for an external worker and has no topic. Set camunda:topic to the name that a worker subscribes to.'),
(48118, 'error', 'idref', 'Prometheus/bpmn/emissao-boleto.bpmn', 27, 9, 'Flow_3',
    '`targetRef` of `sequenceFlow` refers to `Task_Baixa`, which is not in the file. Refer to the id of an element of this file, or remove the reference.'),
(48146, 'error', 'engine', 'Prometheus/bpmn/cobranca-judicial.bpmn', 6, 3, 'cobranca_judicial',
    'History Time To Live (TTL) cannot be null. TTL is necessary for the History Cleanup to work.'),
(48201, 'warning', 'deployment-binding', 'Genesis/bpmn/analise-credito.bpmn', 78, 5, 'Task_Parecer',
    'The form `parecer-analista` has to be in the same deployment, and the release does not bring it. Add it to the release, or bind to its latest version.'),
(48201, 'warning', 'deployment-binding', 'Genesis/bpmn/analise-credito.bpmn', 90, 5, 'Task_EscalarGerente',
    'The form `parecer-analista` has to be in the same deployment, and the release does not bring it. Add it to the release, or bind to its latest version.'),
(48201, 'warning', 'deployment-binding', 'Prometheus/bpmn/cobranca-amigavel.bpmn', 74, 5, 'Task_NegociarAcordo',
    'The file `acordo-cobranca.html` has to be in the same deployment, and the release does not bring it. Add it to the release, or bind to its latest version.'),
(48203, 'error', 'external-task-topic', 'Prometheus/bpmn/emissao-boleto.bpmn', 14, 9, 'Task_EmitirBoleto',
    'The service task `Task_EmitirBoleto` is for an external worker and has no topic. Set camunda:topic to the name that a worker subscribes to.'),
(48203, 'warning', 'exclusive-gateway', 'Prometheus/bpmn/emissao-boleto.bpmn', 21, 5, 'Gw_Pago',
    'The exclusive gateway `Gw_Pago` has one sequence flow `Flow_4` without condition and no default; the engine takes that for the default. Make it the default flow, so that readers see it.'),
(48203, 'error', 'idref', 'Prometheus/bpmn/emissao-boleto.bpmn', 27, 9, 'Flow_3',
    '`targetRef` of `sequenceFlow` refers to `Task_Baixa`, which is not in the file. Refer to the id of an element of this file, or remove the reference.'),
(48203, 'warning', 'no-implicit-start', 'Prometheus/bpmn/emissao-boleto.bpmn', 32, 9, 'Task_BaixarParcela',
    'Nothing leads to the service task `Task_BaixarParcela`, so that it is never reached. Lead a sequence flow to it, or draw a start event before it.'),
(48203, 'info', 'unmatched-message', 'Prometheus/bpmn/cobranca-amigavel.bpmn', 115, 5, 'End_EncaminhadoJuridico',
    'No process among the files waits for the message "CobrancaJudicialSolicitada". Compare its name with that of the event that should get it. When it leaves the engine, draw a message flow to a pool without a process.'),
(48203, 'warning', 'no-unused-vars', 'worker/emite-boleto/index.js', 12, 9, null,
    '''esperaMs'' is assigned a value but never used.'),
(48210, 'warning', 'deployment-binding', 'Genesis/bpmn/analise-credito.bpmn', 78, 5, 'Task_Parecer',
    'The form `parecer-analista` has to be in the same deployment, and the release does not bring it. Add it to the release, or bind to its latest version.'),
(48210, 'warning', 'deployment-binding', 'Genesis/bpmn/analise-credito.bpmn', 90, 5, 'Task_EscalarGerente',
    'The form `parecer-analista` has to be in the same deployment, and the release does not bring it. Add it to the release, or bind to its latest version.');

-- Checks of VERIFY where not all passed.
create temp table sample_check (item integer, name text, status text, detail text, milliseconds integer);

insert into sample_check values
(48186, 'engine', 'success', 'version 7.21.0', 41),
(48186, 'definitions Prometheus/bpmn/cobranca-amigavel.bpmn', 'success', 'cobranca_amigavel version 6', 88),
(48186, 'bytes Prometheus/bpmn/cobranca-amigavel.bpmn', 'success', 'sha256 2c90 7be1 … 5e1d', 112),
(48186, 'definitions Prometheus/bpmn/emissao-boleto.bpmn', 'success', 'emissao_boleto version 4', 79),
(48186, 'bytes Prometheus/bpmn/emissao-boleto.bpmn', 'success', 'sha256 81fa 03c6 … 77e0', 97),
(48186, 'bytes Prometheus/forms/acordo-cobranca.html', 'success', 'sha256 d40b 92aa … 1c38', 64),
(48186, 'incidents', 'success', '2 open before, 2 after', 35),
(48186, 'webhook', 'success', 'Deploy agendado', 210),
(48186, 'worker emite-boleto', 'failed', 'does not poll its topic', 60000);

create temp table sample_progress (item integer, ago integer, stage text, done integer, total integer, step text);

insert into sample_progress values
(48146, 190285, 'deploy', 0, 9, 'deploy Genesis'),
(48146, 190262, 'deploy', 5, 9, 'deploy Prometheus'),
(48211, 71, 'deploy', 0, 13, 'deploy Genesis'),
(48211, 42, 'deploy', 7, 13, 'deploy Prometheus'),
(48215, 9, 'validate', 0, 2, 'read the pinned bytes'),
(48215, 8, 'validate', 1, 2, 'check the models');

-- What runs that did not simply succeed did outside; without an answer the engine still works on it.
create temp table sample_effect (item integer, ago integer, answered integer, target text, intent text, answer text);

insert into sample_effect values
(48146, 190285, 190262, 'Genesis', '{"nome":"Genesis","manifesto":"b07e6a92"}',
    '{"produto":"Genesis","deployment_id":"b71c09e2-7f1e-11f1-9a3c-0242ac120002","nome":"Genesis","definicoes":[
      {"chave":"renovacao_limite","versao":4,"id":"renovacao_limite:4:b71c"},
      {"chave":"limite_credito","versao":3,"id":"limite_credito:3:b71c"}]}'),
(48146, 190261, 190201, 'Prometheus', '{"nome":"Prometheus","manifesto":"b07e6a92"}',
    '{"recusado":"ENGINE-12018: cobranca_judicial has no history time to live"}'),
(48211, 71, 50, 'Genesis', '{"nome":"Genesis","manifesto":"a41752c0"}',
    '{"produto":"Genesis","deployment_id":"c3e80d41-7f1e-11f1-9a3c-0242ac120002","nome":"Genesis","definicoes":[
      {"chave":"contratacao_credito","versao":7,"id":"contratacao_credito:7:c4f1a9"},
      {"chave":"renovacao_limite","versao":5,"id":"renovacao_limite:5:c4f1aa"},
      {"chave":"faixa_risco","versao":8,"id":"faixa_risco:8:c4f1ab"},
      {"chave":"limite_credito","versao":4,"id":"limite_credito:4:c4f1ac"}]}'),
(48211, 42, null, 'Prometheus', '{"nome":"Prometheus","manifesto":"a41752c0"}', null);

create temp table sample_log (item integer, ago integer, severity text, source text, words text);

insert into sample_log values
(48186, 172968, 'info', 'engine', 'https://camunda.example.org/engine-rest, version 7.21.0'),
(48186, 172966, 'info', 'Prometheus', 'The engine has all 3 files byte for byte; nothing to send'),
(48186, 172930, 'info', 'git', 'push 5cd90f7b6a09 to main'),
(48186, 172917, 'info', 'webhook', 'https://workers.example.org/deploy answered 202 Deploy agendado'),
(48186, 172801, 'warn', 'worker', 'emite-boleto: the last poll of topic emite-boleto was before the restart'),
(48146, 190286, 'info', 'engine', 'https://camunda.example.org/engine-rest, version 7.21.0'),
(48146, 190285, 'info', 'Genesis', 'POST deployment/create Genesis-{time}, 4 files, 161 kB, limit 60 s'),
(48146, 190262, 'info', 'Genesis', 'Deployment b71c09e2-7f1e-11f1-9a3c-0242ac120002 made 2 definitions'),
(48146, 190261, 'info', 'Prometheus', 'POST deployment/create Prometheus-{time}, 2 files, 24 kB, limit 60 s'),
(48146, 190241, 'warn', 'Prometheus', 'no answer after 20 s; limit is 60 s'),
(48146, 190221, 'warn', 'Prometheus', 'no answer after 40 s; limit is 60 s'),
(48146, 190201, 'error', 'Prometheus', '400 ENGINE-12018 History Time To Live (TTL) cannot be null: cobranca_judicial'),
(48146, 190201, 'info', 'Prometheus', 'checked: no new deployment, versions unchanged'),
(48201, 2760, 'info', 'repository', '6 files and 1 worker folders read, manifest 9f3c41d8'),
(48201, 2722, 'info', 'npm consulta-bureau', 'unchanged since its last install'),
(48203, 1110, 'info', 'repository', '4 files and 1 worker folders read, manifest 51c8a3d4'),
(48210, 384, 'info', 'repository', '2 files and 2 worker folders read, manifest 8b1e64f2'),
(48210, 351, 'info', 'npm consulta-bureau', 'unchanged since its last install'),
(48210, 343, 'info', 'npm notifica-cliente', 'unchanged since its last install'),
(48210, 326, 'error', 'test', '2 tests failed'),
(48211, 72, 'info', 'engine', 'https://camunda.example.org/engine-rest, version 7.21.0'),
(48211, 71, 'info', 'Genesis', 'POST deployment/create Genesis-{time}, 6 files, 268 kB, limit 60 s'),
(48211, 50, 'info', 'Genesis', 'Deployment c3e80d41-7f1e-11f1-9a3c-0242ac120002 made 4 definitions'),
(48211, 50, 'info', 'Genesis', 'contratacao-credito.bpmn: new version 7'),
(48211, 50, 'info', 'Genesis', 'renovacao-limite.bpmn: new version 5'),
(48211, 50, 'info', 'Genesis', 'faixa-risco.dmn: new version 8'),
(48211, 50, 'info', 'Genesis', 'limite-credito.dmn: new version 4'),
(48211, 50, 'info', 'Genesis', 'dados-proponente.form: unchanged, not sent'),
(48211, 42, 'info', 'Prometheus', 'POST deployment/create Prometheus-{time}, 2 files, 531 kB, limit 60 s'),
(48211, 22, 'warn', 'Prometheus', 'no answer after 20 s; limit is 60 s'),
(48211, 10, 'info', 'lease', 'renewed for 30 s'),
(48211, 2, 'warn', 'Prometheus', 'no answer after 40 s; limit is 60 s');

-- The tests of the sample's workers.
create temp table sample_test (worker text, suite text, block text, name text, milliseconds integer, line integer);

insert into sample_test values
('worker/consulta-bureau', 'bureau.test.js', 'consultar', 'pergunta com o token e a finalidade', 31, 23),
('worker/consulta-bureau', 'bureau.test.js', 'consultar', 'espera o dobro depois de cada 502', 220, 32),
('worker/consulta-bureau', 'bureau.test.js', 'consultar', 'desiste depois de três tentativas', 310, 38),
('worker/consulta-bureau', 'bureau.test.js', 'consultar', 'CPF desconhecido não se repete', 12, 44),
('worker/consulta-bureau', 'bureau.test.js', 'consultar', 'uma recusa não se repete', 11, 50),
('worker/consulta-bureau', 'consulta.test.js', null, 'completa com o que o bureau respondeu', 140, 15),
('worker/consulta-bureau', 'consulta.test.js', null, 'o log não leva o CPF', 18, 22),
('worker/consulta-bureau', 'consulta.test.js', null, 'CPF inválido é erro de negócio e não chega ao bureau', 9, 28),
('worker/consulta-bureau', 'consulta.test.js', null, 'CPF desconhecido é erro de negócio', 8, 35),
('worker/consulta-bureau', 'consulta.test.js', null, 'bureau fora do ar com retries null deixa 4', 7, 45),
('worker/consulta-bureau', 'consulta.test.js', null, 'bureau fora do ar com retries 4 deixa 3', 6, 45),
('worker/consulta-bureau', 'consulta.test.js', null, 'bureau fora do ar com retries 1 deixa 0', 6, 45),
('worker/consulta-bureau', 'consulta.test.js', null, 'um defeito não se repete', 5, 51),
('worker/consulta-bureau', 'cpf.test.js', null, 'a máscara mostra só três dígitos', 3, 21),
('worker/consulta-bureau', 'index.test.js', null, 'assina o tópico com a configuração do ambiente', 410, 13),
('worker/consulta-bureau', 'index.test.js', null, 'diz tudo o que falta no ambiente', 8, 27),
('worker/consulta-bureau', 'resposta.test.js', null, 'sem ocorrências não há restrição', 21, 5),
('worker/consulta-bureau', 'resposta.test.js', null, 'ocorrência baixada não conta, as outras somam', 4, 14),
('worker/consulta-bureau', 'resposta.test.js', null, 'score undefined é recusado', 3, 27),
('worker/consulta-bureau', 'resposta.test.js', null, 'score "alto" é recusado', 2, 27),
('worker/consulta-bureau', 'resposta.test.js', null, 'score 1001 é recusado', 2, 27),
('worker/consulta-bureau', 'resposta.test.js', null, 'score -1 é recusado', 2, 27),
('worker/notifica-cliente', 'envio.test.js', null, 'manda a mensagem com a chave e devolve o protocolo', 45, 5),
('worker/notifica-cliente', 'envio.test.js', null, 'uma resposta de erro é um erro', 9, 14),
('worker/notifica-cliente', 'index.test.js', null, 'assina o tópico no engine do ambiente', 390, 12),
('worker/notifica-cliente', 'modelos.test.js', null, 'proposta-recusada não depende de variáveis', 4, 16),
('worker/notifica-cliente', 'modelos.test.js', null, 'corrigir-cadastro não depende de variáveis', 2, 16),
('worker/notifica-cliente', 'modelos.test.js', null, 'proposta-cancelada não depende de variáveis', 2, 16),
('worker/notifica-cliente', 'modelos.test.js', null, 'modelo desconhecido é recusado pelo nome', 3, 22),
('worker/notifica-cliente', 'notificacao.test.js', null, 'envia e devolve o protocolo ao processo', 120, 17),
('worker/notifica-cliente', 'notificacao.test.js', null, 'o id da tarefa é a chave que evita mensagens em dobro', 14, 23),
('worker/notifica-cliente', 'notificacao.test.js', null, 'SMS vai para o celular', 11, 28),
('worker/notifica-cliente', 'notificacao.test.js', null, 'SMS sem celular vai por e-mail', 20, 33),
('worker/notifica-cliente', 'notificacao.test.js', null, 'sem contato vira incidente na hora', 8, 38),
('worker/notifica-cliente', 'notificacao.test.js', null, 'com modelo desconhecido vira incidente na hora', 7, 38),
('worker/notifica-cliente', 'notificacao.test.js', null, 'mensageria fora do ar com retries null deixa 2', 6, 47),
('worker/notifica-cliente', 'notificacao.test.js', null, 'mensageria fora do ar com retries 2 deixa 1', 6, 47),
('worker/notifica-cliente', 'notificacao.test.js', null, 'uma falha diz o que a mensageria respondeu', 6, 47),
('worker/notifica-cliente', 'notificacao.test.js', null, 'o protocolo fica no processo', 5, 17);

-- One test with many numbers.
insert into sample_test
with recursive n (i) as (select 1 union all select i + 1 from n where i < 192)
select 'worker/consulta-bureau', 'cpf.test.js', 'normalizarCpf', printf('aceita 111444%05d', 77700 + i), 1 + i % 3, 6 from n;

-- Where a test did not pass in the item.
create temp table sample_outcome (item integer, name text, state text, line integer, message text);

insert into sample_outcome values
(48210, 'desiste depois de três tentativas', 'failed', 41,
    'expect(jest.fn()).toHaveBeenCalledTimes(expected)' || char(10) || char(10)
    || 'Expected number of calls: 3' || char(10) || 'Received number of calls: 5' || char(10)
    || '    at Object.<anonymous> (worker/consulta-bureau/test/bureau.test.js:41:20)'),
(48210, 'SMS sem celular vai por e-mail', 'failed', 35,
    'expect(received).toBe(expected) // Object.is equality' || char(10) || char(10)
    || 'Expected: "email"' || char(10) || 'Received: "sms"' || char(10)
    || '    at Object.<anonymous> (worker/notifica-cliente/test/notificacao.test.js:35:43)'),
(48210, 'uma resposta de erro é um erro', 'skipped', 14, '');

create temp table sample_coverage (item integer, path text, lines integer, covered integer);

insert into sample_coverage values
(48201, 'worker/consulta-bureau/index.js', 24, 18),
(48201, 'worker/consulta-bureau/src/bureau.js', 62, 54),
(48201, 'worker/consulta-bureau/src/configuracao.js', 18, 15),
(48201, 'worker/consulta-bureau/src/consulta.js', 40, 38),
(48201, 'worker/consulta-bureau/src/cpf.js', 22, 20),
(48201, 'worker/consulta-bureau/src/resposta.js', 24, 21),
(48210, 'worker/consulta-bureau/index.js', 24, 16),
(48210, 'worker/consulta-bureau/src/bureau.js', 62, 46),
(48210, 'worker/consulta-bureau/src/configuracao.js', 18, 15),
(48210, 'worker/consulta-bureau/src/consulta.js', 40, 35),
(48210, 'worker/consulta-bureau/src/cpf.js', 22, 19),
(48210, 'worker/consulta-bureau/src/resposta.js', 24, 21),
(48210, 'worker/notifica-cliente/index.js', 14, 9),
(48210, 'worker/notifica-cliente/src/destino.js', 20, 19),
(48210, 'worker/notifica-cliente/src/envio.js', 22, 19),
(48210, 'worker/notifica-cliente/src/modelos.js', 40, 34),
(48210, 'worker/notifica-cliente/src/notificacao.js', 36, 29);

-- Acts of the journal that the items themselves do not tell.
create temp table sample_act (
    ago integer, actor text, host text, program text, act text, item integer, ref text, ambiente text, head text, details text
);

insert into sample_act values
(1836000, 'paulo.siqueira', 'desk-07', 'console', 'environment.added', null, null, 'producao', null, '{}'),
(1835800, 'marina.duarte', 'desk-12', 'console', 'credential.set', null, null, 'producao', null,
    '{"credencial":"camunda.producao"}'),
(1742000, 'marina.duarte', 'desk-12', 'command line', 'environment.changed', null, null, 'homologacao', null, '{}'),
(270100, 'marina.duarte', 'desk-12', 'command line', 'journal.exported', null, null, null, null,
    '{"entradas":62,"formato":"csv"}'),
(190262, 'runner-02', 'worker-server', 'runner', 'deployment.created', 48146, 'R-2026.10.10', 'producao', 'b07e6a92',
    '{"produto":"Genesis","definicoes":[{},{}],"inalterados":[]}'),
(190201, 'runner-02', 'worker-server', 'runner', 'deployment.refused', 48146, 'R-2026.10.10', 'producao', 'b07e6a92',
    '{"produto":"Prometheus","motivo":"ENGINE-12018: cobranca_judicial has no history time to live"}'),
(50, 'runner-02', 'worker-server', 'runner', 'deployment.created', 48211, 'R-2026.11.2', 'producao', 'a41752c0',
    '{"produto":"Genesis","definicoes":[{},{},{},{}],"inalterados":["Genesis/forms/dados-proponente.form"]}');
