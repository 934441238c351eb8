package dev.tillstream.analytics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tillstream.analytics", importOptions = DoNotIncludeTests.class)
final class LayersTest {

    @ArchTest
    static final ArchRule EDGES_USE_WINDOWS_AND_NOT_ONE_ANOTHER =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("wiring")
                    .definedBy("dev.tillstream.analytics")
                    .layer("kinesis")
                    .definedBy("..analytics.kinesis..")
                    .layer("shard")
                    .definedBy("..analytics.shard..")
                    .layer("watch")
                    .definedBy("..analytics.watch..")
                    .layer("state")
                    .definedBy("..analytics.state..")
                    .layer("firehose")
                    .definedBy("..analytics.firehose..")
                    .layer("quarantine")
                    .definedBy("..analytics.quarantine..")
                    .layer("eventdata")
                    .definedBy("..analytics.eventdata..")
                    .layer("row")
                    .definedBy("..analytics.row..")
                    .layer("retry")
                    .definedBy("..analytics.retry..")
                    .layer("definition")
                    .definedBy("..analytics.definition..")
                    .layer("local")
                    .definedBy("..analytics.local..")
                    .layer("http")
                    .definedBy("..analytics.http..")
                    .layer("live")
                    .definedBy("..analytics.live..")
                    .layer("history")
                    .definedBy("..analytics.history..")
                    .layer("window")
                    .definedBy("..analytics.window..")
                    .layer("view")
                    .definedBy("..analytics.view..")
                    .whereLayer("wiring")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("kinesis")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("shard")
                    .mayOnlyBeAccessedByLayers("wiring", "kinesis")
                    .whereLayer("local")
                    .mayOnlyBeAccessedByLayers("wiring")
                    .whereLayer("watch")
                    .mayOnlyBeAccessedByLayers("kinesis", "shard")
                    .whereLayer("definition")
                    .mayOnlyBeAccessedByLayers("local")
                    .whereLayer("state")
                    .mayOnlyBeAccessedByLayers("wiring")
                    .whereLayer("eventdata")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("firehose")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("quarantine")
                    .mayOnlyBeAccessedByLayers("wiring", "local")
                    .whereLayer("http")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("live")
                    .mayOnlyBeAccessedByLayers("http")
                    .whereLayer("history")
                    .mayOnlyBeAccessedByLayers("http", "live", "state")
                    .whereLayer("row")
                    .mayOnlyBeAccessedByLayers("state", "firehose", "http", "local")
                    .whereLayer("retry")
                    .mayOnlyBeAccessedByLayers("shard", "firehose", "state", "eventdata")
                    .whereLayer("window")
                    .mayOnlyBeAccessedByLayers(
                            "wiring",
                            "kinesis",
                            "shard",
                            "state",
                            "firehose",
                            "quarantine",
                            "row",
                            "eventdata",
                            "http",
                            "live",
                            "history",
                            "local")
                    .whereLayer("view")
                    .mayOnlyBeAccessedByLayers(
                            "wiring",
                            "definition",
                            "kinesis",
                            "state",
                            "firehose",
                            "row",
                            "window",
                            "http",
                            "live",
                            "history",
                            "local");

    @ArchTest
    static final ArchRule VIEWS_AND_WINDOWS_KNOW_NO_LIBRARY =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "..analytics.window..", "..analytics.view..", "..analytics.history..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "dev.tillstream.analytics.window",
                                    "dev.tillstream.analytics.view",
                                    "dev.tillstream.analytics.history",
                                    "dev.tillstream.contract",
                                    "dev.tillstream.contract.field",
                                    "java..",
                                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_OF_A_STREAM_KNOW_KCL =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "..analytics.state..",
                            "..analytics.eventdata..",
                            "..analytics.firehose..",
                            "..analytics.quarantine..",
                            "..analytics.row..",
                            "..analytics.retry..",
                            "..analytics.history..",
                            "..analytics.live..",
                            "..analytics.local..",
                            "..analytics.http..")
                    .should()
                    .onlyDependOnClassesThat(
                            com.tngtech.archunit.base.DescribedPredicate.not(
                                    resideInAnyPackage("software.amazon.kinesis..")));
}
