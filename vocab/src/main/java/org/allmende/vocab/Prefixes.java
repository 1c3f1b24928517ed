package org.allmende.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one prefix map: what every RDF document of ours declares, in this order ({@code
 * dcat-ap-de.md} section 1).
 */
public final class Prefixes {

  private static final Map<String, String> ALL = all();

  private Prefixes() {}

  /** Prefix to namespace, unmodifiable. */
  public static Map<String, String> map() {
    return ALL;
  }

  private static Map<String, String> all() {
    var map = new LinkedHashMap<String, String>();
    map.put("dcat", "http://www.w3.org/ns/dcat#");
    map.put("dct", "http://purl.org/dc/terms/");
    map.put("dcatap", DCATAP.NS);
    map.put("dcatde", DCATDE.NS);
    map.put("geodcatap", GEODCATAP.NS);
    map.put("eli", ELI.NS);
    map.put("gsp", GSP.NS);
    map.put("hydra", HYDRA.NS);
    map.put("time", "http://www.w3.org/2006/time#");
    map.put("adms", ADMS.NS);
    map.put("vcard", VCARD.NS);
    map.put("foaf", "http://xmlns.com/foaf/0.1/");
    map.put("skos", "http://www.w3.org/2004/02/skos/core#");
    map.put("spdx", SPDX.NS);
    map.put("csvw", CSVW.NS);
    map.put("locn", LOCN.NS);
    map.put("prov", PROV.NS);
    map.put("odrl", ODRL.NS);
    map.put("owl", "http://www.w3.org/2002/07/owl#");
    map.put("schema", SDO.NS);
    map.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    map.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    map.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return Collections.unmodifiableMap(map);
  }
}
