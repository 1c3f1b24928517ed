package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** CSV on the Web (W3C, CSVW Namespace Vocabulary Terms), used for what columns mean. */
public final class CSVW {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/csvw#";

  public static final Node JSON = term("JSON");
  public static final Node Schema = term("Schema");
  public static final Node column = term("column");
  public static final Node datatype = term("datatype");
  public static final Node name = term("name");
  public static final Node separator = term("separator");
  public static final Node tableSchema = term("tableSchema");
  public static final Node title = term("title");

  private CSVW() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
