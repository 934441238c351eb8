package dev.tillstream.warehouse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tillstream.warehouse", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule EDGES_USE_STOCK_AND_NOT_ONE_ANOTHER =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("stock")
                    .definedBy("..warehouse.stock..")
                    .layer("sqs")
                    .definedBy("..warehouse.sqs..")
                    .layer("dynamodb")
                    .definedBy("..warehouse.dynamodb..")
                    .layer("bus")
                    .definedBy("..warehouse.bus..")
                    .layer("http")
                    .definedBy("..warehouse.http..")
                    .whereLayer("sqs")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("dynamodb")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("bus")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("http")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("stock")
                    .mayOnlyBeAccessedByLayers("sqs", "dynamodb", "bus", "http");

    @ArchTest
    static final ArchRule STOCK_KNOWS_NO_LIBRARY =
            classes()
                    .that()
                    .resideInAPackage("..warehouse.stock..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "dev.tillstream.warehouse.stock..",
                                    "dev.tillstream.contract",
                                    "java..",
                                    "org.jspecify.annotations"));
}
