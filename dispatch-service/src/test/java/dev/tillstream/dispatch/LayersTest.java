package dev.tillstream.dispatch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tillstream.dispatch", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule EDGES_USE_ORDERS_AND_NOT_ONE_ANOTHER =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("order")
                    .definedBy("..dispatch.order..")
                    .layer("sqs")
                    .definedBy("..dispatch.sqs..")
                    .layer("dynamodb")
                    .definedBy("..dispatch.dynamodb..")
                    .layer("bus")
                    .definedBy("..dispatch.bus..")
                    .layer("http")
                    .definedBy("..dispatch.http..")
                    .whereLayer("sqs")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("dynamodb")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("bus")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("http")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("order")
                    .mayOnlyBeAccessedByLayers("sqs", "dynamodb", "bus", "http");

    @ArchTest
    static final ArchRule ORDERS_KNOW_NO_LIBRARY =
            classes()
                    .that()
                    .resideInAPackage("..dispatch.order..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "dev.tillstream.dispatch.order",
                                    "dev.tillstream.contract",
                                    "java..",
                                    "org.jspecify.annotations"));
}
