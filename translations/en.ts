<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%n definitions</source>
        <translation>
            <numerusform>%n definition</numerusform>
            <numerusform>%n definitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n files not sent</source>
        <translation>
            <numerusform>, %n file not sent</numerusform>
            <numerusform>, %n files not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries exported as %1</source>
        <translation>
            <numerusform>%n entry exported as %1</numerusform>
            <numerusform>%n entries exported as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message numerus="yes">
        <source>VALIDATE found %n errors. Nothing was tested and nothing was deployed.</source>
        <translation>
            <numerusform>VALIDATE found %n error. Nothing was tested and nothing was deployed.</numerusform>
            <numerusform>VALIDATE found %n errors. Nothing was tested and nothing was deployed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tests failed. Nothing was deployed.</source>
        <translation>
            <numerusform>%n test failed. Nothing was deployed.</numerusform>
            <numerusform>%n tests failed. Nothing was deployed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The release was deployed to %1, but %n checks of it failed.</source>
        <translation>
            <numerusform>The release was deployed to %1, but %n check of it failed.</numerusform>
            <numerusform>The release was deployed to %1, but %n checks of it failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tests failed</source>
        <translation>
            <numerusform>%n test failed</numerusform>
            <numerusform>%n tests failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefact</numerusform>
            <numerusform>%n artefacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Releases</name>
    <message numerus="yes">
        <source>%n releases</source>
        <translation>
            <numerusform>%n release</numerusform>
            <numerusform>%n releases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageInfo</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workers</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::app::Notices</name>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefact</numerusform>
            <numerusform>%n artefacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ApprovalPane</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings block the approval.</source>
        <translation>
            <numerusform>%n finding blocks the approval.</numerusform>
            <numerusform>%n findings block the approval.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ArtefactTree</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::AuditPage</name>
    <message numerus="yes">
        <source>The journal has %n entries.</source>
        <translation>
            <numerusform>The journal has %n entry.</numerusform>
            <numerusform>The journal has %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ConnectionTest</name>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::DecisionDialog</name>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefact</numerusform>
            <numerusform>%n artefacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, see Findings</source>
        <translation>
            <numerusform>and %n more, see Findings</numerusform>
            <numerusform>and %n more, see Findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more characters</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EnvironmentList</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::EnvironmentsPage</name>
    <message numerus="yes">
        <source>%n in pipeline.toml</source>
        <translation>
            <numerusform>%n in pipeline.toml</numerusform>
            <numerusform>%n in pipeline.toml</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ExplanationDialog</name>
    <message numerus="yes">
        <source>%n more characters</source>
        <translation>
            <numerusform>%n more character</numerusform>
            <numerusform>%n more characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::FindingsTab</name>
    <message numerus="yes">
        <source>VALIDATE read %n files and found nothing to say.</source>
        <translation>
            <numerusform>VALIDATE read %n file and found nothing to say.</numerusform>
            <numerusform>VALIDATE read %n files and found nothing to say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::JournalActs</name>
    <message numerus="yes">
        <source>%n entries exported</source>
        <translation>
            <numerusform>%n entry exported</numerusform>
            <numerusform>%n entries exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LocalRunner</name>
    <message numerus="yes">
        <source>on · %n items</source>
        <translation>
            <numerusform>on · %n item</numerusform>
            <numerusform>on · %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends after %n items</source>
        <translation>
            <numerusform>ends after %n item</numerusform>
            <numerusform>ends after %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::LogView</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::NeedsYouPanel</name>
    <message numerus="yes">
        <source>%n more in the table below</source>
        <translation>
            <numerusform>%n more in the table below</numerusform>
            <numerusform>%n more in the table below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::Palette</name>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefact</numerusform>
            <numerusform>%n artefacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueueDetails</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::QueuePage</name>
    <message numerus="yes">
        <source>%n new items</source>
        <translation>
            <numerusform>%n new item</numerusform>
            <numerusform>%n new items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n items</source>
        <translation>
            <numerusform>%1 of %n item</numerusform>
            <numerusform>%1 of %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items are hidden.</source>
        <translation>
            <numerusform>%n item is hidden.</numerusform>
            <numerusform>%n items are hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1, %n items match.</source>
        <translation>
            <numerusform>Without %1, %n item matches.</numerusform>
            <numerusform>Without %1, %n items match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n need you</source>
        <translation>
            <numerusform>%1, %n needs you</numerusform>
            <numerusform>%1, %n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleaseDetailsPane</name>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefact</numerusform>
            <numerusform>%n artefacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleaseHeader</name>
    <message numerus="yes">
        <source>%n artefacts</source>
        <translation>
            <numerusform>%n artefact</numerusform>
            <numerusform>%n artefacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::ReleasesPage</name>
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
    <message numerus="yes">
        <source>%n releases are hidden by the chips.</source>
        <translation>
            <numerusform>%n release is hidden by the chips.</numerusform>
            <numerusform>%n releases are hidden by the chips.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::StepModel</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TargetsPane</name>
    <message numerus="yes">
        <source>Deployed by this run. %n definitions got a new version.</source>
        <translation>
            <numerusform>Deployed by this run. %n definition got a new version.</numerusform>
            <numerusform>Deployed by this run. %n definitions got a new version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TestTree</name>
    <message numerus="yes">
        <source>%n more passed</source>
        <translation>
            <numerusform>%n more passed</numerusform>
            <numerusform>%n more passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeline::ui::TestsTab</name>
    <message numerus="yes">
        <source>tests in %n suites</source>
        <translation>
            <numerusform>tests in %n suite</numerusform>
            <numerusform>tests in %n suites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done. They stand here when TEST has ended.</source>
        <translation>
            <numerusform>%n is done. It stands here when TEST has ended.</numerusform>
            <numerusform>%n are done. They stand here when TEST has ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tests failed</source>
        <translation>
            <numerusform>%1: %n test failed</numerusform>
            <numerusform>%1: %n tests failed</numerusform>
        </translation>
    </message>
</context>
</TS>
