package nl.wegwijzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import nl.wegwijzer.retention.Outlook;
import nl.wegwijzer.retention.ReportDays;
import nl.wegwijzer.retention.Term;

/** The arrows of the house: one way, and a pure core. */
@AnalyzeClasses(packages = "nl.wegwijzer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nothingPointsAtTheServer = noClasses()
            .that()
            .resideOutsideOfPackage("..server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.wegwijzer.server..");

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("nl.wegwijzer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule readingRoutingAndSealKnowOnlyTheSharedWords = classes()
            .that()
            .resideInAnyPackage("nl.wegwijzer.reading..", "nl.wegwijzer.routing..", "nl.wegwijzer.seal..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "nl.wegwijzer.chat..",
                    "nl.wegwijzer.report..",
                    "nl.wegwijzer.casework..",
                    "nl.wegwijzer.account..",
                    "nl.wegwijzer.school..",
                    "nl.wegwijzer.store..",
                    "nl.wegwijzer.page..",
                    "nl.wegwijzer.server..");

    @ArchTest
    static final ArchRule readingRoutingAndSealAreFreeOfHttpAndSql = noClasses()
            .that()
            .resideInAnyPackage(
                    "nl.wegwijzer.reading..",
                    "nl.wegwijzer.routing..",
                    "nl.wegwijzer.seal..",
                    "nl.wegwijzer.taxonomy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.sql..", "io.netty..");

    @ArchTest
    static final ArchRule theEndOfAReportIsDecidedWithoutADatabase = noClasses()
            .that()
            .belongToAnyOf(Outlook.class, Term.class, ReportDays.class)
            .or()
            .haveFullyQualifiedName("nl.wegwijzer.retention.Ending")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.sql..", "nl.wegwijzer.store..");

    @ArchTest
    static final ArchRule onlySealTouchesCiphers = noClasses()
            .that()
            .resideOutsideOfPackage("nl.wegwijzer.seal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "javax.crypto..");

    @ArchTest
    static final ArchRule theConversationKnowsNoServer = noClasses()
            .that()
            .resideInAPackage("nl.wegwijzer.chat..")
            .and()
            .haveSimpleNameNotEndingWith("Routes")
            .and()
            .haveSimpleNameNotStartingWith("Reporter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.sql..");

    @ArchTest
    static final ArchRule nobodyIsAHelper = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
