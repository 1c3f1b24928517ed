package org.allmende.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Hydra, used for paging; {@code PagedCollection} and {@code …Page} are the older names. */
public final class HYDRA {

  /** The namespace; every term begins with it. */
  public static final String NS = "http://www.w3.org/ns/hydra/core#";

  public static final Node Collection = term("Collection");
  public static final Node PagedCollection = term("PagedCollection");
  public static final Node PartialCollectionView = term("PartialCollectionView");
  public static final Node first = term("first");
  public static final Node firstPage = term("firstPage");
  public static final Node itemsPerPage = term("itemsPerPage");
  public static final Node last = term("last");
  public static final Node lastPage = term("lastPage");
  public static final Node member = term("member");
  public static final Node next = term("next");
  public static final Node nextPage = term("nextPage");
  public static final Node previous = term("previous");
  public static final Node previousPage = term("previousPage");
  public static final Node totalItems = term("totalItems");

  private HYDRA() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
