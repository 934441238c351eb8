package dev.tillstream.router;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tillstream.router", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule EDGES_USE_ROUTES =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("route")
                    .definedBy("..router.route..")
                    .layer("edges")
                    .definedBy(
                            "..router.yaml..",
                            "..router.ruler..",
                            "..router.schema..",
                            "..router.eventbridge..")
                    .layer("commands")
                    .definedBy("dev.tillstream.router")
                    .whereLayer("commands")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("edges")
                    .mayOnlyBeAccessedByLayers("commands")
                    .whereLayer("route")
                    .mayOnlyBeAccessedByLayers("edges", "commands");

    @ArchTest
    static final ArchRule ROUTES_KNOW_NO_LIBRARY =
            classes()
                    .that()
                    .resideInAPackage("..router.route..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "dev.tillstream.router.route..",
                                    "java..",
                                    "org.jspecify.annotations"));
}
