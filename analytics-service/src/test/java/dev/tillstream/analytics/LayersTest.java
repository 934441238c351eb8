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
    static final ArchRule EDGES_USE_REVENUE_AND_NOT_ONE_ANOTHER =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("wiring")
                    .definedBy("dev.tillstream.analytics")
                    .layer("kinesis")
                    .definedBy("..analytics.kinesis..")
                    .layer("shard")
                    .definedBy("..analytics.shard..")
                    .layer("state")
                    .definedBy("..analytics.state..")
                    .layer("firehose")
                    .definedBy("..analytics.firehose..")
                    .layer("quarantine")
                    .definedBy("..analytics.quarantine..")
                    .layer("row")
                    .definedBy("..analytics.row..")
                    .layer("retry")
                    .definedBy("..analytics.retry..")
                    .layer("revenue")
                    .definedBy("..analytics.revenue..")
                    .whereLayer("wiring")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("kinesis")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("shard")
                    .mayOnlyBeAccessedByLayers("wiring", "kinesis")
                    .whereLayer("state")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("firehose")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("quarantine")
                    .mayOnlyBeAccessedByLayers("wiring")
                    .whereLayer("row")
                    .mayOnlyBeAccessedByLayers("state", "firehose")
                    .whereLayer("retry")
                    .mayOnlyBeAccessedByLayers("shard", "firehose")
                    .whereLayer("revenue")
                    .mayOnlyBeAccessedByLayers(
                            "wiring", "kinesis", "shard", "state", "firehose", "quarantine", "row");

    @ArchTest
    static final ArchRule REVENUE_KNOWS_NO_LIBRARY =
            classes()
                    .that()
                    .resideInAPackage("..analytics.revenue..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "dev.tillstream.analytics.revenue",
                                    "dev.tillstream.contract",
                                    "java..",
                                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_OF_A_STREAM_KNOW_KCL =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "..analytics.state..",
                            "..analytics.firehose..",
                            "..analytics.quarantine..",
                            "..analytics.row..",
                            "..analytics.retry..")
                    .should()
                    .onlyDependOnClassesThat(
                            com.tngtech.archunit.base.DescribedPredicate.not(
                                    resideInAnyPackage("software.amazon.kinesis..")));
}
