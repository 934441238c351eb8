package dev.tillstream.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule edgesDependOnTheIntakeAndNotOnEachOther =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("parts put together")
                    .definedBy("dev.tillstream.ingest")
                    .layer("http")
                    .definedBy("dev.tillstream.ingest.http")
                    .layer("sender")
                    .definedBy("dev.tillstream.ingest.sender")
                    .layer("body")
                    .definedBy("dev.tillstream.ingest.body")
                    .layer("problem")
                    .definedBy("dev.tillstream.ingest.problem")
                    .layer("quarantine")
                    .definedBy("dev.tillstream.ingest.quarantine")
                    .layer("tomcat")
                    .definedBy("dev.tillstream.ingest.tomcat")
                    .layer("gate")
                    .definedBy("dev.tillstream.ingest.gate")
                    .layer("bus")
                    .definedBy("dev.tillstream.ingest.bus")
                    .layer("intake")
                    .definedBy("dev.tillstream.ingest.intake")
                    .whereLayer("parts put together")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("sender")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("http")
                    .mayOnlyBeAccessedByLayers("sender")
                    .whereLayer("body")
                    .mayOnlyBeAccessedByLayers("http")
                    .whereLayer("problem")
                    .mayOnlyBeAccessedByLayers("http", "body", "gate")
                    .whereLayer("quarantine")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("tomcat")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("gate")
                    .mayOnlyBeAccessedByLayers("http", "tomcat")
                    .whereLayer("bus")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("intake")
                    .mayOnlyBeAccessedByLayers(
                            "parts put together",
                            "http",
                            "body",
                            "sender",
                            "quarantine",
                            "bus",
                            "gate");

    @ArchTest
    static final ArchRule intakeKnowsNoFramework =
            noClasses()
                    .that()
                    .resideInAPackage("dev.tillstream.ingest.intake")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "software.amazon..",
                            "tools.jackson..",
                            "com.fasterxml..",
                            "jakarta..",
                            "io.micrometer..");
}
