package org.allmende.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.javalin.router.InternalRouter;
import java.util.Collection;
import java.util.Optional;

/** Who may use whom, in the words of the tree. */
@AnalyzeClasses(packages = "org.allmende", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String VOCAB = "org.allmende.vocab..";
  private static final String CATALOG = "org.allmende.catalog..";
  private static final String HARVEST = "org.allmende.harvest..";
  private static final String SERVER = "org.allmende.server..";

  @ArchTest
  static final ArchRule VOCAB_READS_ONLY_ITS_OWN_RESOURCES =
      noClasses()
          .that()
          .resideInAPackage(VOCAB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CATALOG, HARVEST, SERVER);

  @ArchTest
  static final ArchRule THE_CATALOG_KNOWS_NO_SOURCE_FORMAT_AND_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage(CATALOG)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HARVEST, SERVER);

  @ArchTest
  static final ArchRule THE_CATALOG_KNOWS_NO_HTTP =
      noClasses()
          .that()
          .resideInAPackage(CATALOG)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "java.net.http..");

  @ArchTest
  static final ArchRule THE_HARVESTER_DOES_NOT_KNOW_THE_SERVER =
      noClasses()
          .that()
          .resideInAPackage(HARVEST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVER, "io.javalin..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_USES_LUCENE =
      noClasses()
          .that(not(resideInAPackage("org.allmende.catalog.search.lucene..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_USES_TDB2 =
      noClasses()
          .that(not(resideInAPackage("org.allmende.catalog.rdf..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.jena.tdb2..");

  @ArchTest
  static final ArchRule ONLY_THE_LEDGER_AND_THE_TABLES_OF_PREVIEWS_USE_JDBC =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.allmende.catalog.ledger..", "org.allmende.server.preview..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.duckdb..");

  @ArchTest
  static final ArchRule YAML_IS_READ_BY_THE_SETTINGS_ALONE =
      noClasses()
          .that(not(resideInAPackage("org.allmende.harvest.settings..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule A_SOURCE_FORMAT_KNOWS_NO_OTHER_BUT_TABLES =
      slices()
          .matching("org.allmende.harvest.source.(csv|json|geojson|oparl|dcat|ckan)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule CKAN_STAYS_WITH_CKAN =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.allmende.server.ckan..",
                      "org.allmende.server.dump..",
                      "org.allmende.server.format.html..",
                      "org.allmende.server")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.allmende.server.ckan..");

  @ArchTest
  static final ArchRule CKANS_WORDS_STAY_WITH_CKAN =
      noFields()
          .that()
          .areDeclaredInClassesThat(not(resideInAnyPackage("..ckan..")))
          .should()
          .haveNameMatching("q|fq|facetFields?|licenseId")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule A_PACKAGE_IS_A_FEATURE =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..store..", "..dto..", "..impl..")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that(not(resideInAPackage("org.allmende.server")))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NOBODY_ENDS_THE_PROCESS_BUT_MAIN =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.allmende.server.Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule A_SEAM_IS_CHOSEN_IN_ONE_PLACE =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.allmende.server",
                      "org.allmende.catalog.ledger..",
                      "org.allmende.bench..")))
          .should()
          .dependOnClassesThat()
          .haveSimpleName("SqliteLedger");

  @ArchTest
  static final ArchRule FINDERS_TELL_ABSENCE_BY_THEIR_TYPE =
      methods()
          .that()
          .haveNameMatching("find[A-Z].*")
          .and()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(VOCAB, CATALOG, HARVEST, SERVER)
          .and()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(InternalRouter.class) // Javalin named what is overridden
          .should()
          .haveRawReturnType(Optional.class)
          .orShould()
          .haveRawReturnType(assignableTo(Collection.class));

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL_OR_A_SEAM =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotRecords()
          .and()
          .areNotAnonymousClasses()
          .and()
          .haveSimpleNameNotStartingWith("package-info")
          .and()
          .haveNameNotMatching(".*\\.Jte.*")
          .should()
          .haveModifier(JavaModifier.FINAL)
          .orShould()
          .haveModifier(JavaModifier.ABSTRACT);
}
