package org.allmende.harvest.source.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The cells of a row that is written as text. They become values when they are asked for: of a
 * register of the whole country most rows are looked at in two or three columns and left out.
 */
public final class TextCells extends AbstractList<JsonNode> implements RandomAccess {

  private final List<String> texts;

  /** The cells with these texts. */
  public TextCells(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  @Override
  public JsonNode get(int index) {
    return TextNode.valueOf(texts.get(index));
  }

  @Override
  public int size() {
    return texts.size();
  }
}
