<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>ApprovalPane</name>
    <message>
        <source>process</source>
        <translation>processo</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decisão</translation>
    </message>
    <message>
        <source>form</source>
        <translation>formulário</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>worker</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Deployment failed</source>
        <translation>A implantação falhou</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Run cancelled</source>
        <translation>Execução cancelada</translation>
    </message>
    <message>
        <source>Deployed and verified</source>
        <translation>Implantada e verificada</translation>
    </message>
    <message>
        <source>Done, without errors</source>
        <translation>Concluída, sem erros</translation>
    </message>
    <message>
        <source>%1 deployed: %2</source>
        <translation>%1 implantada: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n definitions</source>
        <translation>
            <numerusform>%n definição</numerusform>
            <numerusform>%n definições</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n files not sent</source>
        <translation>
            <numerusform>, %n arquivo não enviado</numerusform>
            <numerusform>, %n arquivos não enviados</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprovada</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusada</translation>
    </message>
    <message>
        <source>Taken, attempt %1</source>
        <translation>Iniciado, tentativa %1</translation>
    </message>
    <message>
        <source>Inserted %1</source>
        <translation>Inserido %1</translation>
    </message>
    <message>
        <source>Given up after the last attempt</source>
        <translation>Abandonado após a última tentativa</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Adiado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Cancelling asked for</source>
        <translation>Cancelamento pedido</translation>
    </message>
    <message>
        <source>Retry ordered</source>
        <translation>Nova tentativa pedida</translation>
    </message>
    <message>
        <source>The engine refused the deployment</source>
        <translation>O motor recusou a implantação</translation>
    </message>
    <message>
        <source>Workers pushed: %1 to %2</source>
        <translation>Workers enviados: %1 para %2</translation>
    </message>
    <message>
        <source>Workers were there already: %1 on %2</source>
        <translation>Os workers já estavam lá: %1 em %2</translation>
    </message>
    <message>
        <source>Restart of the workers asked for</source>
        <translation>Reinício dos workers pedido</translation>
    </message>
    <message>
        <source>Secret %1 saved in the keychain</source>
        <translation>Segredo %1 salvo no cofre de senhas</translation>
    </message>
    <message>
        <source>Secret %1 removed from the keychain</source>
        <translation>Segredo %1 removido do cofre de senhas</translation>
    </message>
    <message>
        <source>Environment %1 added</source>
        <translation>Ambiente %1 incluído</translation>
    </message>
    <message>
        <source>Environment %1 changed</source>
        <translation>Ambiente %1 alterado</translation>
    </message>
    <message>
        <source>Environment %1 removed</source>
        <translation>Ambiente %1 removido</translation>
    </message>
    <message numerus="yes">
        <source>%n entries exported as %1</source>
        <translation>
            <numerusform>%n registro exportado como %1</numerusform>
            <numerusform>%n registros exportados como %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Break at entry %1 explained</source>
        <translation>Quebra no registro %1 explicada</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisões</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Implantações</translation>
    </message>
    <message>
        <source>Settings and access</source>
        <translation>Configurações e acesso</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
    <message>
        <source>The runner may deploy nowhere</source>
        <translation>O runner não pode implantar em lugar nenhum</translation>
    </message>
    <message>
        <source>The runner may deploy to %1</source>
        <translation>O runner pode implantar em %1</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message numerus="yes">
        <source>VALIDATE found %n errors. Nothing was tested and nothing was deployed.</source>
        <translation>
            <numerusform>VALIDAR encontrou %n erro. Nada foi testado e nada foi implantado.</numerusform>
            <numerusform>VALIDAR encontrou %n erros. Nada foi testado e nada foi implantado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the producer to mend what Findings lists. New bytes need a new validation.</source>
        <translation>Peça ao produtor que corrija o que Apontamentos lista. Novos bytes precisam de nova validação.</translation>
    </message>
    <message numerus="yes">
        <source>%n tests failed. Nothing was deployed.</source>
        <translation>
            <numerusform>%n teste falhou. Nada foi implantado.</numerusform>
            <numerusform>%n testes falharam. Nada foi implantado.</numerusform>
        </translation>
    </message>
    <message>
        <source>TEST did not pass. Nothing was deployed.</source>
        <translation>TESTAR não passou. Nada foi implantado.</translation>
    </message>
    <message>
        <source>Ask the producer to mend the worker or its test. Tests shows what was expected.</source>
        <translation>Peça ao produtor que corrija o worker ou o teste dele. Testes mostra o que era esperado.</translation>
    </message>
    <message numerus="yes">
        <source>The release was deployed to %1, but %n checks of it failed.</source>
        <translation>
            <numerusform>A release foi implantada em %1, mas %n verificação falhou.</numerusform>
            <numerusform>A release foi implantada em %1, mas %n verificações falharam.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry when it is mended: files that are there already are not sent again.</source>
        <translation>Repita quando estiver corrigido: arquivos que já estão lá não são enviados de novo.</translation>
    </message>
    <message>
        <source>Do what the reason says, then retry.</source>
        <translation>Faça o que o motivo diz e repita.</translation>
    </message>
    <message>
        <source>%1 refused the deployment</source>
        <translation>%1 recusou a implantação</translation>
    </message>
    <message>
        <source>The run failed</source>
        <translation>A execução falhou</translation>
    </message>
    <message>
        <source>%1 failed in %2</source>
        <translation>%1 falhou em %2</translation>
    </message>
    <message>
        <source>The runner was lost: its lease ended without a sign of life.</source>
        <translation>O executor se perdeu: a reserva dele acabou sem sinal de vida.</translation>
    </message>
    <message>
        <source>The cause is not known. The log shows what was done until then.</source>
        <translation>A causa não é conhecida. O log mostra o que foi feito até ali.</translation>
    </message>
    <message>
        <source>The run of item %1 ended without a result.</source>
        <translation>A execução do item %1 terminou sem resultado.</translation>
    </message>
    <message>
        <source>Retry sends the same bytes and will fail again unless something else changes.</source>
        <translation>Repetir envia os mesmos bytes e vai falhar de novo, a menos que outra coisa mude.</translation>
    </message>
    <message>
        <source>The cause may pass: a retry repeats only the steps that are not done.</source>
        <translation>A causa pode passar: repetir refaz só os passos que não estão feitos.</translation>
    </message>
    <message>
        <source>Whether a retry helps is not known. It repeats only the steps that are not done.</source>
        <translation>Não se sabe se repetir ajuda. Repetir refaz só os passos que não estão feitos.</translation>
    </message>
    <message>
        <source>What happened: %1</source>
        <translation>O que aconteceu: %1</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Por quê: %1</translation>
    </message>
    <message>
        <source>Where: %1, line %2 %3</source>
        <translation>Onde: %1, linha %2 %3</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>O que fazer: %1</translation>
    </message>
    <message>
        <source>Manifest: sha256 %1</source>
        <translation>Manifesto: sha256 %1</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 falhou.</translation>
    </message>
    <message>
        <source>Ask whoever runs the worker server to look at %1.</source>
        <translation>Peça a quem cuida do servidor de workers que examine %1.</translation>
    </message>
    <message>
        <source>Ask the administrator of the engine to look at what the checks found.</source>
        <translation>Peça ao administrador do motor que examine o que as verificações encontraram.</translation>
    </message>
    <message>
        <source>The process has no history time to live. The engine of %1 demands one.</source>
        <translation>O processo não tem tempo de vida do histórico. O motor de %1 exige um.</translation>
    </message>
    <message>
        <source>The engine cannot read the model: something in it is not valid.</source>
        <translation>O motor não consegue ler o modelo: algo nele não é válido.</translation>
    </message>
    <message>
        <source>Correct the file, or ask the producer to. New bytes need a new validation and a new approval.</source>
        <translation>Corrija o arquivo ou peça ao produtor que o corrija. Novos bytes exigem nova validação e nova aprovação.</translation>
    </message>
    <message>
        <source>Add camunda:historyTimeToLive to line %1, or ask the producer to. New bytes need a new validation and a new approval.</source>
        <translation>Acrescente camunda:historyTimeToLive à linha %1 ou peça ao produtor que o faça. Novos bytes exigem nova validação e nova aprovação.</translation>
    </message>
    <message>
        <source>Correct line %1, or ask the producer to. New bytes need a new validation and a new approval.</source>
        <translation>Corrija a linha %1 ou peça ao produtor que a corrija. Novos bytes exigem nova validação e nova aprovação.</translation>
    </message>
    <message>
        <source>%1 refused the %2 deployment</source>
        <translation>%1 recusou a implantação de %2</translation>
    </message>
    <message>
        <source>The engine took none of the files that were sent.</source>
        <translation>O motor não aceitou nenhum dos arquivos enviados.</translation>
    </message>
    <message>
        <source>The engine took none of the files that were sent for %1.</source>
        <translation>O motor não aceitou nenhum dos arquivos enviados para %1.</translation>
    </message>
    <message>
        <source>The engine says: %1</source>
        <translation>O motor diz: %1</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tests failed</source>
        <translation>
            <numerusform>%n teste falhou</numerusform>
            <numerusform>%n testes falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>sem testes</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 passaram</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 checks passed</source>
        <translation>%1 de %2 verificações passaram</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 de %3</translation>
    </message>
    <message>
        <source>The runner was lost</source>
        <translation>O executor se perdeu</translation>
    </message>
    <message>
        <source>other bytes: %1</source>
        <translation>outros bytes: %1</translation>
    </message>
    <message>
        <source>the bytes that were approved</source>
        <translation>os bytes que foram aprovados</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>levou %1</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Tent. %1</translation>
    </message>
    <message>
        <source>Approved by %1 for %2</source>
        <translation>Aprovada por %1 para %2</translation>
    </message>
    <message>
        <source>Rejected by %1 for %2</source>
        <translation>Recusada por %1 para %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Waits for an approval for %1</source>
        <translation>Aguarda uma aprovação para %1</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Inserido</translation>
    </message>
    <message>
        <source>Inserted by %1</source>
        <translation>Inserido por %1</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n tentativa</numerusform>
            <numerusform>%n tentativas</numerusform>
        </translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>todas %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n falhou</numerusform>
            <numerusform>%n falharam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n recusado</numerusform>
            <numerusform>%n recusados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>VALIDATE</source>
        <translation>VALIDAR</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TESTAR</translation>
    </message>
    <message>
        <source>APPROVAL</source>
        <translation>APROVAÇÃO</translation>
    </message>
    <message>
        <source>DEPLOY</source>
        <translation>IMPLANTAR</translation>
    </message>
    <message>
        <source>VERIFY</source>
        <translation>VERIFICAR</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Waiting approval</source>
        <translation>Aguardando aprovação</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusada</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Por %1</translation>
    </message>
    <message>
        <source>somebody else&apos;s</source>
        <translation>de outra pessoa</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>sua</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Devolvido</translation>
    </message>
    <message>
        <source>Retry at %1</source>
        <translation>Nova tentativa às %1</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Finished in %1</source>
        <translation>Concluído em %1</translation>
    </message>
    <message>
        <source>forms</source>
        <translation>formulários</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>workers</translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefato</numerusform>
            <numerusform>%n artefatos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>lease lost %1 ago</source>
        <translation>reserva perdida há %1</translation>
    </message>
</context>
<context>
    <name>Releases</name>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>Implantando</translation>
    </message>
    <message>
        <source>Waiting approval</source>
        <translation>Aguardando aprovação</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Validada</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Substituída</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Runs now</source>
        <translation>Roda agora</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 de %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>No sprint</source>
        <translation>Sem sprint</translation>
    </message>
    <message numerus="yes">
        <source>%n releases</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 em execução</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 aguardando</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 falharam</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 na fila</translation>
    </message>
    <message>
        <source>all replaced</source>
        <translation>todas substituídas</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>nenhuma aberta</translation>
    </message>
</context>
<context>
    <name>StageInfo</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n arquivo</numerusform>
            <numerusform>%n arquivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>No tests in this release</source>
        <translation>Sem testes nesta release</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 passaram</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 falharam</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 checks failed</source>
        <translation>%1 de %2 verificações falharam</translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n verificação</numerusform>
            <numerusform>%n verificações</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n feito</numerusform>
            <numerusform>%n feitos</numerusform>
        </translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 de %2 passos</translation>
    </message>
    <message numerus="yes">
        <source>%n workers</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
    <message>
        <source>not started</source>
        <translation>não iniciada</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Não iniciada</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>à frente</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Follows %1</source>
        <translation>Segue %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>em execução</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>Unknown: the run lost its runner</source>
        <translation>Desconhecido: a execução perdeu seu executor</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 steps</source>
        <translation>Parada após %1 de %2 passos</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>concluída</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>Não pedida</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>aguardando</translation>
    </message>
    <message>
        <source>Waiting for a second person</source>
        <translation>Aguardando uma segunda pessoa</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Aguardando você</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>Cancelled by %1</source>
        <translation>Cancelada por %1</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprovada</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>Rejected by %1</source>
        <translation>Recusada por %1</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Waiting approval</source>
        <translation>Aguardando aprovação</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusada</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>Implantando</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Validando</translation>
    </message>
    <message>
        <source>Failed in %1</source>
        <translation>Falhou em %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprovada</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Validada</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar ou executar um comando</translation>
    </message>
</context>
<context>
    <name>pipeline::app::Console</name>
    <message>
        <source>&amp;Runner on this computer</source>
        <translation>&amp;Executor neste computador</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Configurações</translation>
    </message>
    <message>
        <source>The runner has an item under way</source>
        <translation>O executor tem um item em andamento</translation>
    </message>
    <message>
        <source>%1: %2. An item that is stopped goes back to the queue, for this runner later or for another.</source>
        <translation>%1: %2. Um item interrompido volta para a fila, para este executor mais tarde ou para outro.</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Parar agora</translation>
    </message>
    <message>
        <source>Finish in the background, then quit</source>
        <translation>Terminar em segundo plano e sair</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Manter a janela aberta</translation>
    </message>
</context>
<context>
    <name>pipeline::app::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>pipeline::app::Notices</name>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefato</numerusform>
            <numerusform>%n artefatos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1 %</source>
        <translation>cobertura %1 %</translation>
    </message>
    <message>
        <source>%1 waits for your approval</source>
        <translation>%1 aguarda sua aprovação</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>%1 failed in %2</source>
        <translation>%1 falhou em %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>%1 runs in %2</source>
        <translation>%1 roda em %2</translation>
    </message>
    <message>
        <source>Deployed and verified.</source>
        <translation>Implantada e verificada.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>The backlog does not answer</source>
        <translation>O backlog não responde</translation>
    </message>
    <message>
        <source>The engine of %1 does not answer</source>
        <translation>O motor de %1 não responde</translation>
    </message>
    <message>
        <source>What is shown is its last state. Decisions wait; it is asked again by itself.</source>
        <translation>O que se vê é o último estado. As decisões esperam; a consulta se repete sozinha.</translation>
    </message>
    <message>
        <source>The queue works. What runs there is not known; it is asked again by itself.</source>
        <translation>A fila funciona. O que roda lá não se sabe; a consulta se repete sozinha.</translation>
    </message>
</context>
<context>
    <name>pipeline::app::Pages</name>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>&amp;Boas-vindas</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>the chain is broken</source>
        <translation>a cadeia está quebrada</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>&amp;Search in all releases</source>
        <translation>&amp;Procurar em todas as releases</translation>
    </message>
    <message>
        <source>The chain of the audit trail is broken</source>
        <translation>A cadeia da auditoria está quebrada</translation>
    </message>
    <message>
        <source>Entries from the break on are not proven.</source>
        <translation>As entradas a partir da quebra não estão provadas.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>pipeline::app::TrayIcon</name>
    <message>
        <source>Open the window</source>
        <translation>Abrir a janela</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Parar agora</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AboutCard</name>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Interface library Qt %1 · speaks with Camunda 7</source>
        <translation>Biblioteca de interface Qt %1 · conversa com Camunda 7</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copiar versões</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>for this user, at once</source>
        <translation>deste usuário, na hora</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidade</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacta</translation>
    </message>
    <message>
        <source>height of the rows in tables</source>
        <translation>altura das linhas nas tabelas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>identifiers are never translated</source>
        <translation>identificadores nunca são traduzidos</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>depois de reiniciar</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ApprovalPane</name>
    <message>
        <source>valid for these exact bytes</source>
        <translation>vale exatamente para estes bytes</translation>
    </message>
    <message>
        <source>Reason (required to reject)</source>
        <translation>Motivo (obrigatório para recusar)</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Recusar…</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>O que vai</translation>
    </message>
    <message>
        <source>What did you check?</source>
        <translation>O que você conferiu?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>What goes out to %1</source>
        <translation>O que vai para %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>Your approval</source>
        <translation>Sua aprovação</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprovação</translation>
    </message>
    <message>
        <source>Approve for %1</source>
        <translation>Aprovar para %1</translation>
    </message>
    <message>
        <source>Copy manifest digest</source>
        <translation>Copiar o resumo do manifesto</translation>
    </message>
    <message>
        <source>Copy the full manifest digest</source>
        <translation>Copiar o resumo do manifesto completo</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifesto</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source> · minimum %1 %</source>
        <translation> · mínimo %1 %</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>não testada</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Ler</translation>
    </message>
    <message>
        <source>Read the findings</source>
        <translation>Ler os apontamentos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Apontamentos</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>Four eyes</source>
        <translation>Quatro olhos</translation>
    </message>
    <message>
        <source>Finding out who prepared it</source>
        <translation>Descobrindo quem a preparou</translation>
    </message>
    <message>
        <source>You did not prepare this release</source>
        <translation>Você não preparou esta release</translation>
    </message>
    <message>
        <source>Somebody else has to approve</source>
        <translation>Outra pessoa precisa aprovar</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>Aprovada por %1</translation>
    </message>
    <message>
        <source>Rejected by %1</source>
        <translation>Recusada por %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Your decision is being recorded.</source>
        <translation>Sua decisão está sendo registrada.</translation>
    </message>
    <message>
        <source>The environment %1 is not configured on this computer.</source>
        <translation>O ambiente %1 não está configurado neste computador.</translation>
    </message>
    <message numerus="yes">
        <source>%n findings block the approval.</source>
        <translation>
            <numerusform>%n apontamento bloqueia a aprovação.</numerusform>
            <numerusform>%n apontamentos bloqueiam a aprovação.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who prepared this release is being found out.</source>
        <translation>Descobrindo quem preparou esta release.</translation>
    </message>
    <message>
        <source>The policy of %1 asks for no approval.</source>
        <translation>A política de %1 não pede aprovação.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision yet: VALIDATE and TEST come first.</source>
        <translation>Nada aguarda decisão ainda: VALIDAR e TESTAR vêm antes.</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ArtefactTree</name>
    <message>
        <source>Filter files</source>
        <translation>Filtrar arquivos</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>Artefatos</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Workers</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n apontamento</numerusform>
            <numerusform>%n apontamentos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AuditFilterBar</name>
    <message>
        <source>Text, digest, item</source>
        <translation>Texto, resumo, item</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AuditModel</name>
    <message>
        <source>not proven</source>
        <translation>não comprovado</translation>
    </message>
    <message>
        <source>authenticated</source>
        <translation>autenticado</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>declarado</translation>
    </message>
    <message>
        <source>The database knows this account.</source>
        <translation>O banco de dados conhece esta conta.</translation>
    </message>
    <message>
        <source>The name is what the program was told; the embedded database knows no accounts.</source>
        <translation>O nome é o que foi dito ao programa; o banco de dados embutido não conhece contas.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>Append-only journal of the backlog</source>
        <translation>Diário do backlog, só de acréscimo</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write what the filter shows to a file</source>
        <translation>Gravar em arquivo o que o filtro mostra</translation>
    </message>
    <message>
        <source>Still loading from %1</source>
        <translation>Ainda carregando de %1</translation>
    </message>
    <message>
        <source>Entries of the journal</source>
        <translation>Registros do diário</translation>
    </message>
    <message>
        <source>The journal cannot be read</source>
        <translation>O diário não pode ser lido</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>No entry matches %1</source>
        <translation>Nenhum registro corresponde a %1</translation>
    </message>
    <message numerus="yes">
        <source>The journal has %n entries.</source>
        <translation>
            <numerusform>O diário tem %n registro.</numerusform>
            <numerusform>O diário tem %n registros.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>The journal is empty</source>
        <translation>O diário está vazio</translation>
    </message>
    <message>
        <source>Each act of a person or a runner adds an entry: what was inserted, approved, deployed or changed.</source>
        <translation>Cada ato de uma pessoa ou de um executor acrescenta um registro: o que foi inserido, aprovado, implantado ou alterado.</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AuditTab</name>
    <message>
        <source>Entries of the audit trail about this release</source>
        <translation>Registros da auditoria sobre esta release</translation>
    </message>
    <message>
        <source>Still loading the audit trail</source>
        <translation>Ainda carregando a auditoria</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>Nada registrado ainda</translation>
    </message>
    <message>
        <source>Every decision and every deployment of this release is recorded here.</source>
        <translation>Cada decisão e cada implantação desta release fica registrada aqui.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>%1, account %2, %3</source>
        <translation>%1, conta %2, %3</translation>
    </message>
    <message>
        <source>authenticated</source>
        <translation>autenticado</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>declarado</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::BacklogCard</name>
    <message>
        <source>Backlog</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>from pipeline.toml</source>
        <translation>de pipeline.toml</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>Kept on</source>
        <translation>Guardado em</translation>
    </message>
    <message>
        <source>One file. Names are declared.</source>
        <translation>Um arquivo. Os nomes são declarados.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Testar agora</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>consultando</translation>
    </message>
    <message>
        <source>Connected, %1 ms</source>
        <translation>Conectado, %1 ms</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::BreakCard</name>
    <message>
        <source>What it means</source>
        <translation>O que significa</translation>
    </message>
    <message>
        <source>Still proven</source>
        <translation>Ainda comprovado</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>Export proof…</source>
        <translation>Exportar prova…</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Explicar…</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>Cadeia quebrada no registro %1</translation>
    </message>
    <message>
        <source>%1 · claims to be by %2 · %3</source>
        <translation>%1 · diz ser de %2 · %3</translation>
    </message>
    <message>
        <source>Entry %1: %2. Who did it is not known.</source>
        <translation>Registro %1: %2. Não se sabe quem o fez.</translation>
    </message>
    <message>
        <source>Entries 1 to %1. The %2 from there on are shown as “not proven”.</source>
        <translation>Registros 1 a %1. Os %2 a partir dali aparecem como “não comprovado”.</translation>
    </message>
    <message>
        <source>None of the %1 entries.</source>
        <translation>Nenhum dos %1 registros.</translation>
    </message>
    <message>
        <source>Ask the administrator of the database who wrote to the journal. Nothing is repaired here; an explanation becomes an entry of its own.</source>
        <translation>Pergunte ao administrador do banco de dados quem escreveu no diário. Nada é reparado aqui; uma explicação se torna um registro próprio.</translation>
    </message>
    <message>
        <source>Show entry %1</source>
        <translation>Mostrar registro %1</translation>
    </message>
    <message>
        <source>What it means: %1</source>
        <translation>O que significa: %1</translation>
    </message>
    <message>
        <source>Still proven: %1</source>
        <translation>Ainda comprovado: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>O que fazer: %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ChainStrip</name>
    <message>
        <source>Verify now</source>
        <translation>Verificar agora</translation>
    </message>
    <message>
        <source>State of the journal&apos;s chain</source>
        <translation>Estado da cadeia do diário</translation>
    </message>
    <message>
        <source>the check was stopped</source>
        <translation>a verificação foi interrompida</translation>
    </message>
    <message>
        <source>Read all entries and compute their digests anew</source>
        <translation>Ler todos os registros e recalcular seus resumos</translation>
    </message>
    <message>
        <source>Unknown since %1</source>
        <translation>Desconhecido desde %1</translation>
    </message>
    <message>
        <source>The chain of entries is not checked yet.</source>
        <translation>A cadeia de registros ainda não foi verificada.</translation>
    </message>
    <message>
        <source>The chain of entries is not checked: %1.</source>
        <translation>A cadeia de registros não está verificada: %1.</translation>
    </message>
    <message>
        <source>Checking the chain</source>
        <translation>Verificando a cadeia</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>%1 de %2 registros</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Parar a verificação</translation>
    </message>
    <message>
        <source>Chain intact</source>
        <translation>Cadeia íntegra</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; entries, each bound to the one before it</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; registros, cada um ligado ao anterior</translation>
    </message>
    <message>
        <source> · %1 newer not checked</source>
        <translation> · %1 mais novos não verificados</translation>
    </message>
    <message>
        <source>checked %1, %2 s</source>
        <translation>verificada %1, %2 s</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ChoiceButton</name>
    <message>
        <source>any</source>
        <translation>qualquer</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::CodeSearchBar</name>
    <message>
        <source>Search in this file</source>
        <translation>Buscar neste arquivo</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Ocorrência anterior (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Próxima ocorrência (Enter)</translation>
    </message>
    <message>
        <source>Close search (Esc)</source>
        <translation>Fechar busca (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::CodeView</name>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Fonte de %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ConnectionTest</name>
    <message>
        <source>Stored secret</source>
        <translation>Segredo guardado</translation>
    </message>
    <message>
        <source>Address answers</source>
        <translation>Endereço responde</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Autenticação</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>Segredo do webhook</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Teste de conexão</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>ainda não testado</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>testando</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Testar de novo</translation>
    </message>
    <message>
        <source>%1 passed, %2 to fix</source>
        <translation>%1 passaram, %2 a corrigir</translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passou</numerusform>
            <numerusform>%n passaram</numerusform>
        </translation>
    </message>
    <message>
        <source>Not tested: something before it failed</source>
        <translation>Não testado: algo antes falhou</translation>
    </message>
    <message>
        <source>Enter it above; it goes into the system keychain and stands in no file.</source>
        <translation>Informe-o acima; ele vai para o cofre de senhas do sistema e não fica em arquivo algum.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::CoverageDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>below</source>
        <translation>abaixo</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::DateRangeButton</name>
    <message>
        <source>Date range</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dias</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dias</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo o período</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primeiro dia</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último dia</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Mostrar estes dias</translation>
    </message>
    <message>
        <source>Date range: %1</source>
        <translation>Período: %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::DecisionDialog</name>
    <message>
        <source>Approve %1 for %2?</source>
        <translation>Aprovar %1 para %2?</translation>
    </message>
    <message>
        <source>Reject %1?</source>
        <translation>Recusar %1?</translation>
    </message>
    <message>
        <source>A runner deploys exactly these bytes. The decision is recorded with your name.</source>
        <translation>Um executor implanta exatamente estes bytes. A decisão é registrada com o seu nome.</translation>
    </message>
    <message>
        <source>Nothing is deployed. The decision and its reason are recorded with your name.</source>
        <translation>Nada é implantado. A decisão e seu motivo são registrados com o seu nome.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifesto</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>Artefatos</translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefato</numerusform>
            <numerusform>%n artefatos</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason (at least %1 characters)</source>
        <translation>Motivo (pelo menos %1 caracteres)</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Continuar aguardando</translation>
    </message>
    <message>
        <source>Approve for %1</source>
        <translation>Aprovar para %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>Recusar %1</translation>
    </message>
    <message>
        <source>Nothing was tested: the release has no tests.</source>
        <translation>Nada foi testado: a release não tem testes.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, see Findings</source>
        <translation>
            <numerusform>e mais %n, veja Apontamentos</numerusform>
            <numerusform>e mais %n, veja Apontamentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more characters</source>
        <translation>
            <numerusform>mais %n caractere</numerusform>
            <numerusform>mais %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, line %2: %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;, linha %2: %3</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EntryLine</name>
    <message>
        <source>Open release</source>
        <translation>Abrir release</translation>
    </message>
    <message>
        <source>Copy entry</source>
        <translation>Copiar registro</translation>
    </message>
    <message>
        <source>Selected entry</source>
        <translation>Registro selecionado</translation>
    </message>
    <message>
        <source>Copy entry (Ctrl+C in the table)</source>
        <translation>Copiar registro (Ctrl+C na tabela)</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Registro %1</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>item %1</translation>
    </message>
    <message>
        <source>account %1, signed in to the database</source>
        <translation>conta %1, autenticada no banco de dados</translation>
    </message>
    <message>
        <source>account %1 of the computer</source>
        <translation>conta %1 do computador</translation>
    </message>
    <message>
        <source>previous %1 → this %2</source>
        <translation>anterior %1 → este %2</translation>
    </message>
    <message>
        <source>Previous %1
This %2</source>
        <translation>Anterior %1
Este %2</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EnvironmentForm</name>
    <message>
        <source>Engine address</source>
        <translation>Endereço do motor</translation>
    </message>
    <message>
        <source>/engine-rest is appended unless the address ends in it.</source>
        <translation>/engine-rest é acrescentado, a menos que o endereço termine assim.</translation>
    </message>
    <message>
        <source>This needs an http or https address without user and password, such as https://camunda.example.com.</source>
        <translation>Informe um endereço http ou https sem usuário e senha, como https://camunda.example.com.</translation>
    </message>
    <message>
        <source>Workers’ webhook</source>
        <translation>Webhook dos workers</translation>
    </message>
    <message>
        <source>After the push a signed webhook restarts the workers. Empty: this environment has none.</source>
        <translation>Após o push, um webhook assinado reinicia os workers. Vazio: este ambiente não tem nenhum.</translation>
    </message>
    <message>
        <source>This needs an http or https address without user and password.</source>
        <translation>Informe um endereço http ou https sem usuário e senha.</translation>
    </message>
    <message>
        <source>A release needs</source>
        <translation>Uma release precisa de</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>a passed validation</source>
        <translation>uma validação concluída</translation>
    </message>
    <message>
        <source>an approval by a second person</source>
        <translation>uma aprovação de uma segunda pessoa</translation>
    </message>
    <message>
        <source>An approval holds</source>
        <translation>Uma aprovação vale</translation>
    </message>
    <message>
        <source>This needs a whole number from 1 to 3650.</source>
        <translation>Informe um número inteiro de 1 a 3650.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dias</translation>
    </message>
    <message>
        <source>Coverage, at least</source>
        <translation>Cobertura, no mínimo</translation>
    </message>
    <message>
        <source>This needs a number from 0 to 100.</source>
        <translation>Informe um número de 0 a 100.</translation>
    </message>
    <message>
        <source>% of lines; 0 demands nothing</source>
        <translation>% das linhas; 0 não exige nada</translation>
    </message>
    <message>
        <source>History time to live</source>
        <translation>History time to live</translation>
    </message>
    <message>
        <source>models must have one</source>
        <translation>modelos precisam ter</translation>
    </message>
    <message>
        <source>models may lack it</source>
        <translation>modelos podem não ter</translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation>Testes de fumaça</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>of decisions</source>
        <translation>de decisões</translation>
    </message>
    <message>
        <source>of decisions and processes</source>
        <translation>de decisões e processos</translation>
    </message>
    <message>
        <source>When VERIFY fails</source>
        <translation>Quando VERIFICAR falha</translation>
    </message>
    <message>
        <source>what was deployed stays</source>
        <translation>o que foi implantado fica</translation>
    </message>
    <message>
        <source>the release before is deployed again</source>
        <translation>a release anterior é reimplantada</translation>
    </message>
    <message>
        <source>VERIFY waits</source>
        <translation>VERIFICAR espera</translation>
    </message>
    <message>
        <source>This needs a whole number from 0 to 3600.</source>
        <translation>Informe um número inteiro de 0 a 3600.</translation>
    </message>
    <message>
        <source>s for workers and incidents to settle</source>
        <translation>s até workers e incidentes se acomodarem</translation>
    </message>
    <message>
        <source>This needs the full path of a file.</source>
        <translation>Informe o caminho completo de um arquivo.</translation>
    </message>
    <message>
        <source>Cockpit</source>
        <translation>Cockpit</translation>
    </message>
    <message>
        <source>Where people look at instances.</source>
        <translation>Onde as pessoas olham as instâncias.</translation>
    </message>
    <message>
        <source>This needs an http or https address.</source>
        <translation>Informe um endereço http ou https.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>Of deployments’ names; empty: this computer’s.</source>
        <translation>Dos nomes das implantações; vazio: o deste computador.</translation>
    </message>
    <message>
        <source>This needs a time zone such as America/Sao_Paulo.</source>
        <translation>Informe um fuso horário como America/Sao_Paulo.</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Autoridades</translation>
    </message>
    <message>
        <source>A PEM file of authorities to trust besides the system’s.</source>
        <translation>Um arquivo PEM de autoridades confiáveis além das do sistema.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificado do cliente</translation>
    </message>
    <message>
        <source>This needs the full path of a file, and its key below.</source>
        <translation>Informe o caminho completo de um arquivo, e a chave dele abaixo.</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Chave do cliente</translation>
    </message>
    <message>
        <source>This needs the full path of a file, and its certificate above.</source>
        <translation>Informe o caminho completo de um arquivo, e o certificado dela acima.</translation>
    </message>
    <message>
        <source>Plain http</source>
        <translation>http sem TLS</translation>
    </message>
    <message>
        <source>May go to another computer without TLS</source>
        <translation>Pode ir a outro computador sem TLS</translation>
    </message>
    <message>
        <source>Workers restart by</source>
        <translation>Workers reiniciam por</translation>
    </message>
    <message>
        <source>the signed webhook</source>
        <translation>o webhook assinado</translation>
    </message>
    <message>
        <source>the push itself</source>
        <translation>o próprio push</translation>
    </message>
    <message>
        <source>Workers’ health</source>
        <translation>Saúde dos workers</translation>
    </message>
    <message>
        <source>Addresses that tell whether workers are well, separated by blanks.</source>
        <translation>Endereços que dizem se os workers estão bem, separados por espaços.</translation>
    </message>
    <message>
        <source>This needs http or https addresses, separated by blanks.</source>
        <translation>Informe endereços http ou https, separados por espaços.</translation>
    </message>
    <message>
        <source>This is production</source>
        <translation>Este é o ambiente de produção</translation>
    </message>
    <message>
        <source>What a release needs to go there</source>
        <translation>O que uma release precisa para ir para lá</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mais configurações</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>Segredo do webhook</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Usuário e senha</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Autenticação</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>A name has 1 to 64 letters without accents, digits, _ or -.</source>
        <translation>Um nome tem de 1 a 64 letras sem acento, dígitos, _ ou -.</translation>
    </message>
    <message>
        <source>There is an environment %1 already.</source>
        <translation>Já existe um ambiente %1.</translation>
    </message>
    <message>
        <source>Production is marked everywhere, and asks for its name before a redeploy.</source>
        <translation>A produção é marcada em toda parte e pede seu nome antes de reimplantar.</translation>
    </message>
    <message>
        <source>User and password need a user.</source>
        <translation>Usuário e senha precisam de um usuário.</translation>
    </message>
    <message>
        <source>Token of %1</source>
        <translation>Token de %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Senha de %1</translation>
    </message>
    <message>
        <source>needed to deploy</source>
        <translation>necessário para implantar</translation>
    </message>
    <message>
        <source>Webhook secret of %1</source>
        <translation>Segredo do webhook de %1</translation>
    </message>
    <message>
        <source>needed to restart workers</source>
        <translation>necessário para reiniciar workers</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Menos configurações</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EnvironmentList</name>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Novo ambiente</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ainda não salvo</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>ainda não testado</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected, %1 ms</source>
        <translation>Conectado, %1 ms</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produção</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EnvironmentMark</name>
    <message>
        <source>Environment %1, production</source>
        <translation>Ambiente %1, produção</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Ambiente %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EnvironmentsPage</name>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remover…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Add environment</source>
        <translation>Incluir ambiente</translation>
    </message>
    <message>
        <source>No environment yet</source>
        <translation>Nenhum ambiente ainda</translation>
    </message>
    <message>
        <source>An environment is a Camunda 7 engine with its workers. Releases are deployed to it; passwords go to the system keychain.</source>
        <translation>Um ambiente é um motor Camunda 7 com seus workers. As releases são implantadas nele; as senhas vão para o cofre de senhas do sistema.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Em %1</translation>
    </message>
    <message>
        <source>The file pipeline.toml holds addresses and names only</source>
        <translation>O arquivo pipeline.toml guarda só endereços e nomes</translation>
    </message>
    <message numerus="yes">
        <source>%n in pipeline.toml</source>
        <translation>
            <numerusform>%n em pipeline.toml</numerusform>
            <numerusform>%n em pipeline.toml</numerusform>
        </translation>
    </message>
    <message>
        <source>Item %1 is being deployed there: the mark stays until it has ended.</source>
        <translation>O item %1 está sendo implantado lá: a marca fica até ele terminar.</translation>
    </message>
    <message>
        <source>Discard the new environment?</source>
        <translation>Descartar o novo ambiente?</translation>
    </message>
    <message>
        <source>Discard the changes to %1?</source>
        <translation>Descartar as alterações de %1?</translation>
    </message>
    <message>
        <source>They are not saved in pipeline.toml yet.</source>
        <translation>Elas ainda não estão salvas em pipeline.toml.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 está salvo</translation>
    </message>
    <message>
        <source>The change is in the audit trail.</source>
        <translation>A alteração está na auditoria.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Remover %1?</translation>
    </message>
    <message>
        <source>Its section is taken out of pipeline.toml; all else in the file stays. Its secrets stay in the keychain.</source>
        <translation>A seção dele sai de pipeline.toml; todo o resto do arquivo fica. Os segredos dele ficam no cofre de senhas.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 foi removido</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Manter %1</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Salvar (Ctrl+S)</translation>
    </message>
    <message>
        <source>Offline: every change is recorded, which needs the database</source>
        <translation>Sem conexão: toda alteração é registrada, o que precisa do banco de dados</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ExplanationDialog</name>
    <message>
        <source>Explain the break at entry %1</source>
        <translation>Explicar a quebra no registro %1</translation>
    </message>
    <message>
        <source>What was found out about entry %1, and who found it out. The explanation is added to the journal under your name; the broken entry stays as it is.</source>
        <translation>O que se descobriu sobre o registro %1, e quem descobriu. A explicação é acrescentada ao diário com o seu nome; o registro quebrado fica como está.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicação</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Deixar em aberto</translation>
    </message>
    <message>
        <source>Record explanation</source>
        <translation>Registrar explicação</translation>
    </message>
    <message numerus="yes">
        <source>%n more characters</source>
        <translation>
            <numerusform>mais %n caractere</numerusform>
            <numerusform>mais %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>Becomes an entry</source>
        <translation>Vira um registro</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::FailureCard</name>
    <message>
        <source>Open source</source>
        <translation>Abrir fonte</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Repetir…</translation>
    </message>
    <message>
        <source>Retry from %1…</source>
        <translation>Repetir a partir de %1…</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>, linha %1</translation>
    </message>
    <message>
        <source>, element %1</source>
        <translation>, elemento %1</translation>
    </message>
    <message>
        <source>%1 · after %2</source>
        <translation>%1 · após %2</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::FindingsTab</name>
    <message>
        <source>Copy for the producer</source>
        <translation>Copiar para o produtor</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Apontamentos</translation>
    </message>
    <message>
        <source>F8 next, Shift+F8 previous</source>
        <translation>F8 próximo, Shift+F8 anterior</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Nenhum apontamento</translation>
    </message>
    <message numerus="yes">
        <source>VALIDATE read %n files and found nothing to say.</source>
        <translation>
            <numerusform>VALIDAR leu %n arquivo e não tem nada a dizer.</numerusform>
            <numerusform>VALIDAR leu %n arquivos e não tem nada a dizer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not validated yet</source>
        <translation>Ainda não validada</translation>
    </message>
    <message>
        <source>What VALIDATE finds stands here once it has ended.</source>
        <translation>O que VALIDAR encontra aparece aqui quando termina.</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>linha %1</translation>
    </message>
    <message>
        <source>%1 is no file of the release</source>
        <translation>%1 não é um arquivo da release</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::HistoryDelegate</name>
    <message>
        <source>Try %1</source>
        <translation>Tent. %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::HistoryView</name>
    <message>
        <source>History of the release</source>
        <translation>Histórico da release</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::JournalActs</name>
    <message>
        <source>Export the journal</source>
        <translation>Exportar o diário</translation>
    </message>
    <message>
        <source>CSV for spreadsheets (*.csv);;JSON, exact (*.json)</source>
        <translation>CSV para planilhas (*.csv);;JSON, exato (*.json)</translation>
    </message>
    <message>
        <source>Export the proof of the break</source>
        <translation>Exportar a prova da quebra</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries exported</source>
        <translation>
            <numerusform>%n registro exportado</numerusform>
            <numerusform>%n registros exportados</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was not written</source>
        <translation>A exportação não foi gravada</translation>
    </message>
    <message>
        <source>The explanation was not recorded</source>
        <translation>A explicação não foi registrada</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LanguageBox</name>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LocalRunner</name>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>on · starting</source>
        <translation>ligado · iniciando</translation>
    </message>
    <message>
        <source>on · backlog out of reach</source>
        <translation>ligado · backlog fora de alcance</translation>
    </message>
    <message>
        <source>on · idle</source>
        <translation>ligado · ocioso</translation>
    </message>
    <message>
        <source>on · item %1</source>
        <translation>ligado · item %1</translation>
    </message>
    <message>
        <source>on · item %1 · %2</source>
        <translation>ligado · item %1 · %2</translation>
    </message>
    <message>
        <source>ends after item %1</source>
        <translation>para após o item %1</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>parando</translation>
    </message>
    <message numerus="yes">
        <source>on · %n items</source>
        <translation>
            <numerusform>ligado · %n item</numerusform>
            <numerusform>ligado · %n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends after %n items</source>
        <translation>
            <numerusform>termina após %n item</numerusform>
            <numerusform>termina após %n itens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LogCard</name>
    <message>
        <source>Log files</source>
        <translation>Arquivos de registro</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>neste computador</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Informações</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>errors are always written</source>
        <translation>erros são sempre gravados</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>Dias a guardar</translation>
    </message>
    <message>
        <source>Megabytes at most</source>
        <translation>Megabytes no máximo</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>days, at most</source>
        <translation>dias, no máximo</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Secrets are never logged</source>
        <translation>Segredos nunca são gravados</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 agora</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Salvar relatório…</translation>
    </message>
    <message>
        <source>Versions and the end of the log, for whoever looks after this program</source>
        <translation>Versões e o fim do log, para quem cuida deste programa</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Salvar relatório</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Salvo como %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LogModel</name>
    <message>
        <source>error</source>
        <translation>erro</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>Taken by %1 on %2, attempt %3</source>
        <translation>Iniciado por %1 em %2, tentativa %3</translation>
    </message>
    <message>
        <source>Stage %1: %2</source>
        <translation>Etapa %1: %2</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Devolvido: %1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Encerrado: %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LogTab</name>
    <message>
        <source>Steps of the run</source>
        <translation>Passos da execução</translation>
    </message>
    <message>
        <source>Run and attempt</source>
        <translation>Execução e tentativa</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Falha</translation>
    </message>
    <message>
        <source>Nothing ran yet</source>
        <translation>Nada foi executado ainda</translation>
    </message>
    <message>
        <source>Each run writes its log here while it goes.</source>
        <translation>Cada execução escreve seu log aqui enquanto anda.</translation>
    </message>
    <message>
        <source>%1 · item %2</source>
        <translation>%1 · item %2</translation>
    </message>
    <message>
        <source>%1 · item %2 · attempt %3 · %4</source>
        <translation>%1 · item %2 · tentativa %3 · %4</translation>
    </message>
    <message>
        <source>Item %1 of %2</source>
        <translation>Item %1 de %2</translation>
    </message>
    <message>
        <source>Cancel the run of %1?</source>
        <translation>Cancelar a execução de %1?</translation>
    </message>
    <message>
        <source>The runner stops after the current step. What %1 has accepted stays; nothing is rolled back.</source>
        <translation>O executor para após o passo atual. O que %1 aceitou fica; nada é revertido.</translation>
    </message>
    <message>
        <source>The runner stops after the current step. Nothing is deployed.</source>
        <translation>O executor para após o passo atual. Nada é implantado.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Continuar executando</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Cancelar execução</translation>
    </message>
    <message>
        <source>Cancelling is asked for</source>
        <translation>Cancelamento pedido</translation>
    </message>
    <message>
        <source>Retry %1 in %2?</source>
        <translation>Repetir %1 em %2?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Deixar como está</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>The run is queued again</source>
        <translation>A execução está na fila de novo</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LogView</name>
    <message>
        <source>Search log</source>
        <translation>Buscar no log</translation>
    </message>
    <message>
        <source>Following the end</source>
        <translation>Seguindo o fim</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copiar log</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Copiar as linhas mostradas</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>Linhas do log</translation>
    </message>
    <message>
        <source>Follow the end of the log (Ctrl+End)</source>
        <translation>Seguir o fim do log (Ctrl+End)</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 de %n linha</numerusform>
            <numerusform>%1 de %n linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::MainWindow</name>
    <message>
        <source>%1 — Prometheus Pipeline</source>
        <translation>%1 — Prometheus Pipeline</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Execução</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Ferramentas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Atualizar</translation>
    </message>
    <message>
        <source>&amp;Search in this page</source>
        <translation>&amp;Buscar nesta página</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Voltar</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Comandos…</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>%1 (sample)</source>
        <translation>%1 (exemplo)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Próximo painel</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Painel &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atalhos do &amp;teclado</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::NeedsYouPanel</name>
    <message>
        <source>Needs you</source>
        <translation>Precisa de você</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Mais antigos primeiro</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the table below</source>
        <translation>
            <numerusform>mais %n na tabela abaixo</numerusform>
            <numerusform>mais %n na tabela abaixo</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve for %1</source>
        <translation>Aprovar para %1</translation>
    </message>
    <message>
        <source>coverage %1 %</source>
        <translation>cobertura %1 %</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>não testada</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>aguarda há %1</translation>
    </message>
    <message>
        <source>%1 failed in %2: %3</source>
        <translation>%1 falhou em %2: %3</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>A execução</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>Investigar</translation>
    </message>
    <message>
        <source>waiting since %1</source>
        <translation>aguardando desde %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>há %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::NoticesCard</name>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>for this user, at once</source>
        <translation>deste usuário, na hora</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>No console</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Na área de trabalho</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Avise-me quando</translation>
    </message>
    <message>
        <source>A release waits for my approval</source>
        <translation>Uma release aguarda minha aprovação</translation>
    </message>
    <message>
        <source>A deployment that I approved fails</source>
        <translation>Uma implantação que aprovei falha</translation>
    </message>
    <message>
        <source>A deployment that I approved ends well</source>
        <translation>Uma implantação que aprovei termina bem</translation>
    </message>
    <message>
        <source>The backlog or an engine is lost</source>
        <translation>O backlog ou um motor se perde</translation>
    </message>
    <message>
        <source>Notices hold no file contents and no secrets.</source>
        <translation>Os avisos não trazem conteúdo de arquivos nem segredos.</translation>
    </message>
    <message>
        <source>The chain of the audit trail is broken</source>
        <translation>A cadeia da auditoria está quebrada</translation>
    </message>
    <message>
        <source>The chain of the audit trail is broken: always in the console</source>
        <translation>A cadeia da auditoria está quebrada: sempre no console</translation>
    </message>
    <message>
        <source>A broken chain is always told</source>
        <translation>Uma cadeia quebrada é sempre avisada</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::OfflineNote</name>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>&lt;b&gt;No connection to the backlog database.&lt;/b&gt;</source>
        <translation>&lt;b&gt;Sem conexão com o banco do backlog.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>You see the state of %1.</source>
        <translation>Você vê o estado de %1.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <translation>Próxima tentativa em %1 s.</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar ou executar um comando</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Newest releases</source>
        <translation>Releases mais novas</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
    <message>
        <source>Actions on %1</source>
        <translation>Ações em %1</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose environment %1</source>
        <translation>Escolher ambiente %1</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produção</translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefato</numerusform>
            <numerusform>%n artefatos</numerusform>
        </translation>
    </message>
    <message>
        <source>Review release</source>
        <translation>Revisar release</translation>
    </message>
    <message>
        <source>Show its log</source>
        <translation>Mostrar o log</translation>
    </message>
    <message>
        <source>Copy link to release</source>
        <translation>Copiar link da release</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>escolher</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next group</source>
        <translation>próximo grupo</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>fechar</translation>
    </message>
    <message>
        <source>Release, command, &gt; command, # item or @ file</source>
        <translation>Release, comando, &gt; comando, # item ou @ arquivo</translation>
    </message>
    <message>
        <source>&gt; commands   # item   @ file</source>
        <translation>&gt; comandos   # item   @ arquivo</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::PaletteDelegate</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::PaletteSearch</name>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueueDetails</name>
    <message>
        <source>Review release</source>
        <translation>Revisar release</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Copy item id</source>
        <translation>Copiar id do item</translation>
    </message>
    <message>
        <source>Copy item id (Ctrl+C in the table)</source>
        <translation>Copiar id do item (Ctrl+C na tabela)</translation>
    </message>
    <message>
        <source>Select an item to see its facts, artefacts and history.</source>
        <translation>Selecione um item para ver seus dados, artefatos e histórico.</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Item %1</translation>
    </message>
    <message>
        <source>Item %1 · %2%3</source>
        <translation>Item %1 · %2%3</translation>
    </message>
    <message>
        <source> · for %1</source>
        <translation> · para %1</translation>
    </message>
    <message>
        <source>Open release</source>
        <translation>Abrir release</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Pedido por</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>não informado</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>no tests in this release</source>
        <translation>sem testes nesta release</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 passaram, %2 falharam</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Apontamentos</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifesto</translation>
    </message>
    <message>
        <source>Artefacts · %1</source>
        <translation>Artefatos · %1</translation>
    </message>
    <message>
        <source>History of this release</source>
        <translation>Histórico desta release</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueueFilterBar</name>
    <message>
        <source>Release, file, sha, worker</source>
        <translation>Release, arquivo, sha, worker</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Encerrados</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>Sprint</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueueModel</name>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>sprint %1</source>
        <translation>sprint %1</translation>
    </message>
    <message>
        <source>Inserted %1
Changed %2</source>
        <translation>Inserido %1
Alterado %2</translation>
    </message>
    <message>
        <source>Attempt %1 of at most %2</source>
        <translation>Tentativa %1 de no máximo %2</translation>
    </message>
    <message>
        <source>Lease until %1</source>
        <translation>Reserva até %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>Sprint</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>Artefatos</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Idade</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Tent.</translation>
    </message>
    <message>
        <source>Worker · lease</source>
        <translation>Worker · reserva</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>às %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message numerus="yes">
        <source>%n new items</source>
        <translation>
            <numerusform>%n item novo</numerusform>
            <numerusform>%n itens novos</numerusform>
        </translation>
    </message>
    <message>
        <source>Still loading from %1</source>
        <translation>Ainda carregando de %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n items</source>
        <translation>
            <numerusform>%1 de %n item</numerusform>
            <numerusform>%1 de %n itens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 em execução</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 na fila</translation>
    </message>
    <message>
        <source>The backlog cannot be read</source>
        <translation>O backlog não pode ser lido</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>No item matches %1</source>
        <translation>Nenhum item corresponde a %1</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>A fila está vazia</translation>
    </message>
    <message>
        <source>PROMETHEUS, or you, puts releases here. Each one is validated and tested by a runner, then waits for an approval.</source>
        <translation>O PROMETHEUS, ou você, põe releases aqui. Cada uma é validada e testada por um executor e depois aguarda uma aprovação.</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Sem conexão desde %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message>
        <source>Open the sample release</source>
        <translation>Abrir a release de exemplo</translation>
    </message>
    <message numerus="yes">
        <source>%n items are hidden.</source>
        <translation>
            <numerusform>%n item está oculto.</numerusform>
            <numerusform>%n itens estão ocultos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1, %n items match.</source>
        <translation>
            <numerusform>Sem %1, %n item corresponde.</numerusform>
            <numerusform>Sem %1, %n itens correspondem.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>Drop %1</source>
        <translation>Retirar %1</translation>
    </message>
    <message>
        <source>state of %1</source>
        <translation>estado de %1</translation>
    </message>
    <message>
        <source>Show or hide &amp;details</source>
        <translation>Mostrar ou ocultar &amp;detalhes</translation>
    </message>
    <message>
        <source>&amp;Review the selected release</source>
        <translation>&amp;Revisar a release selecionada</translation>
    </message>
    <message>
        <source>Approve, retry and cancel wait for it; nothing is sent later by itself.</source>
        <translation>Aprovar, repetir e cancelar esperam por ele; nada é enviado depois por conta própria.</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueueTable</name>
    <message>
        <source>Items of the queue</source>
        <translation>Itens da fila</translation>
    </message>
    <message>
        <source>Open release</source>
        <translation>Abrir release</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copiar linha</translation>
    </message>
    <message>
        <source>Copy item id</source>
        <translation>Copiar id do item</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n need you</source>
        <translation>
            <numerusform>%1, %n precisa de você</numerusform>
            <numerusform>%1, %n precisam de você</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReadinessLine</name>
    <message>
        <source>Turn on here…</source>
        <translation>Ligar aqui…</translation>
    </message>
    <message>
        <source>Shows what a runner here would need and do</source>
        <translation>Mostra o que um executor aqui precisaria e faria</translation>
    </message>
    <message>
        <source>No environment, nothing can be deployed</source>
        <translation>Nenhum ambiente, nada pode ser implantado</translation>
    </message>
    <message>
        <source>%1 is being asked</source>
        <translation>consultando %1</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 pronto</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 não responde</translation>
    </message>
    <message>
        <source>Runner on this computer: %1</source>
        <translation>Executor neste computador: %1</translation>
    </message>
    <message>
        <source>No runner on this computer, items would wait for another one</source>
        <translation>Nenhum executor neste computador, os itens esperariam por outro</translation>
    </message>
    <message>
        <source>Backlog ready</source>
        <translation>Backlog pronto</translation>
    </message>
    <message>
        <source>The backlog does not answer</source>
        <translation>O backlog não responde</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleaseDetailsPane</name>
    <message>
        <source>Open release</source>
        <translation>Abrir release</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Copy link to release</source>
        <translation>Copiar link da release</translation>
    </message>
    <message>
        <source>Select a release to see its facts and history.</source>
        <translation>Selecione uma release para ver seus dados e histórico.</translation>
    </message>
    <message>
        <source>Sprint %1</source>
        <translation>Sprint %1</translation>
    </message>
    <message>
        <source>prepared by %1</source>
        <translation>preparada por %1</translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefato</numerusform>
            <numerusform>%n artefatos</numerusform>
        </translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifesto</translation>
    </message>
    <message>
        <source> · ends %1</source>
        <translation> · termina %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprovação</translation>
    </message>
    <message>
        <source>Rejection</source>
        <translation>Recusa</translation>
    </message>
    <message>
        <source>none in this release</source>
        <translation>nenhum nesta release</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 passaram, %2 falharam</translation>
    </message>
    <message>
        <source> · %1 %</source>
        <translation> · %1 %</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Em %1</translation>
    </message>
    <message>
        <source>Replaced: another release runs there now</source>
        <translation>Substituída: outra release roda lá agora</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>Por item</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Por tempo</translation>
    </message>
    <message>
        <source>Show the attempts below their items</source>
        <translation>Mostrar as tentativas abaixo de seus itens</translation>
    </message>
    <message>
        <source>Show all attempts by their time</source>
        <translation>Mostrar todas as tentativas por horário</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleaseHeader</name>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Open in Cockpit</source>
        <translation>Abrir no Cockpit</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Mais ações</translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefato</numerusform>
            <numerusform>%n artefatos</numerusform>
        </translation>
    </message>
    <message>
        <source>approved by %1 %2</source>
        <translation>aprovada por %1 %2</translation>
    </message>
    <message>
        <source>prepared by %1</source>
        <translation>preparada por %1</translation>
    </message>
    <message>
        <source>inserted %1</source>
        <translation>inserida %1</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>item %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>No sprint</source>
        <translation>Sem sprint</translation>
    </message>
    <message>
        <source>Sprint %1</source>
        <translation>Sprint %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleasePage</name>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Views of the release</source>
        <translation>Visões da release</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>Artefatos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Apontamentos</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>%1 is approved for %2</source>
        <translation>%1 está aprovada para %2</translation>
    </message>
    <message>
        <source>%1 is rejected</source>
        <translation>%1 foi recusada</translation>
    </message>
    <message>
        <source>A runner that serves %1 deploys it next.</source>
        <translation>Um executor que atende %1 a implanta em seguida.</translation>
    </message>
    <message>
        <source>Nothing is deployed. The reason is in the audit trail.</source>
        <translation>Nada é implantado. O motivo está na auditoria.</translation>
    </message>
    <message>
        <source>Approval was not recorded</source>
        <translation>A aprovação não foi registrada</translation>
    </message>
    <message>
        <source>Rejection was not recorded</source>
        <translation>A recusa não foi registrada</translation>
    </message>
    <message>
        <source>%1 — Prometheus Pipeline</source>
        <translation>%1 — Prometheus Pipeline</translation>
    </message>
    <message>
        <source>Still loading %1</source>
        <translation>Ainda carregando %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Copy link to the release</source>
        <translation>Copiar link da release</translation>
    </message>
    <message>
        <source>Copy item id</source>
        <translation>Copiar id do item</translation>
    </message>
    <message>
        <source>Copy manifest digest</source>
        <translation>Copiar o resumo do manifesto</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>Repetir…</translation>
    </message>
    <message>
        <source>Cancel run…</source>
        <translation>Cancelar execução…</translation>
    </message>
    <message>
        <source>&amp;Copy link to release</source>
        <translation>&amp;Copiar link da release</translation>
    </message>
    <message>
        <source>C&amp;lose release</source>
        <translation>&amp;Fechar a release</translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation>Próxima a&amp;ba</translation>
    </message>
    <message>
        <source>Previous ta&amp;b</source>
        <translation>A&amp;ba anterior</translation>
    </message>
    <message>
        <source>Show or hide &amp;details</source>
        <translation>Mostrar ou ocultar &amp;detalhes</translation>
    </message>
    <message>
        <source>Follow the &amp;end of the log</source>
        <translation>Acompanhar o &amp;fim do log</translation>
    </message>
    <message>
        <source>&amp;Your approval</source>
        <translation>&amp;Sua aprovação</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>Próximo &amp;apontamento</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>Apontamento an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Retry…</source>
        <translation>&amp;Repetir…</translation>
    </message>
    <message>
        <source>&amp;Cancel run…</source>
        <translation>&amp;Cancelar execução…</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleasesFilterBar</name>
    <message>
        <source>Release, file, sha, person</source>
        <translation>Release, arquivo, sha, pessoa</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>In an environment</source>
        <translation>Em um ambiente</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Preparada por</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>Sprint</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no grouping</comment>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleasesModel</name>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>sprint %1</source>
        <translation>sprint %1</translation>
    </message>
    <message>
        <source>prepared by %1</source>
        <translation>preparada por %1</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>Artefatos</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Preparada por</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Atualizada</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleasesPage</name>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Still loading from %1</source>
        <translation>Ainda carregando de %1</translation>
    </message>
    <message>
        <source>%1 in %2 · %3 open</source>
        <translation>%1 em %2 · %3 abertas</translation>
    </message>
    <message numerus="yes">
        <source>%n releases</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sprints</source>
        <translation>
            <numerusform>%n sprint</numerusform>
            <numerusform>%n sprints</numerusform>
        </translation>
    </message>
    <message>
        <source>The backlog cannot be read</source>
        <translation>O backlog não pode ser lido</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>No release matches %1</source>
        <translation>Nenhuma release corresponde a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n releases are hidden by the chips.</source>
        <translation>
            <numerusform>%n release está oculta pelos filtros.</numerusform>
            <numerusform>%n releases estão ocultas pelos filtros.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>There are no releases yet</source>
        <translation>Ainda não há releases</translation>
    </message>
    <message>
        <source>A release appears here when PROMETHEUS, or you, puts its first item into the queue.</source>
        <translation>Uma release aparece aqui quando o PROMETHEUS, ou você, põe o primeiro item dela na fila.</translation>
    </message>
    <message>
        <source>Open release</source>
        <translation>Abrir release</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copiar linha</translation>
    </message>
    <message>
        <source>Copy release name</source>
        <translation>Copiar nome da release</translation>
    </message>
    <message>
        <source>Show or hide &amp;details</source>
        <translation>Mostrar ou ocultar &amp;detalhes</translation>
    </message>
    <message>
        <source>&amp;Open the selected release</source>
        <translation>&amp;Abrir a release selecionada</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleasesView</name>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Atualizada</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::RuleHelp</name>
    <message>
        <source>Explanation</source>
        <translation>Explicação</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>O que foi encontrado</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Por que importa</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Como corrigir</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemplo</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>blocks approval</source>
        <translation>bloqueia a aprovação</translation>
    </message>
    <message>
        <source>does not block</source>
        <translation>não bloqueia</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>, linha %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::RunProgress</name>
    <message>
        <source>Cancel run…</source>
        <translation>Cancelar execução…</translation>
    </message>
    <message>
        <source>%1 asked to cancel. The runner stops after the current step.</source>
        <translation>%1 pediu para cancelar. O executor para após o passo atual.</translation>
    </message>
    <message>
        <source>Cancelling takes effect after the current step. What %1 has accepted stays.</source>
        <translation>O cancelamento vale após o passo atual. O que %1 aceitou fica.</translation>
    </message>
    <message>
        <source>Cancelling takes effect after the current step. Nothing is deployed by this run.</source>
        <translation>O cancelamento vale após o passo atual. Nada é implantado por esta execução.</translation>
    </message>
    <message>
        <source>waits for a runner</source>
        <translation>aguarda um executor</translation>
    </message>
    <message>
        <source>never started</source>
        <translation>nunca iniciado</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>for %1 so far</source>
        <translation>há %1</translation>
    </message>
    <message>
        <source>longer than usual for %1: the median of the last 10 is %2</source>
        <translation>mais longo que o usual para %1: a mediana das últimas 10 é %2</translation>
    </message>
    <message>
        <source>of about %1 for %2 (median of the last 10)</source>
        <translation>de cerca de %1 para %2 (mediana das últimas 10)</translation>
    </message>
    <message>
        <source>usual end %1</source>
        <translation>fim usual %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::RunnerCard</name>
    <message>
        <source>Runner on this computer</source>
        <translation>Executor neste computador</translation>
    </message>
    <message>
        <source>Stop now…</source>
        <translation>Parar agora…</translation>
    </message>
    <message>
        <source>Closing the window with an item under way asks: keep the window open, finish first, or stop. An item that is stopped goes back to the queue.</source>
        <translation>Fechar a janela com um item em andamento pergunta: manter a janela aberta, terminar antes ou parar. Um item interrompido volta para a fila.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ligado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>%1 takes no items</source>
        <translation>%1 não pega itens</translation>
    </message>
    <message>
        <source>%1 takes items while this window is open: %2</source>
        <translation>%1 pega itens enquanto esta janela está aberta: %2</translation>
    </message>
    <message>
        <source>Validates</source>
        <translation>Valida</translation>
    </message>
    <message>
        <source>git, Node.js and npm are found</source>
        <translation>git, Node.js e npm encontrados</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>falta %1</translation>
    </message>
    <message>
        <source>Enter secret…</source>
        <translation>Informar segredo…</translation>
    </message>
    <message>
        <source>Enter the secret of %1</source>
        <translation>Informar o segredo de %1</translation>
    </message>
    <message>
        <source>no environment is configured</source>
        <translation>nenhum ambiente configurado</translation>
    </message>
    <message>
        <source>Jobs at a time</source>
        <translation>Execuções simultâneas</translation>
    </message>
    <message>
        <source>1 to %1; a change waits for the items under way</source>
        <translation>de 1 a %1; a mudança espera pelos itens em execução</translation>
    </message>
    <message>
        <source>Deploys to</source>
        <translation>Implanta em</translation>
    </message>
    <message>
        <source>Deploys to %1</source>
        <translation>Implanta em %1</translation>
    </message>
    <message>
        <source>left out in pipeline.toml</source>
        <translation>deixado de fora em pipeline.toml</translation>
    </message>
    <message>
        <source>its secret is there</source>
        <translation>o segredo está lá</translation>
    </message>
    <message>
        <source>environments in pipeline.toml</source>
        <translation>ambientes no pipeline.toml</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::SecretDialog</name>
    <message>
        <source>It goes into the system keychain as %1. It is not shown again, and stands in no file.</source>
        <translation>Vai para o cofre de senhas do sistema como %1. Não é mostrado de novo e não fica em arquivo algum.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Store in the keychain</source>
        <translation>Guardar no cofre de senhas</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::SecretRow</name>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Not in the keychain</source>
        <translation>Fora do cofre de senhas</translation>
    </message>
    <message>
        <source>Save the environment first</source>
        <translation>Salve o ambiente antes</translation>
    </message>
    <message>
        <source>Asking the keychain</source>
        <translation>Consultando o cofre de senhas</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Cofre de senhas trancado</translation>
    </message>
    <message>
        <source>Keychain out of reach</source>
        <translation>Cofre de senhas fora de alcance</translation>
    </message>
    <message>
        <source>Unlock it in the desktop session</source>
        <translation>Destranque-o na sessão da área de trabalho</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Enter secret…</source>
        <translation>Informar segredo…</translation>
    </message>
    <message>
        <source>In the system keychain</source>
        <translation>No cofre de senhas do sistema</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Substituir…</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>It comes before the keychain, and is changed where it was set.</source>
        <translation>Vem antes do cofre de senhas e se altera onde foi definido.</translation>
    </message>
    <message>
        <source>saved %1 by %2</source>
        <translation>salvo %1 por %2</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Remover %1?</translation>
    </message>
    <message>
        <source>It is taken out of the system keychain of this user. Runs that need it wait until it is stored again.</source>
        <translation>Ele sai do cofre de senhas do sistema deste usuário. Execuções que precisam dele esperam até ser guardado de novo.</translation>
    </message>
    <message>
        <source>Remove from the keychain</source>
        <translation>Remover do cofre de senhas</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::Session</name>
    <message>
        <source>This is a sample: nothing is decided, changed or sent.</source>
        <translation>Isto é um exemplo: nada é decidido, alterado nem enviado.</translation>
    </message>
    <message>
        <source>The backlog database does not answer. Decisions wait for it.</source>
        <translation>O banco de dados do backlog não responde. As decisões esperam por ele.</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar uma configuração</translation>
    </message>
    <message>
        <source>Environments and secrets are on their own page</source>
        <translation>Ambientes e segredos têm página própria</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>There is no such file yet: the defaults hold</source>
        <translation>Esse arquivo ainda não existe: valem os padrões</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::SheetPage</name>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>%1 px grid · %2 px controls · %3 px rows</source>
        <translation>grade de %1 px · controles de %2 px · linhas de %3 px</translation>
    </message>
    <message>
        <source>States: shape and word, colour third</source>
        <translation>Estados: forma e palavra, cor em terceiro</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprovar</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Reverter…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Recusar…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Chips, switches, fields</source>
        <translation>Filtros, chaves, campos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ligado</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Visão</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>Sprint</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>An invalid field</source>
        <translation>Um campo inválido</translation>
    </message>
    <message>
        <source>The address lacks “:” after https</source>
        <translation>Falta “:” após https no endereço</translation>
    </message>
    <message>
        <source>A disabled field</source>
        <translation>Um campo desabilitado</translation>
    </message>
    <message>
        <source>Stage meter of the queue</source>
        <translation>Medidor de etapas da fila</translation>
    </message>
    <message>
        <source>Stage meters</source>
        <translation>Medidores de etapas</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>sua</translation>
    </message>
    <message>
        <source>7 of 13</source>
        <translation>7 de 13</translation>
    </message>
    <message>
        <source>Environment marks</source>
        <translation>Marcas de ambiente</translation>
    </message>
    <message>
        <source>Solid plum is used for production and for nothing else.</source>
        <translation>Ameixa sólido é usado para produção e para nada mais.</translation>
    </message>
    <message>
        <source>&lt;b&gt;producao refused the deployment.&lt;/b&gt; Ask the producer.</source>
        <translation>&lt;b&gt;producao recusou a implantação.&lt;/b&gt; Fale com o produtor.</translation>
    </message>
    <message>
        <source>&lt;b&gt;31 of 31 checks passed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;31 de 31 verificações passaram.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Item 48211 is being deployed.&lt;/b&gt;</source>
        <translation>&lt;b&gt;O item 48211 está sendo implantado.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Known length</source>
        <translation>Duração conhecida</translation>
    </message>
    <message>
        <source>Empty, nothing to do</source>
        <translation>Vazio, nada a fazer</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada precisa de você</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>Mostrar todos os itens</translation>
    </message>
    <message>
        <source>Empty, filter hides everything</source>
        <translation>Vazio, o filtro oculta tudo</translation>
    </message>
    <message>
        <source>No item matches “faixa” and Failed</source>
        <translation>Nenhum item corresponde a “faixa” e Falhou</translation>
    </message>
    <message>
        <source>16 items are hidden by the filter.</source>
        <translation>16 itens estão ocultos pelo filtro.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>Error: what, why, what next</source>
        <translation>Erro: o quê, por quê, e agora</translation>
    </message>
    <message>
        <source>The source cannot be shown</source>
        <translation>A fonte não pode ser mostrada</translation>
    </message>
    <message>
        <source>The commit is not in the local copy of the repository.</source>
        <translation>O commit não está na cópia local do repositório.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>R-2026.11.2 runs in producao</source>
        <translation>R-2026.11.2 está em producao</translation>
    </message>
    <message>
        <source>31 of 31 checks passed in 02:41.</source>
        <translation>31 de 31 verificações passaram em 02:41.</translation>
    </message>
    <message>
        <source>R-2026.11.6 waits for your approval</source>
        <translation>R-2026.11.6 aguarda sua aprovação</translation>
    </message>
    <message>
        <source>5 artefacts, 0 errors, coverage 83.0 %.</source>
        <translation>5 artefatos, 0 erros, cobertura 83,0 %.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Approval was not recorded</source>
        <translation>A aprovação não foi registrada</translation>
    </message>
    <message>
        <source>Another person approved item 48207 first.</source>
        <translation>Outra pessoa aprovou o item 48207 antes.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Plan recalculated</source>
        <translation>Plano recalculado</translation>
    </message>
    <message>
        <source>R-2026.11.2 changed the base: faixa_risco 7 → 8.</source>
        <translation>R-2026.11.2 mudou a base: faixa_risco 7 → 8.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Loading: after 300 ms, no shimmer</source>
        <translation>Carregando: após 300 ms, sem brilho</translation>
    </message>
    <message>
        <source>Waiting approval</source>
        <translation>Aguardando aprovação</translation>
    </message>
    <message>
        <source>Buttons: normal, hover, focus, disabled</source>
        <translation>Botões: normal, sob o ponteiro, com foco, desativado</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>A field with the keys</source>
        <translation>Um campo com o teclado</translation>
    </message>
    <message>
        <source>1 drifted</source>
        <translation>1 divergente</translation>
    </message>
    <message>
        <source>Toasts: 6 s, errors stay</source>
        <translation>Avisos: 6 s, erros ficam</translation>
    </message>
    <message>
        <source>Connection lost: last data stays readable, actions wait</source>
        <translation>Sem conexão: os últimos dados ficam legíveis, as ações esperam</translation>
    </message>
    <message>
        <source>&lt;b&gt;No connection to the backlog database.&lt;/b&gt; You see the state of 14:31:52. Next try in 8 s.</source>
        <translation>&lt;b&gt;Sem conexão com o banco do backlog.&lt;/b&gt; Você vê o estado de 14:31:52. Próxima tentativa em 8 s.</translation>
    </message>
    <message>
        <source>Approve for producao</source>
        <translation>Aprovar para producao</translation>
    </message>
    <message>
        <source>Offline: approving needs the database</source>
        <translation>Sem conexão: aprovar precisa do banco de dados</translation>
    </message>
    <message>
        <source>Notes: a condition, a failure, a success, a run</source>
        <translation>Notas: uma condição, uma falha, um sucesso, uma execução</translation>
    </message>
    <message>
        <source>&lt;b&gt;You prepared this release.&lt;/b&gt; Another release manager has to approve it. Ask paulo.siqueira or ana.lima.</source>
        <translation>&lt;b&gt;Você preparou esta release.&lt;/b&gt; Outra pessoa precisa aprová-la. Fale com paulo.siqueira ou ana.lima.</translation>
    </message>
    <message>
        <source>7 of 12</source>
        <translation>7 de 12</translation>
    </message>
    <message>
        <source>3 items run or wait in line. You get a notice when a release asks for approval.</source>
        <translation>3 itens em execução ou na fila. Você recebe um aviso quando uma release pede aprovação.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Retry from DEPLOY</source>
        <translation>Repetir a partir de IMPLANTAR</translation>
    </message>
    <message>
        <source>Copy item id</source>
        <translation>Copiar número do item</translation>
    </message>
    <message>
        <source>Lease 24 s: runner-02 renews it every 10 s</source>
        <translation>Reserva de 24 s: runner-02 a renova a cada 10 s</translation>
    </message>
    <message>
        <source>Menu and tooltip</source>
        <translation>Menu e dica</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>In tables, trees and fields</source>
        <translation>Em tabelas, árvores e campos</translation>
    </message>
    <message>
        <source>Open the selected row</source>
        <translation>Abrir a linha selecionada</translation>
    </message>
    <message>
        <source>Copy the selected row</source>
        <translation>Copiar a linha selecionada</translation>
    </message>
    <message>
        <source>Fold or unfold a group, switch a chip</source>
        <translation>Recolher ou expandir um grupo, alternar um filtro</translation>
    </message>
    <message>
        <source>Sort the queue by a column</source>
        <translation>Ordenar a fila por uma coluna</translation>
    </message>
    <message>
        <source>Close what popped up, then clear the search, then leave the pane</source>
        <translation>Fechar o que se abriu, depois limpar a busca, depois sair do painel</translation>
    </message>
    <message>
        <source>Test the connection of an environment</source>
        <translation>Testar a conexão de um ambiente</translation>
    </message>
    <message>
        <source>Save an environment</source>
        <translation>Salvar um ambiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::SourcePane</name>
    <message>
        <source>File of the worker</source>
        <translation>Arquivo do worker</translation>
    </message>
    <message>
        <source>Search in this file</source>
        <translation>Buscar neste arquivo</translation>
    </message>
    <message>
        <source>Search in this file (Ctrl+F)</source>
        <translation>Buscar neste arquivo (Ctrl+F)</translation>
    </message>
    <message>
        <source>No file is selected</source>
        <translation>Nenhum arquivo selecionado</translation>
    </message>
    <message>
        <source>Select an artefact to read its source.</source>
        <translation>Selecione um artefato para ler sua fonte.</translation>
    </message>
    <message>
        <source>Still reading %1 from its repository</source>
        <translation>Ainda lendo %1 do repositório</translation>
    </message>
    <message>
        <source>%1 is not shown</source>
        <translation>%1 não é mostrado</translation>
    </message>
    <message>
        <source>Links and files above 2 MB are not shown as source.</source>
        <translation>Links e arquivos acima de 2 MB não são mostrados como fonte.</translation>
    </message>
    <message>
        <source>sha256 %1 … %2</source>
        <translation>sha256 %1 … %2</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Linha %1, coluna %2</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>somente leitura</translation>
    </message>
    <message>
        <source>above 2 MB: shown without colours</source>
        <translation>acima de 2 MB: mostrado sem cores</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::StatePage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Cancelar o carregamento</translation>
    </message>
    <message>
        <source>Loading was cancelled</source>
        <translation>O carregamento foi cancelado</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Carregar de novo</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Carregando</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::StatusArea</name>
    <message>
        <source>PRODUCTION · %1</source>
        <translation>PRODUÇÃO · %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>Executor</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Sessão de %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>%1: details</source>
        <translation>%1: detalhes</translation>
    </message>
    <message>
        <source> %1  asking</source>
        <translation> %1  consultando</translation>
    </message>
    <message>
        <source> %1  offline · next try in %2 s</source>
        <translation> %1  sem conexão · próxima tentativa em %2 s</translation>
    </message>
    <message>
        <source> %1  offline since %2</source>
        <translation> %1  sem conexão desde %2</translation>
    </message>
    <message>
        <source>connected · %1 ms</source>
        <translation>conectado · %1 ms</translation>
    </message>
    <message>
        <source> Engine  none configured</source>
        <translation> Motor  nenhum configurado</translation>
    </message>
    <message>
        <source>Camunda %1 · %2 ms</source>
        <translation>Camunda %1 · %2 ms</translation>
    </message>
    <message>
        <source> Runner  %1</source>
        <translation> Executor  %1</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Atualizado %1</translation>
    </message>
    <message>
        <source>Last answer %1</source>
        <translation>Última resposta %1</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Testar agora</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exemplo</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::StepModel</name>
    <message>
        <source>running</source>
        <translation>em execução</translation>
    </message>
    <message>
        <source>done</source>
        <translation>feito</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>à frente</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n feito</numerusform>
            <numerusform>%n feitos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n verificação</numerusform>
            <numerusform>%n verificações</numerusform>
        </translation>
    </message>
    <message>
        <source>one request, all or nothing</source>
        <translation>uma requisição, tudo ou nada</translation>
    </message>
    <message>
        <source>Worker code</source>
        <translation>Código dos workers</translation>
    </message>
    <message>
        <source>Worker restart</source>
        <translation>Reinício dos workers</translation>
    </message>
    <message>
        <source>signed webhook, after the push</source>
        <translation>webhook assinado, depois do push</translation>
    </message>
    <message>
        <source>active after the restart</source>
        <translation>ativo depois do reinício</translation>
    </message>
    <message>
        <source>unchanged, not sent</source>
        <translation>inalterado, não enviado</translation>
    </message>
    <message>
        <source>new version %1</source>
        <translation>nova versão %1</translation>
    </message>
    <message>
        <source>%1 kB in one request · limit %2 s</source>
        <translation>%1 kB em uma requisição · limite %2 s</translation>
    </message>
    <message>
        <source>%1 · no answer after %2 s, limit %3 s</source>
        <translation>%1 · sem resposta após %2 s, limite %3 s</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TargetsPane</name>
    <message>
        <source>Its new code was pushed by this run.</source>
        <translation>O código novo foi enviado por esta execução.</translation>
    </message>
    <message numerus="yes">
        <source>Deployed by this run. %n definitions got a new version.</source>
        <translation>
            <numerusform>Implantado por esta execução. %n definição recebeu uma nova versão.</numerusform>
            <numerusform>Implantado por esta execução. %n definições receberam uma nova versão.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deployed by this run.</source>
        <translation>Implantado por esta execução.</translation>
    </message>
    <message>
        <source>Deployed by a later run.</source>
        <translation>Implantado por uma execução posterior.</translation>
    </message>
    <message>
        <source>A later run began to change it.</source>
        <translation>Uma execução posterior começou a alterá-lo.</translation>
    </message>
    <message>
        <source>Unchanged. The engine undid the deployment as a whole.</source>
        <translation>Inalterado. O motor desfez a implantação por inteiro.</translation>
    </message>
    <message>
        <source>Unchanged. The run did not get that far.</source>
        <translation>Inalterado. A execução não chegou até aqui.</translation>
    </message>
    <message>
        <source>Its new code is pushed, but a check of the workers failed.</source>
        <translation>O código novo foi enviado, mas uma verificação dos workers falhou.</translation>
    </message>
    <message>
        <source>Its new code is pushed, but no restart is recorded.</source>
        <translation>O código novo foi enviado, mas nenhum reinício está registrado.</translation>
    </message>
    <message>
        <source>What the run did here was not recorded.</source>
        <translation>O que a execução fez aqui não foi registrado.</translation>
    </message>
    <message>
        <source>What runs now</source>
        <translation>O que executa agora</translation>
    </message>
    <message>
        <source>&lt;b&gt;Mixed state.&lt;/b&gt; The run changed some targets and left others as they were.</source>
        <translation>&lt;b&gt;Estado misto.&lt;/b&gt; A execução alterou alguns alvos e deixou outros como estavam.</translation>
    </message>
    <message>
        <source>What runs now in %1</source>
        <translation>O que executa agora em %1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TestDetails</name>
    <message>
        <source>Open source</source>
        <translation>Abrir fonte</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recebido</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>Copy failure</source>
        <translation>Copiar falha</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passaram</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1  line %2</source>
        <translation>%1  linha %2</translation>
    </message>
    <message>
        <source>Expected %1, received %2</source>
        <translation>Esperado %1, recebido %2</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Falha</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TestTree</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 de %2 falharam</translation>
    </message>
    <message numerus="yes">
        <source>%n more passed</source>
        <translation>
            <numerusform>mais %n passou</numerusform>
            <numerusform>mais %n passaram</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TestsTab</name>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passaram</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Testes</translation>
    </message>
    <message>
        <source>F8 next failure, Shift+F8 previous</source>
        <translation>F8 próxima falha, Shift+F8 anterior</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Coverage per file</source>
        <translation>Cobertura por arquivo</translation>
    </message>
    <message numerus="yes">
        <source>tests in %n suites</source>
        <translation>
            <numerusform>testes em %n suíte</numerusform>
            <numerusform>testes em %n suítes</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>passaram</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>duração</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>of lines · minimum %1 %</source>
        <translation>das linhas · mínimo %1 %</translation>
    </message>
    <message>
        <source>of lines</source>
        <translation>das linhas</translation>
    </message>
    <message>
        <source>%1 % reaches the minimum</source>
        <translation>%1 % atinge o mínimo</translation>
    </message>
    <message>
        <source>%1 % is below the minimum</source>
        <translation>%1 % está abaixo do mínimo</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>não medida</translation>
    </message>
    <message>
        <source>There are no figures per file; only the total was recorded.</source>
        <translation>Não há números por arquivo; só o total foi registrado.</translation>
    </message>
    <message>
        <source>Only the total has to reach %1 % (environment %2). Files below are named to be found. Lowest first.</source>
        <translation>Só o total precisa atingir %1 % (ambiente %2). Os arquivos abaixo são nomeados para serem achados. Menores primeiro.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 lines</source>
        <translation>%1: %2 de %3 linhas</translation>
    </message>
    <message>
        <source>below</source>
        <translation>abaixo</translation>
    </message>
    <message>
        <source>The tests are running</source>
        <translation>Os testes estão em execução</translation>
    </message>
    <message numerus="yes">
        <source>%n are done. They stand here when TEST has ended.</source>
        <translation>
            <numerusform>%n está feito. Aparece aqui quando TESTAR terminar.</numerusform>
            <numerusform>%n estão feitos. Aparecem aqui quando TESTAR terminar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Log of this stage</source>
        <translation>Log desta etapa</translation>
    </message>
    <message>
        <source>The tests could not be run</source>
        <translation>Os testes não puderam ser executados</translation>
    </message>
    <message>
        <source>The cause is not known. The log shows what the test tool wrote.</source>
        <translation>A causa não é conhecida. O log mostra o que a ferramenta de testes escreveu.</translation>
    </message>
    <message>
        <source>No tests in this release</source>
        <translation>Sem testes nesta release</translation>
    </message>
    <message>
        <source>It carries no worker, and only workers have tests. TEST was skipped; the approval says “not tested”, not “passed”.</source>
        <translation>Ela não traz worker, e só workers têm testes. TESTAR foi ignorada; a aprovação diz “não testada”, não “passou”.</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 passaram, %2 falharam</translation>
    </message>
    <message>
        <source>The single tests of this run were not recorded; only the totals are known.</source>
        <translation>Os testes individuais desta execução não foram registrados; só os totais são conhecidos.</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Ainda não testada</translation>
    </message>
    <message>
        <source>TEST was not reached.</source>
        <translation>TESTAR não foi alcançada.</translation>
    </message>
    <message>
        <source>TEST follows VALIDATE.</source>
        <translation>TESTAR vem após VALIDAR.</translation>
    </message>
    <message>
        <source>Copy for the producer</source>
        <translation>Copiar para o produtor</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tests failed</source>
        <translation>
            <numerusform>%1: %n teste falhou</numerusform>
            <numerusform>%1: %n testes falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>Suite and test</source>
        <translation>Suíte e teste</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::Toasts</name>
    <message>
        <source>No notices yet</source>
        <translation>Nenhum aviso ainda</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TopBar</name>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>none configured</source>
        <translation>nenhum configurado</translation>
    </message>
    <message>
        <source>Environment %1, production</source>
        <translation>Ambiente %1, produção</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Ambiente %1</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>EXEMPLO</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Welcome to Prometheus Pipeline</source>
        <translation>Boas-vindas ao Prometheus Pipeline</translation>
    </message>
    <message>
        <source>Approve, deploy and check Camunda releases. Three steps, about five minutes.</source>
        <translation>Aprovar, implantar e verificar releases do Camunda. Três passos, cerca de cinco minutos.</translation>
    </message>
    <message>
        <source>The backlog is on this computer</source>
        <translation>O backlog está neste computador</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Testar agora</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Inclua um ambiente</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Incluir…</translation>
    </message>
    <message>
        <source>Open a release</source>
        <translation>Abra uma release</translation>
    </message>
    <message>
        <source>Go to queue</source>
        <translation>Ir para a fila</translation>
    </message>
    <message>
        <source>done</source>
        <translation>feito</translation>
    </message>
    <message>
        <source>next</source>
        <translation>a seguir</translation>
    </message>
    <message>
        <source>later</source>
        <translation>depois</translation>
    </message>
    <message>
        <source>It is ready: %1</source>
        <translation>Está pronto: %1</translation>
    </message>
    <message>
        <source>It is being opened: %1</source>
        <translation>Está sendo aberto: %1</translation>
    </message>
    <message>
        <source>Address of a Camunda 7 engine and a user. The password goes to the system keychain.</source>
        <translation>Endereço de um motor Camunda 7 e um usuário. A senha vai para o cofre de senhas do sistema.</translation>
    </message>
    <message>
        <source>The queue fills by itself once PROMETHEUS inserts items.</source>
        <translation>A fila se enche sozinha quando o PROMETHEUS insere itens.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Only looking around?</source>
        <translation>Só quer dar uma olhada?</translation>
    </message>
    <message>
        <source>Opens a backlog with releases that wait, run and failed, their sources and findings. No database of yours, no engine; nothing is sent anywhere.</source>
        <translation>Abre um backlog com releases que aguardam, estão em execução e falharam, com seus fontes e apontamentos. Sem o seu banco de dados, sem motor; nada é enviado a lugar nenhum.</translation>
    </message>
    <message>
        <source>Try a sample release</source>
        <translation>Ver uma release de exemplo</translation>
    </message>
</context>
<context>
    <name>pipeline::ui::WhoDelegate</name>
    <message>
        <source>authenticated</source>
        <translation>autenticado</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>não comprovado</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>declarado</translation>
    </message>
</context>
</TS>
