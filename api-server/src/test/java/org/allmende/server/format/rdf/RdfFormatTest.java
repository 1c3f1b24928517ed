package org.allmende.server.format.rdf;

import org.allmende.server.format.OutputFormat;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Nested;

class RdfFormatTest {
  @Nested
  class RdfXml extends OutputFormatContract {
    @Override
    OutputFormat format() {
      return RdfFormat.RDF_XML;
    }

    @Override
    Lang language() {
      return Lang.RDFXML;
    }
  }

  @Nested
  class Turtle extends OutputFormatContract {
    @Override
    OutputFormat format() {
      return RdfFormat.TURTLE;
    }

    @Override
    Lang language() {
      return Lang.TURTLE;
    }
  }

  @Nested
  class JsonLd extends OutputFormatContract {
    @Override
    OutputFormat format() {
      return RdfFormat.JSON_LD;
    }

    @Override
    Lang language() {
      return Lang.JSONLD;
    }
  }

  @Nested
  class N3 extends OutputFormatContract {
    @Override
    OutputFormat format() {
      return RdfFormat.N3;
    }

    @Override
    Lang language() {
      return Lang.TURTLE;
    }
  }

  @Nested
  class Lines extends OutputFormatContract {
    @Override
    OutputFormat format() {
      return RdfFormat.N_TRIPLES;
    }

    @Override
    Lang language() {
      return Lang.NTRIPLES;
    }
  }
}
